import type { Share } from '../../domain/report/share.ts';
import type { Interval } from '../../domain/stats/interval.ts';
import { count, percent } from '../analysis/analysis-numbers.ts';
import type { ReportContext } from './report-context.ts';
import type { ReportTexts } from './texts/report-texts.ts';

const HOUR = 1 / 24;
const MINUTE = HOUR / 60;

/** Two digits that mean something, also below one. */
export function figure(value: number | null, none = '–'): string {
  if (value === null) return none;
  if (Math.abs(value) >= 100) return count(value);
  return value.toFixed(Math.abs(value) >= 10 || Number.isInteger(value) ? (Number.isInteger(value) ? 0 : 1) : 2);
}

/** A length of time given in days. */
export function duration(days: number | null, { duration: unit }: ReportTexts): string {
  if (days === null) return '–';
  if (days < HOUR) return unit.minutes(count(days / MINUTE));
  if (days < 2) return unit.hours(days < 10 * HOUR ? trim(days / HOUR) : count(days / HOUR));
  return unit.days(days < 10 ? trim(days) : count(days));
}

function trim(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

export function ratioInterval({ lower, upper }: Interval, { texts }: ReportContext): string {
  if (lower === null && upper === null) return texts.none;
  return texts.range((lower ?? 0).toFixed(2), upper === null ? texts.orMore : upper.toFixed(2));
}

export function shareWords({ share, count: some, of }: Share, { texts }: ReportContext): string {
  return share === null ? texts.none : texts.shareOf(share === 0 ? '0 %' : percent(share), count(some), count(of));
}

/** A ratio as people say it: "52 % fewer", "3.2 times as many". */
export function effectWords(ratio: number, { verdicts }: ReportContext): string {
  const change = Math.abs(1 - ratio);
  if (change < 0.005) return verdicts.same;
  if (ratio < 1) return verdicts.fewer(whole(change));
  return ratio < 3 ? verdicts.more(whole(change)) : verdicts.times(ratio < 10 ? ratio.toFixed(1) : count(ratio));
}

/** Tenths of a percent would claim what no interval holds. */
function whole(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** From the best to the worst that is plausible. */
export function effectInterval({ lower, upper }: Interval, context: ReportContext): string {
  const { verdicts } = context;
  if (lower === null && upper === null) return context.texts.none;
  return verdicts.between(
    effectWords(lower ?? 0, context),
    upper === null ? verdicts.unbounded : effectWords(upper, context),
  );
}
