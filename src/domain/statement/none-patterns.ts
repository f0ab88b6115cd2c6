/*
 * Sentences that say "there is no impact", on text as `wordsKey` spells it, at most 400 characters of it.
 */
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

export const SENTENCES: readonly RegExp[] = [
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
export const ENDS_IN_NONE =
  /(?:[,;:—–]|\s-|\bso|\bhence|\btherefore|\bthus|\band|\bthere (?:is|are|should be|will be)|\bhas|\bhave)\s+(?:(?:so|hence|thus|therefore|there|this|it|has|have|having|is|are|should be|will be|with)\s+){0,3}(?:no|zero|without any)\s+(?:(?:known|expected|real|user|users|customer|functional|behaviou?ral|behaviou?r|user-facing|production|runtime|other)\s+){0,2}(?:risks?|impacts?|effects?|changes?|regressions?)(?:\s+(?:on|to|for|in)\s+[\w ]{1,40})?(?:\s+(?:expected|anticipated|foreseen))?[.!]?$/;
/** "A new feature, so there shouldn't be any risk to …". */
export const SO_NOT_ANY =
  /(?:\bso|\bhence|\btherefore|\bthus|\band|,)\s+(?:there|it|this|we)\s+(?:should|is|are|will|would|do|does)(?:n't|\s?not)\s+(?:be|have|introduce|cause|pose|expect|see)?\s*any\s+(?:[\w-]+\s+){0,2}(?:risks?|impacts?|effects?|changes?|regressions?|issues?|problems?)\b/;
export const SAYS_MORE =
  /^(?:low|medium|high|minimal|minor|moderate|small)\b|\b(?:affects?|adds?|changes? the|removes?|breaks?|renames?|drops?|slows?|increases?|requires?|must|need)\b/;

const JA_MATTER =
  '(?:影響|リスク|該当|問題|懸念|副作用|危険|変更点?|変化|デグレ|支障|互換性(?:の問題)?|破壊的変更|不具合|注意点|考慮事項|必要|もの|こと|事項|箇所|作業|ダウンタイム)';
export const CJK_SENTENCES: readonly RegExp[] = [
  new RegExp(
    `${JA_MATTER}(?:等|など)?(?:は|が|も|を)?(?:、)?(?:特に|全く|一切|まったく|ほとんど|ほぼ|基本的に|現状|現時点では|想定して)?(?:なし|無し|ない|無い|無く|なく|ありません|有りません|ございません|いません|いない|与えません|与えない|及ぼしません|及ぼさない|発生しません|発生しない|生じません|しません)`,
  ),
  /^(?:特に|特別)?(?:なし|無し|ない|無い|ありません|ございません)(?!場合|とき|時|方|こと|よう|か|の)/,
  /(?:影響|影响|變更)(?:を|は)?(?:受けない|受けません|しない|しません|与えない|与えません)/,
  /(?:无|無|没有|沒有|暂无|不存在|不会有|不會有|不带来|不产生)(?:任何|明显|其他|其它|已知|额外|新的|实质|直接|重大)*(?:的)?(?:影响|影響|风险|風險|副作用|变更|變更|变化|破坏性|问题|改动|兼容性)/,
  /(?:不会|不會|不)(?:对.{0,20})?(?:影响|影響|涉及|产生影响|造成影响|改变|破坏)/,
  /(?:영향|위험|리스크|부작용|변경|문제|해당|변화|이슈|특이)[\p{L}]{0,3}\s?(?:사항)?[은는이가도]?\s?(?:전혀|거의|따로|별도로|특별히)?\s?(?:없습니다|없음|없어요|없다|없을|없는|주지 않|미치지 않|끼치지 않)/u,
];

export const BUT =
  /\b(?:but|however|except(?:ing)?|although|though|unless|apart from|other than|aside from|besides|nevertheless|that said|on the other hand)\b|が、|ですが|ただし|但し|ものの|を除[きい]|以外|一方|けど|但是?(?!凡)|不过|除了|除非|하지만|다만|지만|제외/;
export const MAYBE =
  /\b(?:may|might|could (?:break|affect|cause|impact|fail|lead|delay|slow|change|be affected|be impacted)|will (?:break|fail|need to|have to))\b|恐れ|おそれ|可能性が(?:ある|あり)|可能(?:会|會)|가능성이 있/;
export const CAUSE =
  /\b(?:because|since|as (?:it|this|the|we|there|all|only|these|no)|due to|given|thanks to|so (?:it|this|the)|for the reason|only|just|purely|behind|internal|docs?|tests?|documentation)\b|ので|ため|から|だけ|のみ|因为|因為|由于|仅|只|因此|때문|므로|이라|만 /;
