import MarkdownIt from 'markdown-it';

/** GitHub refuses longer descriptions. */
export const BODY_LIMIT = 65_536;

export type InsertedSection =
  | { readonly inserted: true; readonly body: string }
  | { readonly inserted: false; readonly because: 'body-too-long' };

/**
 * The description with the section at its end, or at its beginning where an unclosed code block or comment would
 * swallow it. A section that is there already is not added twice.
 */
export function insertSectionText(body: string | null, section: string): InsertedSection {
  const own = (body ?? '').replaceAll('\r\n', '\n').trimEnd();
  const block = section.trim();
  if (holds(own, block)) return { inserted: true, body: body ?? '' };
  const atEnd = own === '' ? `${block}\n` : `${own}\n\n${block}\n`;
  const next = endsInTheOpen(atEnd, block) ? atEnd : `${block}\n\n${own}\n`;
  const ended = body?.includes('\r\n') ? next.replaceAll('\n', '\r\n') : next;
  return ended.length > BODY_LIMIT ? { inserted: false, because: 'body-too-long' } : { inserted: true, body: ended };
}

function holds(body: string, block: string): boolean {
  return `\n${body}\n`.includes(`\n${block}\n`);
}

/** Reads back what was written: the section's first line must come out as a heading of its own. */
function endsInTheOpen(body: string, block: string): boolean {
  const line = body.slice(0, body.lastIndexOf(block)).split('\n').length - 1;
  return new MarkdownIt('commonmark')
    .parse(body, {})
    .some((token) => token.type === 'heading_open' && token.level === 0 && token.map?.[0] === line);
}
