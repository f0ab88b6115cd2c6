/*
 * Sentences in English in which a template speaks to the author, by their form. An instruction is told from a statement
 * by its verb: nobody states an impact with *describe* or *explain*; *list* and *specify* need an object that only
 * a template names; *add*, *remove*, *check* and the like open real statements every day ("Add a column", "Remove the
 * endpoint", "Check the dashboard"), so they need an object that nobody would change in code.
 */
const LEAD =
  '^(?:(?:and|then|also|here|in this section|below|optionally|if (?:so|yes|no|not|any|applicable|needed|relevant|possible|it does|there are any|there are)|if [^,.]{1,80}),?:?\\s+)?(?:(?:please|kindly|pls),?\\s+)?(?:(?:briefly|clearly|shortly|concisely|also|always|at least|thoroughly)\\s+)?';
const DESCRIBING =
  '(?:describe|explain|summari[sz]e|outline|justify|elaborate|enumerate|rationali[sz]e|tell (?:us|your|reviewers)|fill (?:in|out)|call out|think (?:about|of|through)|let us know|copy (?:and )?paste|beschreibe|beschreiben|décrivez|décrire|expliquez|indiquez|describa|explique|descreva|опишите|укажите|mô tả|jelaskan)';
const LISTING =
  '(?:list|identify|assess|indicate|specify|mention|detail|state|evaluate|clarify|consider|discuss|highlight|estimate|analy[sz]e|note|document)';
const OPEN_OBJECT =
  '(?:any|your|every|how|what|why|whether|if|which|where|when|who|potential|possible|relevant|known|affected|impact\\w*|risks?|here|below|brief|short|details|other|related)';
const ASKED_NOUN =
  '(?:risks?|impacts?|changes?|steps|areas?|effects?|components?|reasons?|plans?|mitigations?|assumptions|dependencies|limitations|services|systems|modules|users|consequences|concerns)';
const GIVING = '(?:provide|include|share|attach|supply|give)';
const GIVEN =
  '(?:descriptions?|summary|explanations?|details?|information|context|screenshots?|links?|steps|evidence|logs|plans?|instructions?|notes|rationale|reasons?|reasoning|background|justification|overview|examples?|videos?|gifs?|assessment)';
const WRITING = '(?:add|insert|put|write|enter|paste|update|complete|edit)';
const WRITTEN =
  '(?:(?:a|an|the|any|some|your)\\s+)?(?:(?:brief|short|clear|concise|detailed|quick|high-level|relevant|additional|other|necessary|further)\\s+)*(?:description|summary|explanation|details|rationale|justification|screenshots?|overview|risk assessment)\\b';
const CHOOSING = '(?:choose|select|pick|check|tick|mark|click|keep|delete|remove|use|put|place)';
const CHOSEN =
  '(?:(?:only|exactly|at least|either|just)\\s+)*(?:(?:an? [\'"“`]?x[\'"”`]?|one|all|any|the|each|those|whichever|what|as|none)\\s+)?(?:(?:of|that|which|in|many|as|the|an?|following|applicable|relevant|appropriate|correct|right|matching|other|unneeded|incorrect|wrong)\\s+)*(?:boxe?s?|checkbox(?:es)?|options?|that appl(?:y|ies)|appl(?:y|ies)|applicable|of the following|the following|choices?|following|below|above|relevant ones?)\\b';
const TEMPLATE_PART =
  '(?:sections?|texts?|template|placeholders?|comments?|headings?|instructions?|paragraphs?|prompts?|notes?|checklist|lines?|blocks?|parts?|bullets?|messages?|items?|rows?|questions?)';

