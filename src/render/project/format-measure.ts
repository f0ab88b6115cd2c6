import { EXPECTATION_MEASURES, type ExpectationMeasure } from '../../domain/project/expectation.ts';
import type { Interval } from '../../domain/stats/interval.ts';
import type { ProjectTexts } from './project-texts.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two digits that mean something, and none that do not. */
export function formatNumber(value: number): string {
  if (value >= 10) return Math.round(value).toLocaleString('en-US');
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 2 : 1;
  return value.toFixed(digits).replace(/\.0+$/, '');
}

/** Whole percents, but for the few near either end, where a half makes a difference. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const whole = percent >= 10 && percent <= 90;
  return `${percent.toFixed(whole ? 0 : 1).replace(/\.0$/, '')} %`;
}

/** A value of a measure, with its unit. */
export function formatMeasure(measure: ExpectationMeasure, value: number, { unit }: ProjectTexts): string {
  switch (EXPECTATION_MEASURES[measure].unit) {
    case 'count':
      return formatNumber(value);
    case 'share':
      return formatShare(value);
    case 'seconds':
      if (value >= DAY) return unit.days(formatNumber(value / DAY));
      return value >= HOUR ? unit.hours(formatNumber(value / HOUR)) : unit.minutes(formatNumber(value / MINUTE));
  }
}

/** `≤ 3`, `≥ 95 %`. */
export function formatTarget(measure: ExpectationMeasure, target: number, texts: ProjectTexts): string {
  const sign = EXPECTATION_MEASURES[measure].good === 'low' ? '≤' : '≥';
  return `${sign} ${formatMeasure(measure, target, texts)}`;
}

export function formatInterval({ lower, upper }: Interval, format: (value: number) => string): string {
  return `${lower === null ? '…' : format(lower)}–${upper === null ? '∞' : format(upper)}`;
}
