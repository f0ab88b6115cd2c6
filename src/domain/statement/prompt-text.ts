import { plainText, wordCount, wordsKey } from './plain-text.ts';

/*
 * Sentences in which a template speaks to the author. Without the template at hand these are recognised by form:
 * instructions with describing verbs, questions, noun phrases such as "A brief summary of …", and lines made of nothing
 * but words about words (`Rationale`, `known risks and mitigation`). A verb such as *add* or *remove* opens real
 * statements too, so there an object that only a template names is asked for.
 */
const ASKS =
  /^(?:(?:and|then|also|here|in this section|below|optionally|if (?:so|yes|no|not|any|applicable|needed|relevant|possible|it does|there are any|there are)|if [^,.]{1,80}),?:?\s+)?(?:(?:please|kindly|pls),?\s+)?(?:(?:briefly|clearly|shortly|concisely|also|always|at least|thoroughly)\s+)?/;
const SURE =
  '(?:describe|explain|summari[sz]e|outline|justify|elaborate|enumerate|rationali[sz]e|tell (?:us|your|reviewers)|fill (?:in|out)|call out|think (?:about|of|through)|let us know|copy (?:and )?paste|beschreibe|beschreiben|décrivez|décrire|expliquez|indiquez|describa|describe|explique|descreva|liste|опишите|укажите|mô tả|jelaskan)';
const ASKED =
  '(?:any|all|the|a|an|your|each|every|one|how|what|why|whether|if|which|where|when|who|potential|possible|relevant|known|affected|impact\\w*|risks?|here|below|brief|short|details?|specific|both|yes|no|expected|other|related)';
const LIKELY =
  '(?:list|identify|assess|indicate|specify|mention|detail|state|evaluate|clarify|consider|discuss|highlight|give|estimate|analy[sz]e|address|note any|document any|document the|document how|document what|document potential)';
const TEMPLATE_OBJECT =
  '(?:(?:any|all|the|a|an|your|some|more|relevant|related|additional|other|brief|short|clear|concise|detailed|appropriate|applicable|correct|one|two|following|necessary|as|much|many|specific|possible|quick|high-level)\\s+){0,5}(?:description|summary|explanation|details?|context|information|info|screenshots?|links?|reason(?:ing)?s?|rationale|option|options|box|boxes|section|text|comment|template|placeholder|line|example|examples|notes?|bullets?|points?|overview|background|justification|risk assessment|plan|instructions?|steps|issue numbers?|checkbox(?:es)?|tick|one|apply|that apply|following|evidence|above|here|answer|item|items|choice|level|logs|videos?|gifs?)\\b';
const MAYBE =
  '(?:provide|include|add|remove|delete|replace|check|tick|mark|choose|select|pick|attach|link|paste|insert|put|enter|write|share|confirm|define|complete|answer|update|leave|use|keep|edit|make sure|ensure|be|upload|reference|note|document)';

