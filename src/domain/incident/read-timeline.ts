import { readMoment } from './read-moment.ts';

const HEADING = /^ {0,3}#{1,6}\s+(\S.{0,200})$/;
const TIMELINE = /timeline|chronology|タイムライン|時系列|経緯/i;
/** A line of a list or a table that begins with a time. */
const ENTRY =
  /^\s{0,6}(?:[-*+|]\s*)?(?:\*\*|`)?(\d{4}[-/年].{8,40}|\d{1,2}:\d{2}(?::\d{2})?(?:\s?\(?(?:[A-Za-z]{1,5}|[+-]\d{2}:?\d{2})\)?)?)/;
const DATE = /^\d{4}-?\d{2}-?\d{2}|^\d{4}[/年]\s?\d{1,2}[/月]\s?\d{1,2}日?/;
const MOST_ENTRIES = 500;

/** The first and the last time of the section "Timeline", as text; times without a date are of the day of `date`. */
export function readTimeline(
  text: string,
  date: string | null,
): { readonly first: string | null; readonly last: string | null } {
  const day = date === null ? null : (DATE.exec(date.normalize('NFKC'))?.[0] ?? null);
  const entries: string[] = [];
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line)?.[1];
    if (heading !== undefined) inside = TIMELINE.test(heading);
    if (!inside || heading !== undefined || entries.length >= MOST_ENTRIES) continue;
    const time = ENTRY.exec(line)?.[1];
    if (time === undefined) continue;
    const full = /^\d{4}[-/年]/.test(time) ? time : day === null ? null : `${day} ${time}`;
    if (full !== null && readMoment(full) !== null) entries.push(full);
  }
  // One entry says when it began, not when it was over.
  return { first: entries[0] ?? null, last: entries.length > 1 ? (entries.at(-1) ?? null) : null };
}