export const PROMPTS: readonly RegExp[] = [
  // "Describe calls now return more" is about calls, not a request.
  new RegExp(
    `${LEAD}${DESCRIBING}\\b(?!\\s+\\w+\\s+(?:now|is|are|was|were|will|would|can|may|might|must|return\\w*|fail\\w*)\\b)`,
  ),
  new RegExp(`${LEAD}${LISTING}\\s+(?:\\w+ly\\s+|and \\w+\\s+)?${OPEN_OBJECT}\\b`),
  new RegExp(`${LEAD}${LISTING}\\s+(?:the|all|a|an|each|both)\\b.{0,80}\\b${ASKED_NOUN}\\b`),
  new RegExp(`${LEAD}${GIVING}\\s+(?:[\\w-]+\\s+){0,4}${GIVEN}\\b`),
  new RegExp(`${LEAD}${WRITING}\\s+${WRITTEN}`),
  new RegExp(`${LEAD}${CHOOSING}\\s+${CHOSEN}`),
  /^(?:choose|select|pick|check|tick|mark) (?:only |exactly |at least )?(?:one|all|any|either)(?:\s*\(.*\))?$/,
  new RegExp(
    `^(?:please|kindly|pls)\\b,?\\s+(?!note\\b|document\\b|consider\\b)(?:${LISTING}|provide|include|write|fill|complete|select|choose|tick|mark|attach|enter|answer|give|comment|be (?:as|specific|brief|clear|concise)|fill|refer to|follow|read|delete this|remove this|replace this|use this)\\b`,
  ),
  /^(?:if|when|where) (?:applicable|any|needed|necessary|relevant|appropriate|possible|so|yes|not|none)$/,
  /^(?:an?|the|your)?\s*(?:(?:clear|brief|short|concise|detailed|quick|high-level|one[- ]line|one[- ]sentence|simple|general|precise|complete|bulleted|bullet(?:ed)?[- ]point)(?:,|\s+and|\s+but)?\s+)+(?:description|summary|explanation|overview|list|statement|note|rationale|analysis|assessment|justification|sentences?|paragraph|answer)\b/,
  /^(?:an?\s+|the\s+)?(?:description|summary|explanation|overview|list|assessment|analysis|rationale|details?|estimate|evaluation|notes?|information)\s+(?:of|about|on|for)\s+(?:the|any|all|your|what|how|this|potential|possible|each|why|known|an?|impact\w*|risks?|changes?)\b/,
  /^(?:optional|required|mandatory|recommended)\b[.:]?(?:\s+(?:section|evidence|but|if|for|field|only)\b.*)?$/,
  /^(?:who|which|what|how|why|where|when)\s+(?:(?:to|can|could|should|would|else|changed|might|went)\b)[^.]{0,140}(?:\?|$)/,
  /^(?:how|what|which|who)\s+(?:this|these|it|risks?|impacts?|parts?|areas?|systems?|users?|components?|big|likely|much|severe|is|are|was|were|has|have|did|does|do|will)\b[^.]{0,80}(?:affect|impact|affected|impacted|change|changed|break|broken|risk|risks|mitigated|tested|reverted|rolled back|monitored|introduced|handled)s?\b[^.]{0,40}$/,
  /\b(?:your (?:pr|pull request|changes?|opinion|assessment|description)|you (?:are aware of|can think of|know of|identified|introduced?))\b/,
  /^(?:describe|list|explain|e\.?g\.?|ex)\b[.:]?$/,
  /^briefly (?:note|describe|explain|list|state|mention|outline|summari[sz]e|say|tell|indicate|document)\b/,
];

/** Any of the verbs, whatever follows: for italics, parentheses and quotes, where authors rarely write. */
export const LENIENT_PROMPT = new RegExp(
  `${LEAD}(?:${DESCRIBING}|${LISTING}|${GIVING}|${WRITING}|${CHOOSING}|replace|confirm|make sure|ensure|link|upload|reference)\\b`,
);

/** Instructions to edit the template itself; nothing else in the paragraph is the author's either. */
export const EDITS: readonly RegExp[] = [
  new RegExp(
    `(?:^|[.,;:(]\\s?|\\b(?:please|or|and|can|may|should)\\s+)(?:remove|delete|replace|omit|skip|erase|ignore|overwrite)\\s+(?:(?:this|these)\\s+(?:\\w+\\s+)?${TEMPLATE_PART}\\b(?!\\s+of)|the (?:template|placeholder|text above|text below|instructions|comments|prompts|(?:above|below|following) (?:text|section|lines?)|unused sections?|unneeded sections?)\\b|(?:it |them )?if (?:not (?:applicable|needed|relevant|required)|none|n\\/a|unneeded|there (?:is|are) none))`,
  ),
  /\bleave (?:it |this |this section |the section )?(?:blank|empty|as is)\b/,
  /(?:^|[,;:(] ?|\b(?:please|just|then|simply)\s+)(?:write|put|say|enter|state|type|answer|respond with|mark as|use)\s+["'“`]?(?:none|n\/?a|なし)\b["'”`]?/,
  /\b(?:write|put|say|enter|state|type|answer|use)\s+["'“`](?:no|nothing|none|n\/?a)["'”`]/,
  /\bif there (?:is|are) none\b|["'“`]none["'”`] is (?:ok|fine)\b/,
];

/** A question that a template asks; "not sure whether …?" is an author's doubt. */
export const QUESTION =
  /^(?:(?:and|or|if (?:so|yes|not|no)|also|then|overall),?\s+)?(?:what|which|how|why|who|whom|when|where|whose|is|are|was|were|does|do|did|will|would|can|could|should|has|have|had|may|might|any|anything|in what|to what|for what|at what|with what|under what|what's|who's|isn't|doesn't|yes|no|low|risk|impact|breaking|rollback|regression)\b[^.!]*\?$|\b(?:you|your|this pr|this pull request|this change|these changes|the change|this release)\b[^.!]*\?$/;

/** Behind an instruction the next sentences instruct too, with verbs that alone could be an author's. */
export const GOES_ON =
  /^(?:and |also |then )?(?:please |be sure |make sure |feel free )?(?:invite|evaluate|consider|include|note|link|see|refer|update|create|ask|ensure|use|keep|add|copy|paste|document|try|think|provide|mention|leave|put|write|give|check|tag|assign|attach|do not|don't|remember)\b/;

/** What a template adds behind an instruction: samples and conditions. */
export const ASIDE =
  /^(?:for example|for instance|e\.?g\.?|i\.e\.?|ex\.?|examples?|such as|including|this (?:can|may|could) include|if (?:not|so|none|yes|no|any|medium|high)|otherwise|例えば|例[:：]|比如|例如|예)[\s,:：.]?/i;
