/** Numbers of an analysis as people read them; the same in both languages. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** Two digits that mean something. */
export function short(value: number): string {
  return value >= 10 ? count(value) : value.toFixed(1);
}

export function day(isoTime: string | null): string {
  return isoTime === null ? '–' : isoTime.slice(0, 10);
}
