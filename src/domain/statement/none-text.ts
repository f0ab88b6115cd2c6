import { hasCjk, plainText, wordCount, wordsKey } from './plain-text.ts';

/** "No impact" in the author's words. */
export interface NoneReading {
  /** `plain` when a bare word opens the text (`None`, `なし`); `sentence` when a sentence says so. */
  readonly strength: 'plain' | 'sentence';
  readonly reason?: string;
}

const WORDS: readonly string[] = [
  ...[
    'none',
    'no',
    'n/a',
    'na',
    'n.a',
    'n.a.',
    'nope',
    'nothing',
    'nil',
    'n',
    'not applicable',
    'non applicable',
    'no-op',
    'noop',
    'zero',
    'not any',
    'nada',
    'none.',
  ],
  ...[
    'なし',
    '無し',
    '無',
    '無い',
    'ない',
    'ありません',
    '特になし',
    '特に無し',
    '特にない',
    '特に無い',
    '特にありません',
    '該当なし',
    '該当無し',
    '該当しません',
    '影響なし',
    '影響無し',
    'リスクなし',
    '問題なし',
    '変更なし',
    'いいえ',
    '不要',
    '対象外',
    '皆無',
    'ございません',
    '特にございません',
  ],
  ...[
    '无',
    '無',
    '没有',
    '沒有',
    '暂无',
    '不适用',
    '不涉及',
    '不影响',
    '无影响',
    '无风险',
    '無影響',
    '否',
    '不需要',
    '無需',
    '无需',
  ],
  ...[
    '없음',
    '없습니다',
    '없어요',
    '없다',
    '해당없음',
    '해당 없음',
    '해당사항없음',
    '해당 사항 없음',
    '영향없음',
    '영향 없음',
    '아니오',
    '아니요',
    '특이사항 없음',
    '불필요',
  ],
  ...[
    'keine',
    'keiner',
    'nein',
    'aucun',
    'aucune',
    'néant',
    'ninguno',
    'ninguna',
    'nenhum',
    'nenhuma',
    'não',
    'нет',
    'nessuno',
    'geen',
  ],
];
/** A longer text says more than that there is no impact. */
const LONGEST = 4_000;
const NONE_SET: ReadonlySet<string> = new Set(WORDS);

export function isNoneWord(text: string): boolean {
  return NONE_SET.has(text.trim());
}

const QUALIFIER =
  '(?:real|known|expected|anticipated|foreseen|foreseeable|potential|possible|obvious|apparent|significant|major|notable|noticeable|visible|direct|immediate|additional|new|other|further|particular|specific|special|functional|behaviou?ral|behaviou?r|observable|negative|adverse|identified|perceived|user|users|customer|client|end-user|user-facing|user-visible|customer-facing|external|public|production|runtime|performance|security|api|data|breaking|backwards?|compatibility|compat|technical|operational|side|regression|schema|database|db|visual|ui|service|downstream|business|material|meaningful|inherent|added|increased|whatsoever|any)';
const MATTER =
  '(?:risks?|impacts?|effects?|side-effects?|regressions?|concerns?|issues?|problems?|changes?|downtime|breakages?|breaks?|breaking|consequences?|implications?|dangers?|incompatibilit(?:y|ies)|differences?|influence|harm|blast radius|outages?|conflicts?)';
const NOTHING = `(?:no|zero|without(?: any)?)\\s+(?:${QUALIFIER}[\\s,/-]+(?:(?:and|or)\\s+)?){0,4}${MATTER}`;
const OPENING =
  '(?:(?:overall|imo|as far as i (?:know|can tell|can see)|afaik|afaict|to my knowledge|in short|currently|so|i think|i believe|basically|honestly|hopefully)[,:]?\\s+){0,2}';
const SUBJECT =
  "(?:(?:this|that|it|there|these|we|i|the|my|our|all)(?:'s|'re|'ve)?(?:\\s+(?:should|will|would|does|do|is|are|has|have|can|might|may))?\\s+)?(?:(?:pr|pull request|change|changes|patch|commit|fix|refactor|refactoring|update|release|diff|code)\\s+)?";
const VERB =
  '(?:(?:should|will|would|shall|can)\\s+)?(?:(?:be|is|are|am|has|have|having|had|see|sees|expect|expects|expecting|expected|anticipate|anticipated|foresee|know of|aware of|poses?|carr(?:y|ies)|introduces?|brings?|causes?|makes?|adds?|involves?|presents?|with|comes with)\\s+){0,3}(?:(?:to\\s+)?(?:be|have|really|absolutely|practically|virtually|pretty much|basically|essentially|currently|likely|probably|also)\\s+){0,2}';
