import type { Locale } from '../../domain/locale.ts';
import type { DecisionReason } from '../../domain/statement/decision.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { commandUsage } from '../comment/command-usage.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { fieldName } from '../section/field-name.ts';
import { pickHeading } from '../section/pick-heading.ts';
import type { Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';
import { listMissingFields } from './list-missing-fields.ts';

/** What the author can do now, one sentence each; empty when nothing is asked. */
export function renderNextSteps(
  judged: JudgedPullRequest,
  { locale, canInsert }: { readonly locale: Locale; readonly canInsert: boolean },
): readonly string[] {
  const { decision } = judged.opinion;
  if (decision.conclusion === 'success') return [];
  const texts = textsIn(locale);
  return decision.reasons.flatMap((reason) => renderStep(reason, judged, texts, locale, canInsert));
}

function renderStep(
  reason: DecisionReason,
  judged: JudgedPullRequest,
  texts: Texts,
  locale: Locale,
  canInsert: boolean,
): readonly string[] {
  const { step } = texts;
  const named = (id: string): string => `**${escapeMarkdown(fieldName(id, judged.policy.fields, locale), 120)}**`;
  switch (reason.code) {
    case 'statement-missing':
      return [canInsert ? step.addSectionByButton(texts.button['insert-section'].label) : step.addSection];
    case 'statement-placeholder': {
      const heading = judged.opinion.statement.heading ?? pickHeading(judged.policy.headings, locale);
      return [step.fillSection(`**${escapeMarkdown(heading ?? texts.section.heading, 120)}**`)];
    }
    case 'fields-required':
      // Said already, with the words that fit.
      if (judged.opinion.decision.reasons.some(({ code }) => code === 'none-above-limit')) return [];
      return [step.fillFields(texts.list(reason.fields.map(named)))];
    case 'none-above-limit': {
      const fields = listMissingFields(judged).map(({ id }) => named(id));
      return [step.sayWhyNone(fields.length === 0 ? null : texts.list(fields))];
    }
    case 'none-without-reason':
      return [step.giveReason];
    case 'risk-unknown':
      return [reason.because === 'truncated' ? step.splitOrFill : step.readAgain];
    case 'config-broken':
      return [step.mendConfig];
    case 'windows-open':
      return [step.confirmWindows];
    case 'line-stopped':
      return [step.liftStop({ issue: reason.issue, override: inlineCode(commandUsage('override', locale)) })];
    default:
      return [];
  }
}