const PROMPTS: readonly RegExp[] = [
  // "Describe calls now return more" is about calls, not a request.
  new RegExp(
    `${ASKS.source}${SURE}\\b(?!\\s+\\w+\\s+(?:now|is|are|was|were|will|would|can|may|might|must|return\\w*|fail\\w*)\\b)`,
  ),
  new RegExp(`${ASKS.source}${LIKELY}\\s+(?:\\w+ly\\s+|and \\w+\\s+)?${ASKED}\\b`),
  new RegExp(
    `${ASKS.source}${MAYBE}\\s+(?:(?:in|with|it with|this with|to|on|between|from|at least)\\s+)?${TEMPLATE_OBJECT}`,
  ),
  /^(?:please|kindly|pls)\b,?\s+(?!note\b|be aware\b|run\b|keep in mind\b|see\b|do not\b|don't\b|deploy\b|review\b|merge\b|monitor\b|watch\b|refer\b)/,
  /^(?:choose|select|pick|check|tick|mark|delete|keep)\s+(?:\w+\s+)?(?:one|all|any|those|the ones?|only|whichever|what|as|either|an? |at least|exactly)\b/,
  // "Remove this section if …", "If none, write N/A", "delete if not applicable"
  /(?:^|[.,;:(]\s?|\b(?:please|or|and|can|may|should)\s+)(?:remove|delete|replace|omit|skip|leave|erase|ignore|overwrite)\s+(?:(?:this|these|the)\s+(?:\w+\s+)?(?:sections?|texts?|lines?|template|comments?|blocks?|headings?|parts?|placeholders?|items?|bullets?|rows?|messages?|instructions?|paragraphs?|fields?)\b(?!\s+of)|(?:it )?(?:blank|empty|as is|if (?:not|none|n\/a|un|no)))/,
  /\b(?:write|put|say|enter|state|type|use|mark as|answer|respond with)\s+["'“`]?(?:none|n\/?a|no|nothing|なし)\b["'”`]?/,
  /^(?:if|when|where) (?:applicable|any|needed|necessary|relevant|appropriate|possible|so|yes|not|none|no)\b[^.]{0,60}$/,
  /^(?:an?|the|your)?\s*(?:(?:clear|brief|short|concise|detailed|quick|high-level|one[- ]line|one[- ]sentence|simple|general|precise|complete|bulleted|bullet(?:ed)?[- ]point)(?:,|\s+and|\s+but)?\s+)+(?:description|summary|explanation|overview|list|statement|note|rationale|analysis|assessment|justification|sentences?|paragraph|answer)\b/,
  /^(?:an?\s+|the\s+)?(?:description|summary|explanation|overview|list|assessment|analysis|rationale|details?|estimate|evaluation|notes?|information)\s+(?:of|about|on|for)\s+(?:the|any|all|your|what|how|this|potential|possible|each|why|known|an?|impact\w*|risks?|changes?)\b/,
  /^(?:optional|required|mandatory|recommended)\b[.:]?(?:\s+(?:section|evidence|but|if|for|field|only)\b.*)?$/,
  /^(?:who|which|what|how|why|where|when)\s+(?:(?:to|can|could|should|will|would|is|are|was|were|has|have|did|does|do|may|might|else|changed|changes|this|these|it|risks?|impacts?|parts?|areas?|systems?|users?|components?|big|likely|much|severe|went)\b)[^.]{0,140}(?:\?|$)/,
  /\b(?:your (?:pr|pull request|changes?|opinion|code|answer|assessment|description)|you (?:made|changed|are aware|have made|tested|expect|think|can think|know of|identified|introduced?))\b/,
  /^(?:describe|list|explain|e\.?g\.?|ex)\b[.:]?$/,
  /^briefly (?:note|describe|explain|list|state|mention|outline|summari[sz]e|say|tell|indicate|document)\b/,
  /^(?:provide|include|attach|share)\s+(?:[\w-]+\s+){0,3}(?:plans?|steps|description|summary|instructions|details|rationale|evidence)\b/,
];

const QUESTION =
  /^(?:(?:and|or|if (?:so|yes|not|no)|also|then|overall),?\s+)?(?:what|which|how|why|who|whom|when|where|whose|is|are|was|were|does|do|did|will|would|can|could|should|has|have|had|may|might|any|anything|in what|to what|for what|at what|with what|under what|what's|who's|isn't|doesn't|yes|no|low|risk|impact|breaking|rollback|regression)\b[^.!]*\?$|\b(?:you|your|this pr|this pull request|this change|these changes|the change|this release)\b[^.!]*\?$/;

const CJK_PROMPTS: readonly RegExp[] = [
  /(?:記載|記入|記述|明記|列挙|説明|選択|添付|共有|入力|チェック|追記|書[いく]|教え|貼[っり]|載せ|残|確認|削除|消し|示)(?:し|い|っ|え)?て?(?:ください|下さい|ほしい|欲しい|おく(?:こと)?|くだされば)/,
  /(?:を|に|は|も|で|て|と|が|か|、|的|く|点|等|など|合|場合|範囲|内容)\s?(?:記載|記入|記述|明記|列挙|説明|選択|添付|共有|詳述|追記|明示)(?:する(?:こと)?|すること|のこと|願います|お願いします|をお願いします|しましょう)?[。)）]?$/,
  /(?:を|に|で|く|か|も)\s?(?:書く(?:こと)?|書きましょう|貼る|載せる|チェックする|入れる|選ぶ|消す|残す)[。)）]?$/,
  /(?:です|ます|でしょう|のでしょう|ない|ある|いる|する|した|るの|のか|あり|すべき|べき|できる|なる|られる|れる|った|なの)か[?？。)）]?$/,
  /[?？]$/,
  /^(?:例|記入例|記載例|ex|例えば)[:：).）、]/i,
  /影響(?:する|がある|のある|しそうな)(?:こと|もの|箇所|機能)[。)）]?$/,
  /^(?:任意|必須|省略可|オプション|不要なら削除|該当する場合のみ|必要に応じて.{0,12})[。)）]?$/,
  /(?:あれば|場合は|なければ|無ければ|ない場合)[^。]{0,20}(?:記載|記入|記述|書く|書いて|削除|なし|無し|省略|追記|明記|と記)/,
  /^(?:请|請)(?:在此|在下方|简要|简单|详细|具体|务必|勾选|选择|描述|说明|說明|填写|填寫|列出|提供|评估|评審|注明|标注|写明|删除|补充|确认是否|附上|概述|选|阐述)/,
  /^(?:简要|简单|详细|具体|一句话)?(?:描述|说明(?!文档|书)|列出|填写|注明|评估|概述|阐述|写明|写清|勾选|選擇|选择)(?:本|该|此|一下|可能|是否|哪些|对|受|影响|风险|变更|修改|所有|相关|你|潜在|以下|下列|如何|为什么|原因)/,
  /(?:吗|呢|是否.{0,20}|哪些.{0,12}|什么.{0,12}|如何.{0,12})[?？]$/,
  /^(?:如有|若有|如果有|如无|若无|如果没有|没有则)[^。]{0,30}(?:请|填|写|说明|注明|删除|列出|无)/,
  /^(?:可选|选填|必填)[)）。]?$/,
  /(?:작성|기재|기입|적어|적으|서술|설명|요약|나열|선택|체크|입력|첨부|알려|공유|기술|표시|명시|써|남겨|삭제)(?:해|하여|해서|하|시)?\s?(?:주세요|주십시오|주시기|합니다|습니다|할 것|하기|하시오|하세요|바랍니다|부탁)/,
  /(?:나요|까요|가요|는지|인지|은지|을까|ㄹ까|입니까|습니까)[?？.]?$/,
];

