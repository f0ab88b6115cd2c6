import { readDocument } from './document.ts';
import { wantedKeys } from './heading-key.ts';
import { BODY_LIMIT, normaliseBody } from './normalise-body.ts';

/**
 * The body with the section behind it: what the *Insert section* button does. The body comes back as it was when one of
 * the headings is already there, or when the section would not fit, so pressing twice inserts once.
 */
export function appendSection(body: string | null, section: string, headings: readonly string[]): string {
  const before = body ?? '';
  const wanted = wantedKeys(headings);
  const { marks } = readDocument(normaliseBody(before), wanted);
  if (marks.some((mark) => mark.keys.some((key) => wanted.has(key)))) return before;
  const addition = section.trim();
  if (addition === '' || before.includes(addition)) return before;
  const breaks = before.includes('\r\n') ? '\r\n' : '\n';
  const text = addition.replace(/\r\n?|\n/g, breaks);
  const end = `${closing(before, breaks)}${text}${breaks}`;
  const kept = before.trimEnd();
  const whole = kept === '' ? `${text}${breaks}` : `${kept}${end}`;
  return whole.length > BODY_LIMIT ? before : whole;
}

/** What an open comment or fence would swallow must be closed first, or the section would be hidden. */
function closing(body: string, breaks: string): string {
  const comment = body.lastIndexOf('<!--') > body.lastIndexOf('-->') ? `${breaks}-->` : '';
  let fence: string | undefined;
  for (const line of body.split(/\r\n?|\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (!mark) continue;
    const run = mark[1] ?? '';
    if (fence === undefined) fence = run.startsWith('`') && mark[2]?.includes('`') ? undefined : run;
    else if (run.startsWith(fence.charAt(0)) && run.length >= fence.length && mark[2]?.trim() === '') fence = undefined;
  }
  return `${comment}${fence === undefined ? '' : `${breaks}${fence}`}${breaks}${breaks}`;
}
