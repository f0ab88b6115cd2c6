import type { MeasuredExpectation } from '../../domain/project/measure-expectations.ts';
import { isoDay } from '../../domain/calendar.ts';
import { formatInterval, formatMeasure, formatNumber, formatTarget } from './format-measure.ts';
import type { ProjectTexts } from './project-texts.ts';

/** The head of the table whose rows `expectationRow` gives. */
export function expectationHead({ column }: ProjectTexts): readonly string[] {
  return [column.expectation, column.target, column.actual, column.status, column.left, column.burn, column.exhausted];
}

/** `today`: whole days since 1970-01-01. */
export function expectationRow(one: MeasuredExpectation, texts: ProjectTexts, today: number): readonly string[] {
  const { measure, target, doubt } = one;
  // Where nothing was counted, nothing was allowed or spent either.
  const budget = one.value === null || doubt === 'no-changes' ? null : one.budget;
  const name = one.until === undefined ? '' : ` (${texts.leadTimeUntil[one.until]})`;
  const status = texts.status[one.status];
  return [
    `${texts.measure[measure]}${name}`,
    formatTarget(measure, target, texts),
    actualOf(one, texts),
    doubt === null ? status : `${status}: ${texts.doubt[doubt]}`,
    budget === null ? '–' : `${signed(budget.left)} / ${formatNumber(budget.allowed)}`,
    budget?.burnRate == null ? '–' : `${formatNumber(budget.burnRate)}×`,
    exhaustionOf(budget, texts, today),
  ];
}

/** The value with its interval; `–` when there was nothing to count. */
export function actualOf(
  { measure, value, interval }: Pick<MeasuredExpectation, 'measure' | 'value' | 'interval'>,
  texts: ProjectTexts,
): string {
  if (value === null) return '–';
  const format = (bound: number) => formatMeasure(measure, bound, texts);
  return `${format(value)} (${formatInterval(interval, format)})`;
}

function exhaustionOf(budget: MeasuredExpectation['budget'], texts: ProjectTexts, today: number): string {
  if (budget === null) return '–';
  if (budget.exhaustedInDays === null) return texts.notSoon;
  return budget.exhaustedInDays === 0 ? texts.overspent : isoDay(today + budget.exhaustedInDays);
}

function signed(value: number): string {
  // What sums of fractions leave behind is nothing.
  if (Math.abs(value) < 1e-6) return '0';
  return value < 0 ? `−${formatNumber(-value)}` : formatNumber(value);
}
