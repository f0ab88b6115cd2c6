import type { Locale } from '../../domain/locale.ts';
import type { DayRange } from '../../domain/improvement/day.ts';
import { EXPECTATION_MEASURES, type Expectation } from '../../domain/project/expectation.ts';
import type { ProposedExpectation } from '../../domain/project/propose-expectations.ts';
import { isoDay } from '../../domain/calendar.ts';
import { actualOf } from './expectation-rows.ts';
import { projectTexts } from './project-texts.ts';

/** Proposed targets as YAML to paste into the configuration, each with the numbers behind it. */
export function renderProposal(
  proposals: readonly { readonly id: string; readonly expectations: readonly ProposedExpectation[] }[],
  period: DayRange,
  locale: Locale,
): string {
  const texts = projectTexts(locale);
  const lines = [`# ${texts.period(isoDay(period.from), isoDay(period.to - 1))}`, 'projects:'];
  for (const { id, expectations } of proposals) {
    lines.push(`  ${id}:`, '    expect:');
    for (const one of expectations) {
      const { counted, outOf } = one.measured;
      const behind = `${actualOf({ measure: one.measure, ...one.measured }, texts)}, ${counted} / ${outOf}`;
      lines.push(`      ${one.measure}: ${targetAsYaml(one)} # ${behind}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A target as the configuration reads it. */
export function targetAsYaml({ measure, target }: Expectation): string {
  switch (EXPECTATION_MEASURES[measure].unit) {
    case 'count':
      return String(target);
    case 'share':
      return `${Number((target * 100).toFixed(3))}%`;
    case 'seconds':
      return target % 86_400 === 0 ? `${target / 86_400}d` : `${Math.ceil(target / 3_600)}h`;
  }
}
