export const DAY_MS = 86_400_000;

/** `2026-08-01` for a number of days since 1970-01-01; the time of day falls away. */
export function isoDay(day: number): string {
  return new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of an ISO 8601 day or moment; a moment keeps its time of day as a fraction. */
export function dayOf(iso: string): number {
  return Date.parse(iso) / DAY_MS;
}

/** Days since 1970-01-01; `month` counts from 0 and may lie outside the year. */
export function dayAt(year: number, month: number, date: number): number {
  return Date.UTC(year, month, date) / DAY_MS;
}
