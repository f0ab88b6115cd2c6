import type { Locale } from '../../domain/locale.ts';
import { describeMatch } from '../describe/describe-match.ts';
import { describeReason } from '../describe/describe-reason.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { fence } from '../escape/fence.ts';
import { bullets } from '../layout/bullets.ts';
import { fieldName } from '../section/field-name.ts';
import { renderFieldSections, renderSection } from '../section/render-section.ts';
import { textsIn } from '../texts/texts-in.ts';
import { asksForWords, lacksSection } from './asks-for-words.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';
import { listMissingFields } from './list-missing-fields.ts';
import { renderNextSteps } from './render-next-steps.ts';

/** How many rules the summary explains; the details list all. */
const MATCHES_SHOWN = 5;

/** The summary of one pull request, in blocks: what was decided, what is missing, why this risk, what to do, what to paste. */
export function renderExplanation(
  judged: JudgedPullRequest,
  options: { readonly locale: Locale; readonly canInsert: boolean },
): readonly string[] {
  const { locale } = options;
  const { decision } = judged.opinion;
  return [
    ...renderReasons(judged, locale),
    ...(decision.conclusion === 'neutral' && asksForWords(decision) ? [textsIn(locale).check.advice] : []),
    ...(asksForWords(decision) ? renderMissing(judged, locale) : []),
    ...renderRisk(judged, locale),
    ...renderWhatToDo(judged, options),
    ...(asksForWords(decision) ? renderPaste(judged, locale) : []),
  ];
}

/** One sentence, or a list when there are more. */
export function renderReasons({ opinion, policy }: JudgedPullRequest, locale: Locale): readonly string[] {
  const reasons = opinion.decision.reasons.map((reason) => describeReason(reason, locale, { fields: policy.fields }));
  return reasons.length > 1 ? [bullets(reasons)] : reasons;
}

function renderMissing(judged: JudgedPullRequest, locale: Locale): readonly string[] {
  const texts = textsIn(locale);
  const fields = listMissingFields(judged).map(({ id, found: { verdict, quote } }) => {
    const name = escapeMarkdown(fieldName(id, judged.policy.fields, locale), 120);
    const place =
      quote === undefined ? '' : texts.inBrackets(texts.check.lines({ first: quote.firstLine, last: quote.lastLine }));
    return `**${name}**: ${texts.verdict[verdict]}${place}`;
  });
  return fields.length === 0 ? [] : [`### ${texts.check.missing}`, bullets(fields)];
}

function renderRisk({ opinion: { assessment } }: JudgedPullRequest, locale: Locale): readonly string[] {
  const texts = textsIn(locale);
  const { level, matches, unknown, setBy } = assessment;
  const shown = matches.slice(0, MATCHES_SHOWN).map((match) => describeMatch(match, locale));
  const rest = matches.length - shown.length;
  const rules = rest > 0 ? [...shown, texts.andMore(rest)] : shown;
  return [
    `### ${texts.check.risk(level)}`,
    ...(unknown === undefined ? [] : [texts.check.unknownRisk[unknown]]),
    ...(setBy === undefined ? [] : [texts.check.setBy(escapeMarkdown(setBy))]),
    ...(rules.length > 0 ? [bullets(rules)] : unknown === undefined ? [texts.match.noRule] : []),
  ];
}

function renderWhatToDo(
  judged: JudgedPullRequest,
  options: { readonly locale: Locale; readonly canInsert: boolean },
): readonly string[] {
  const { check } = textsIn(options.locale);
  const steps = renderNextSteps(judged, options);
  if (steps.length === 0) return [];
  const list = steps.length === 1 ? steps.join('') : steps.map((step, at) => `${at + 1}. ${step}`).join('\n');
  return [`### ${check.next}`, list, check.reruns];
}

/** A whole section where there is none of the author's; else only the fields that are missing in it. */
function renderPaste(judged: JudgedPullRequest, locale: Locale): readonly string[] {
  const { check } = textsIn(locale);
  const { opinion, policy } = judged;
  const missing = listMissingFields(judged).map(({ id }) => id);
  if (lacksSection(opinion.decision)) {
    const where = opinion.statement.verdict === 'placeholder' ? check.pasteInstead : check.pasteWhere;
    const section = renderSection(policy, opinion.assessment.level, locale);
    return [`### ${check.paste}`, where, fence(section, 'markdown')];
  }
  if (missing.length === 0) return [];
  const fields = renderFieldSections(policy, missing, locale);
  return [`### ${check.paste}`, check.pasteFields, fence(fields, 'markdown')];
}