const NOT =
  "(?:do(?:es)?\\s?n[o']t|do(?:es)? not|don't|doesn't|should\\s?n't|should not|will not|won't|would\\s?n't|would not|can\\s?not|can't|is\\s?n't|is not|are\\s?n't|are not|did not|didn't|has not|have not|haven't|not|never)";
const AFFECTS =
  '(?:affect|impact|break|alter|harm|influence|disrupt|interfere|risk|regress|(?:change|introduce|cause|pose|have|expect|anticipate|foresee|see|think|believe|know|be aware|aware|expected|expecting|result in|lead to|modify|touch|carry|add|require|need)\\b(?=.{0,120}\\b(?:any\\w*|risk\\w*|affect\\w*|impact\\w*|break\\w*|regress\\w*|behaviou?r\\w*|issues?|problems?|effects?|function\\w*|existing|users?|production|migrations?)\\b))';

const SENTENCES: readonly RegExp[] = [
  // "There should be no risk", "No user-facing changes", "This has no impact on …"
  new RegExp(`^${OPENING}${SUBJECT}${VERB}${NOTHING}\\b`),
  // "This should not affect …", "I don't expect any regression", "Not aware of any"
  new RegExp(
    `^${OPENING}${SUBJECT}(?:\\w+ly\\s+)?${NOT}\\s+(?:\\w+ly\\s+|really\\s+|be\\s+|have\\s+)?(?:${AFFECTS}|any|anything)\\b`,
  ),
  new RegExp(
    `^${OPENING}${SUBJECT}(?:\\w+ly\\s+)?${NOT}\\s+(?:applicable|user[- ]facing|user[- ]visible|that i (?:know|am aware|can think)|(?:really|any|much)? ?risky|breaking|needed|required|necessary|relevant)\\b`,
  ),
  /^(?:none|nothing)\b(?!-)(?! of\b)(?! (?:prevents?|stops?|guarantees?|protects?|catches|checks?|tests?|validates?|ensures?|guards?|limits?|warns?)\b)/,
  /^(?:none|nothing) of\b.{0,120}\b(?:affect|impact|chang|touch|break|broke|risk|notic|us(?:e|es|ed|ing)\b|depend|rel(?:y|ies)\b|expected|known|applicable|applies|appl(?:y|ies))/,
  /^(?:there )?should(?:n't| not)? be (?:none|nothing|any\b)/,
  /^not (?:that|to my|as far)\b/,
  /\b(?:little|next) to (?:none|nothing|no)\b/,
  /^(?:this|it|that|the (?:pr|change))(?:'s| is| should be| will be)? (?:a |basically a |effectively a )?no-?op\b/,
  /^(?:n\/a|not applicable)(?![\p{L}\p{N}])/u,
  /^no,? (?:it|this|there|these|we)\b/,
  /^no[ -](?:one|body|user|users|customer|customers|client|clients|consumer|consumers|service|services|production code)\b.{0,80}\b(?:affected|impacted|broken|touched|changed|notice|will see)\b/,
  /^no [\p{L} -]{1,40}\b(?:needed|required|necessary|affected|impacted|expected|anticipated|foreseen|known|intended|involved)(?=\s*(?:[.,;:(]|$|because|since|as|for|by|here|from))/u,
  /^(?:zero|no)[ -]risk\b|^risk[ -]free\b|^(?:this is )?(?:a )?no-?op\b/,
];

/** "Internal refactoring, so no user impact": the denial closes the sentence, what stands before it is why. */
const ENDS_IN_NONE =
  /(?:[,;:—–]|\s-|\bso|\bhence|\btherefore|\bthus|\band|\bthere (?:is|are|should be|will be)|\bhas|\bhave)\s+(?:(?:so|hence|thus|therefore|there|this|it|has|have|having|is|are|should be|will be|with)\s+){0,3}(?:no|zero|without any)\s+(?:(?:known|expected|real|user|users|customer|functional|behaviou?ral|behaviou?r|user-facing|production|runtime|other)\s+){0,2}(?:risks?|impacts?|effects?|changes?|regressions?)(?:\s+(?:on|to|for|in)\s+[\w ]{1,40})?(?:\s+(?:expected|anticipated|foreseen))?[.!]?$/;
/** "A new feature, so there shouldn't be any risk to …". */
const SO_NOT_ANY =
  /(?:\bso|\bhence|\btherefore|\bthus|\band|,)\s+(?:there|it|this|we)\s+(?:should|is|are|will|would|do|does)(?:n't|\s?not)\s+(?:be|have|introduce|cause|pose|expect|see)?\s*any\s+(?:[\w-]+\s+){0,2}(?:risks?|impacts?|effects?|changes?|regressions?|issues?|problems?)\b/;
const SAYS_MORE =
  /^(?:low|medium|high|minimal|minor|moderate|small)\b|\b(?:affects?|adds?|changes? the|removes?|breaks?|renames?|drops?|slows?|increases?|requires?|must|need)\b/;

const JA_MATTER =
  '(?:影響|リスク|該当|問題|懸念|副作用|危険|変更点?|変化|デグレ|支障|互換性(?:の問題)?|破壊的変更|不具合|注意点|考慮事項|必要|もの|こと|事項|箇所|作業|ダウンタイム)';
const CJK_SENTENCES: readonly RegExp[] = [
  new RegExp(
    `${JA_MATTER}(?:等|など)?(?:は|が|も|を)?(?:、)?(?:特に|全く|一切|まったく|ほとんど|ほぼ|基本的に|現状|現時点では|想定して)?(?:なし|無し|ない|無い|無く|なく|ありません|有りません|ございません|いません|いない|与えません|与えない|及ぼしません|及ぼさない|発生しません|発生しない|生じません|しません)`,
  ),
  /^(?:特に|特別)?(?:なし|無し|ない|無い|ありません|ございません)(?!場合|とき|時|方|こと|よう|か|の)/,
  /(?:影響|影响|變更)(?:を|は)?(?:受けない|受けません|しない|しません|与えない|与えません)/,
  /(?:无|無|没有|沒有|暂无|不存在|不会有|不會有|不带来|不产生)(?:任何|明显|其他|其它|已知|额外|新的|实质|直接|重大)*(?:的)?(?:影响|影響|风险|風險|副作用|变更|變更|变化|破坏性|问题|改动|兼容性)/,
  /(?:不会|不會|不)(?:对.{0,20})?(?:影响|影響|涉及|产生影响|造成影响|改变|破坏)/,
  /(?:영향|위험|리스크|부작용|변경|문제|해당|변화|이슈|특이)[\p{L}]{0,3}\s?(?:사항)?[은는이가도]?\s?(?:전혀|거의|따로|별도로|특별히)?\s?(?:없습니다|없음|없어요|없다|없을|없는|주지 않|미치지 않|끼치지 않)/u,
];

const BUT =
  /\b(?:but|however|except(?:ing)?|although|though|unless|apart from|other than|aside from|besides|nevertheless|that said|on the other hand)\b|が、|ですが|ただし|但し|ものの|を除[きい]|以外|一方|けど|但是?(?!凡)|不过|除了|除非|하지만|다만|지만|제외/;
const MAYBE =
  /\b(?:may|might|could (?:break|affect|cause|impact|fail|lead|delay|slow|change|be affected|be impacted)|will (?:break|fail|need to|have to))\b|恐れ|おそれ|可能性が(?:ある|あり)|可能(?:会|會)|가능성이 있/;
const CAUSE =
  /\b(?:because|since|as (?:it|this|the|we|there|all|only|these|no)|due to|given|thanks to|so (?:it|this|the)|for the reason|only|just|purely|behind|internal|docs?|tests?|documentation)\b|ので|ため|から|だけ|のみ|因为|因為|由于|仅|只|因此|때문|므로|이라|만 /;

/**
 * Reads "there is no impact"; `undefined` when the text says anything else, or says what the impact is
 * after a "but". `None of the users are affected because …` is none, with the sentence as its reason.
 */
export function readNone(source: string): NoneReading | undefined {
  if (source.length > LONGEST) return undefined;
  const text = plainText(source).replace(/^[^\p{L}\p{N}(（「]+/u, '');
  if (text === '') return undefined;
  const key = wordsKey(text)
    .replace(/[’‘]/g, "'")
    .replace(/^[("“「（\s]+|[)"”」）\s]+$/g, '');
  const bare = key.replace(/[.。!！,、;:：~\s-]+$/g, '');
  if (isNoneWord(bare)) return { strength: 'plain' };

  const opening = plainOpening(text);
  if (opening !== undefined) {
    if (BUT.test(opening.toLowerCase()) && wordCount(opening) >= 4) return undefined;
    const reason = tidyReason(opening);
    return reason === '' ? { strength: 'plain' } : { strength: 'plain', reason };
  }

  const [first = '', rest = ''] = splitFirstSentence(text);
  const sentence = wordsKey(first)
    .replace(/[’‘]/g, "'")
    .replace(/^[("“「（]+/, '')
    .slice(0, 400);
  const ends =
    rest === '' &&
    (ENDS_IN_NONE.test(sentence) || SO_NOT_ANY.test(sentence)) &&
    !SAYS_MORE.test(sentence) &&
    wordCount(sentence) <= 25;
  if (ends && !BUT.test(sentence) && !MAYBE.test(sentence)) return { strength: 'sentence', reason: first };
  const says = hasCjk(sentence)
    ? saysNoneInCjk(sentence)
    : SENTENCES.some((pattern) => pattern.test(sentence)) && !/^no (?:longer|more|matter)\b/.test(sentence);
  const whole = wordsKey(text);
  if (!says || BUT.test(whole) || MAYBE.test(whole)) return undefined;
  if (
    rest !== '' &&
    /^no (?:breaking|schema|api|migration|downtime|database|db|ui|visual|data)\b/.test(sentence) &&
    wordCount(rest) > 4
  )
    return undefined;
  if (rest !== '') return { strength: 'sentence', reason: tidyReason(rest) || first };
  return CAUSE.test(sentence) || /[;:—–,、，]\s*\S{3}/.test(sentence)
    ? { strength: 'sentence', reason: first }
    : { strength: 'sentence' };
}

/** What follows a bare none word at the start of the text; `undefined` when the text does not start with one. */
function plainOpening(text: string): string | undefined {
  const latin =
    /^(?:none|n\/a|n\.a\.?|nope|nothing|no|nil|not applicable|NA)(?:\s*(?:[.,;:!(（—–]|\s-+\s|-\s)|\s*\n)\s*(.*)$/is.exec(
      text,
    );
  if (latin) return latin[1] ?? '';
  const worded =
    /^(?:none|n\/a|nope|nothing|not applicable)\s+(?:(?:that (?:i|we)|i|we|which i)(?:'m| am| are|'re)?\s+(?:know|can think|aware|can see|see|expect|foresee|could find)|known|expected|anticipated|foreseen|foreseeable|aware|really|identified|at (?:this|the) (?:time|moment)|so far|atm|afaik|i think|i guess|to my knowledge|as far as)\b(.*)$/is.exec(
      text,
    );
  if (worded) return (worded[1] ?? '').replace(/^\s*(?:of|about|any|this|time|moment|i know|we know)\b/gi, '');
  const cjk =
    /^(?:特に|特段|現状|今のところ|基本的に)?(?:該当|影響|リスク|問題)?(?:は|も)?(?:なし|無し|ありません|ございません|いいえ|不要)(?:です|でした)?\s*(?:[。．.、,（(:：—–-]|\n|\s)\s*(.*)$/s.exec(
      text,
    );
  if (cjk) return cjk[1] ?? '';
  const zh =
    /^(?:无|無|没有|沒有|暂无|不适用|不涉及|否|없음|없습니다|해당 ?없음|해당 ?사항 ?없음|아니[오요])\s*(?:[。．.、,，（(:：;；—–-]|\s)\s*(.*)$/s.exec(
      text,
    );
  return zh?.[1];
}

function saysNoneInCjk(sentence: string): boolean {
  if (
    /(?:少ない|少なくない|とは言えない|とは限らない|わけではない|なくはない|不明|わからない|分からない|かもしれない|かもしれません|ないか|ないよう|ないのか)/.test(
      sentence,
    )
  )
    return false;
  return CJK_SENTENCES.some((pattern) => pattern.test(sentence));
}

function splitFirstSentence(text: string): readonly [string, string] {
  const end = /[.!?](?=\s+[\p{Lu}\p{N}"'([])|[。！？]|\n/u.exec(
    text.replace(/\b(?:e\.g|i\.e|etc|vs|approx)\./gi, (word) => word.replaceAll('.', '\u2024')),
  );
  if (!end) return [text.trim(), ''];
  return [text.slice(0, end.index + 1).trim(), text.slice(end.index + 1).trim()];
}

function tidyReason(text: string): string {
  const reason = text
    .replace(/^[\s.,;:()（）。、—–-]+/, '')
    .replace(/[)）\s]+$/, '')
    .trim();
  return wordCount(reason) >= 2 ? reason : '';
}
