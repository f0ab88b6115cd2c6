import { buildFacts, type ReadingContext } from './build-facts.ts';
import { type IncidentFacts, MAX_BODY } from './incident.ts';
import { type FieldTexts, readFields } from './read-fields.ts';
import { readLabels } from './read-labels.ts';

/** An issue of GitHub as far as an incident can be read from it. */
export interface IssueText {
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly url: string;
  readonly state: 'open' | 'closed';
  /** ISO 8601, as GitHub writes times. */
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly author: string;
}

export interface IssueIncident {
  readonly facts: IncidentFacts;
  /** `owner/name` that the issue says it concerns, as it says it. */
  readonly repository: string | null;
}

/**
 * Reads an issue as an incident: a form's answers or lines of a free text, in English and Japanese, then labels, then
 * what GitHub knows (opened: detected; closed: resolved).
 */
export function readIssueIncident(issue: IssueText, context: ReadingContext): IssueIncident {
  const body = issue.body ?? '';
  const fields = withoutTitle(readFields(body.slice(0, MAX_BODY)));
  const facts = buildFacts(
    fields,
    {
      ...readLabels(issue.labels),
      title: issue.title,
      body,
      url: issue.url,
      state: issue.state === 'closed' ? 'resolved' : 'open',
      detectedAt: issue.createdAt,
      resolvedAt: issue.state === 'closed' ? issue.closedAt : null,
      detectedBy: issue.author,
    },
    context,
  );
  return { facts: { ...facts, toldBy: issue.author }, repository: fields.get('repository') ?? null };
}

/** An issue has a title of its own; its sections "Summary" and "Description" are part of its body. */
function withoutTitle(fields: FieldTexts): FieldTexts {
  return new Map([...fields].filter(([field]) => field !== 'title' && field !== 'body' && field !== 'id'));
}
