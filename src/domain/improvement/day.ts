/** A moment in days since 1970-01-01T00:00Z; the fraction is the time of day. */
export type Day = number;

/** Whole UTC days, `to` not included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export function daysIn(range: DayRange): number {
  return Math.max(0, range.to - range.from);
}

/** Cuts a range into equal parts on whole days (they differ by a day at most). */
export function splitRange(range: DayRange, parts: number): DayRange[] {
  const days = daysIn(range);
  return Array.from({ length: parts }, (_, i) => ({
    from: range.from + Math.round((i * days) / parts),
    to: range.from + Math.round(((i + 1) * days) / parts),
  }));
}

/** The first day ≥ `day` on which a week begins; `weekStart` 0 is Monday. */
export function nextWeekStart(day: number, weekStart: number): number {
  // 1970-01-01 was a Thursday, three days after a Monday.
  return day + ((((weekStart - 3 - day) % 7) + 7) % 7);
}