const STRONG_META = new Set(
  'steps plan plans strategy considerations any rationale reason reasons description summary details detail level optional required applicable unknowns reversibility trigger triggers radius justification explanation how what why if rationale notes note comments tbc n mitigations considerations'.split(
    ' ',
  ),
);
const META = new Set(
  'during time expected risk risks impact impacts impacted potential possible known open or and the a an of to for with in on by from this that these those it is are be due brief short scope blast mitigation plan plans steps step link links needed necessary relevant additional other area areas affected component components module modules system systems service services directory directories file files team teams owner owners assessment analysis list breaking change changes side effect effects regression regressions backward backwards compatibility rollback rollout strategy concern concerns assumptions limitations exists introduced introduce summary type severity likelihood probability technical business expected main key major primary p p0 p1 p2 p3'.split(
    ' ',
  ),
);
const CONTAINER =
  /^(?:components?|modules?|systems?|services?|directories|files|areas?|teams?|owners?|packages|apps|applications|environments?)$/;
const CJK_META =
  /风险|風險|等级|理由|系统|模块|目录|影响|影響|范围|範囲|回滚|方案|描述|说明|原因|级别|相关|列出|填写|概要|詳細|内容|説明|記載|記入|手順|方法|対象|リスク|レベル|変更|等|など|または|および|以及|请|或|与|和|及|的|や|と|の|を|は|が|、|，|・|,|\s/g;

/** Longer paragraphs are an author's. */
const LONGEST = 3_000;

/** Removes what a template asks from a text; what is left is the author's. `lenient` where authors rarely write: italics, parentheses, quotes. */
export function withoutPrompts(source: string, lenient: boolean): string {
  const text = plainText(source);
  if (text === '' || text.length > LONGEST) return text;
  if (isMetaOnly(text)) return '';
  if (EDITS.some((pattern) => pattern.test(wordsKey(text)))) return '';
  const sentences = splitSentences(text);
  const asked = sentences.map((sentence) => isPrompt(sentence, lenient));
  if (!asked.includes(true)) return text;
  if (lenient || sentences.some(tellsToEdit)) return '';
  const left: string[] = [];
  let behindPrompt = true;
  for (const [index, sentence] of sentences.entries()) {
    const aside =
      behindPrompt &&
      index > 0 &&
      /^(?:for example|for instance|e\.?g\.?|i\.e\.?|ex\.?|examples?|such as|including|this (?:can|may|could) include|if (?:not|so|none|yes|no|any|medium|high)|otherwise|例えば|例[:：]|比如|例如|예)[\s,:：.]?/i.test(
        sentence,
      );
    const goesOn = behindPrompt && index > 0 && GOES_ON.test(wordsKey(sentence));
    if (asked[index] || aside || goesOn || isMetaOnly(sentence)) continue;
    behindPrompt = false;
    left.push(sentence);
  }
  return left.join(' ').trim();
}

