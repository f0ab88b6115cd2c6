import type { Repository } from '../domain/pull-request/repository.ts';
import type { GitHub, IssueComment } from '../ports/github.ts';
import type { ListedIssue } from '../ports/github-issues.ts';
import { parseMarker } from '../render/comment/marker.ts';
import type { AppDeps } from './deps.ts';

type Deps = Pick<AppDeps, 'app'> & { readonly github: Pick<GitHub, 'issueComments' | 'issuesSince'> };

/** `key` null: whichever, as a transferred issue brings its own. */
export interface SoughtMarker {
  readonly kind: string;
  readonly key: string | null;
}

/** Whether we wrote it, and as what: anybody can copy a marker, so it counts only under our own account. */
export function isOurs(
  { authorId, body }: { readonly authorId: number; readonly body: string },
  botId: number,
  { kind, key }: SoughtMarker,
): boolean {
  const marker = authorId === botId ? parseMarker(body) : null;
  return marker?.kind === kind && (key === null || marker.key === key);
}

/** A comment of ours whose id was lost with GitHub's answer. */
export async function findOurComment(
  deps: Deps,
  repository: Repository,
  number: number,
  marker: SoughtMarker,
): Promise<IssueComment | null> {
  const botId = await deps.app.botUserId();
  const comments = await deps.github.issueComments(repository, number);
  return comments.find((comment) => isOurs(comment, botId, marker)) ?? null;
}

/** An issue of ours whose number was lost with GitHub's answer; `since` is when we set out to open it. */
export async function findOurIssue(
  deps: Deps,
  repository: Repository,
  since: string,
  marker: SoughtMarker,
  states: readonly ListedIssue['state'][] = ['open', 'closed'],
): Promise<ListedIssue | null> {
  const botId = await deps.app.botUserId();
  const issues = await deps.github.issuesSince(repository, since);
  return issues.find((issue) => states.includes(issue.state) && isOurs(issue, botId, marker)) ?? null;
}
