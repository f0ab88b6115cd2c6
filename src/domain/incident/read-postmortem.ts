import { buildFacts, type ReadingContext } from './build-facts.ts';
import { type IncidentFacts, MAX_BODY } from './incident.ts';
import type { IncidentField } from './incident-field.ts';
import { readFields } from './read-fields.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readTimeline } from './read-timeline.ts';

export interface PostmortemFile {
  readonly path: string;
  readonly text: string;
  readonly url: string | null;
}

/** Drafts and templates stand among the real ones. */
const TEMPLATE = /(?:^|\/)(?:_|\.)?(?:template|readme|index|テンプレート)[^/]*$/i;
const TITLE = /^ {0,3}#\s+(\S.{0,500})$/m;
const DATED_NAME = /(?:^|\/)(\d{4}-?\d{2}-?\d{2})[^/]*$/;

/**
 * Reads a postmortem: front matter first, then the usual headings and lines, then its timeline and the date in the file's
 * name. Whoever wrote a postmortem is done with the incident. `null` for the folder's template or index.
 */
export function readPostmortem({ path, text, url }: PostmortemFile, context: ReadingContext): IncidentFacts | null {
  if (TEMPLATE.test(path)) return null;
  const { fields: front, rest, broken } = readFrontMatter(text);
  const fields = new Map<IncidentField, string>(
    [...readFields(rest.slice(0, MAX_BODY))].filter(([field]) => field !== 'body'),
  );
  // Under the heading "Summary" stands a paragraph; a title is one line.
  fields.delete('title');
  for (const [field, value] of front) fields.set(field, value);
  const timeline = readTimeline(rest.slice(0, MAX_BODY), fields.get('startedAt') ?? DATED_NAME.exec(path)?.[1] ?? null);
  const state = /^(?:draft|open|ongoing|investigating|下書き|対応中)$/i.test(fields.get('state') ?? '')
    ? 'open'
    : 'resolved';
  const facts = buildFacts(
    fields,
    {
      title: TITLE.exec(rest.slice(0, MAX_BODY))?.[1] ?? path.slice(path.lastIndexOf('/') + 1),
      body: rest,
      url,
      state,
      kind: 'incident',
      startedAt: timeline.first ?? DATED_NAME.exec(path)?.[1] ?? null,
      resolvedAt: timeline.last,
    },
    context,
  );
  if (!broken) return facts;
  return { ...facts, findings: [...facts.findings, { code: 'unreadable-front-matter' }] };
}
