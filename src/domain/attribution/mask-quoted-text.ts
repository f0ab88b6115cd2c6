/** Stands for one character of masked text; a run of them reads as one word that says nothing. */
export const MASK = '\u0002';

/**
 * Hides what a text shows but does not say: fenced and indented code, inline code, quoted lines and words, HTML comments.
 * Same length and same line breaks as the text, so offsets hold. Code or quotes around a bare reference stay: writers put
 * commit ids in backticks. Linear, never throws.
 */
export function maskQuotedText(text: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let blankBefore = true;
  let comment = false;
  for (const line of text.split('\n')) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (marker?.startsWith(fence)) fence = undefined;
      out.push(blank(line));
      continue;
    }
    if (marker !== undefined) {
      fence = marker;
      out.push(blank(line));
      continue;
    }
    const isCode: boolean = /^(?: {4}|\t)/.test(line) && blankBefore && !/^\s+(?:[-*+]|\d+\.) /.test(line);
    blankBefore = line.trim() === '' || isCode;
    if (/^ {0,3}>/.test(line) || isCode) {
      out.push(blank(line));
      continue;
    }
    const visible = maskComments(line, comment);
    comment = visible.open;
    out.push(maskWithin(visible.line));
  }
  return out.join('\n');
}

function blank(line: string): string {
  return MASK.repeat(line.length);
}

function maskComments(line: string, openBefore: boolean): { line: string; open: boolean } {
  let open = openBefore;
  let at = 0;
  let out = '';
  while (at < line.length) {
    const end = line.indexOf(open ? '-->' : '<!--', at);
    const stop = end < 0 ? line.length : open ? end + 3 : end;
    out += open ? MASK.repeat(stop - at) : line.slice(at, stop);
    at = stop;
    if (end >= 0) open = !open;
  }
  return { line: out, open };
}

const ONLY_REFERENCE = /^[\s[\]()]*(?:[\w.-]{0,100}\/?[\w.-]{0,100}[#@])?(?:\d{1,9}|[0-9a-f]{7,40})[\s[\]()]*$/i;
/** Pairs on one line, bounded: an unpaired quotation mark hides nothing. */
const QUOTED =
  /``[^`]{1,300}``|`[^`]{1,300}`|"[^"]{1,300}"|“[^”]{1,300}”|「[^」]{1,300}」|『[^』]{1,300}』|(?<=^|\s)'[^']{1,300}'(?=[\s.,;:)]|$)/g;

function maskWithin(line: string): string {
  return line.replace(QUOTED, (quoted) => {
    const inner = quoted.replace(/^[`"“「『']+|[`"”」』']+$/g, '');
    return ONLY_REFERENCE.test(inner) ? quoted : MASK.repeat(quoted.length);
  });
}