/** Instructions to edit the template itself, and samples with blanks in them: nobody's statement. */
const EDITS: readonly RegExp[] = [
  /\bif there (?:is|are) none\b|["'“`]none["'”`] is (?:ok|fine)\b/,
  /(?:無い|ない|無ければ|なければ|無い場合|ない場合)(?:なら|は|には)?.{0,6}[「『"]?(?:無し|なし)[」』"]?(?:で|と)/,
  /(?<![\p{L}\p{N}])(?:x{3,}|○○+|〇〇+|△△+|◯◯+|\*{3,})(?![\p{L}\p{N}])/u,
];
/** Behind an instruction the next sentences instruct too, with verbs that alone could be an author's. */
const GOES_ON =
  /^(?:and |also |then )?(?:please |be sure |make sure |feel free )?(?:invite|evaluate|consider|include|note|link|see|refer|update|create|ask|ensure|use|keep|add|copy|paste|document|try|think|provide|mention|leave|put|write|give|check|tag|assign|attach|do not|don't|remember)\b/;

function tellsToEdit(sentence: string): boolean {
  const key = wordsKey(sentence);
  return PROMPTS[5]?.test(key) === true || PROMPTS[6]?.test(key) === true;
}

function isPrompt(sentence: string, lenient: boolean): boolean {
  const key = wordsKey(sentence)
    .replace(/^[\s"'“(（「【[•*+-]+/, '')
    .replace(/[’‘]/g, "'")
    .slice(0, 500);
  const bare = key.replace(/[)）」】\]"”:：\s]+$/, '');
  if (bare === '') return false;
  if (QUESTION.test(bare)) return true;
  const tail = bare.slice(-120);
  if (CJK_PROMPTS.some((pattern) => pattern.test(tail))) return true;
  const open = bare.replace(/[.。!]+$/, '');
  if (PROMPTS.some((pattern) => pattern.test(open))) return true;
  return lenient && new RegExp(`${ASKS.source}(?:${LIKELY}|${MAYBE}|${SURE})\\b`).test(open);
}

/** A short line made of nothing but words that name what is asked for. */
function isMetaOnly(text: string): boolean {
  const key = wordsKey(text).replace(/[’‘]/g, "'");
  if (key.length > 120 || wordCount(key) > 12) return false;
  let words = key
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const cjk = words.replace(/[^\u2E80-\uFFFF]/g, '');
  if (cjk !== '') {
    if (cjk.replace(CJK_META, '') !== '' || cjk.length < 4) return false;
    words = words.replace(/[\u2E80-\uFFFF]/g, ' ').trim();
    if (words === '')
      return cjk.length >= 4 && /理由|描述|说明|概要|詳細|説明|記載|記入|手順|方法|填写|列出|等级|レベル/.test(cjk);
  }
  const tokens = words.split(/\s+/).filter((word) => !/^\d$/.test(word));
  if (tokens.length === 0 || !tokens.every((word) => META.has(word) || STRONG_META.has(word) || CONTAINER.test(word)))
    return false;
  const containers = tokens.filter((word) => CONTAINER.test(word)).length;
  return (
    tokens.some((word) => STRONG_META.has(word)) ||
    (containers >= 2 && containers === tokens.filter((word) => !/^(?:or|and)$/.test(word)).length) ||
    /^risks? \d|^(?:potential|possible|known|open)\b.*\b(?:or|and|risks|impacts|issues|concerns)\b/.test(words)
  );
}

function splitSentences(text: string): readonly string[] {
  const guarded = text.replace(/\b(?:e\.g|i\.e|etc|vs|approx|ex)\.(?=\s|,)/gi, (word) =>
    word.replaceAll('.', '\u2024'),
  );
  return guarded
    .split(/(?<=[.!?])\s+(?=["'([]?[\p{L}\p{N}_])|(?<=[。！？])\s*/u)
    .map((sentence) => sentence.replaceAll('\u2024', '.').trim())
    .filter((sentence) => sentence !== '');
}
