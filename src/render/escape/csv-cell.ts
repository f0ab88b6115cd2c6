import { visibleText } from './visible-text.ts';

/**
 * One cell by RFC 4180. Text that a spreadsheet would run as a formula is kept text by a leading apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection); our own numbers are not touched.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = visibleText(value);
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\n]/.test(text) ? `'${text}` : text;
  return /[",\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
