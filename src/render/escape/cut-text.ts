/** At most `max` UTF-16 code units, never half a surrogate pair; what was cut is marked by `mark`, which counts. */
export function cutText(text: string, max: number, mark = '…'): string {
  if (text.length <= max) return text;
  return headOf(text, Math.max(0, max - mark.length)) + mark.slice(0, max);
}

/** The first `units` code units, one less where that would split a surrogate pair. */
function headOf(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  const splits = units > 0 && units < text.length && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? units - 1 : units);
}
