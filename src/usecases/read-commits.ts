import type { GraphCommit } from '../domain/attribution/analysis/assign-units.ts';
import { findStatedCauses } from '../domain/attribution/find-stated-causes.ts';
import { parseRevertBranch } from '../domain/attribution/revert-title.ts';
import { parseUnitTitle, type UnitTitle } from '../domain/attribution/unit-title.ts';
import type { CommitRecord } from '../ports/history.ts';
import type { AnalyzeDeps, CommitClaims } from './analysis-deps.ts';

export type Times = Pick<CommitRecord, 'committedAt' | 'authoredAt'>;

/** The commits of a clone, as far as the analysis needs them. */
export interface ReadCommits {
  readonly graph: ReadonlyMap<string, GraphCommit & Times>;
  /** Of the main line alone. */
  readonly titles: ReadonlyMap<string, UnitTitle>;
  readonly claims: readonly CommitClaims[];
}

/** Reads every commit's message once, and keeps what it claims. */
export async function readCommits(
  { history, onProgress }: AnalyzeDeps,
  head: string | null,
  signal?: AbortSignal,
): Promise<ReadCommits> {
  const graph = new Map<string, GraphCommit & Times>();
  const titles = new Map<string, UnitTitle>();
  const claims: CommitClaims[] = [];
  if (head === null) return { graph, titles, claims };
  // Newest first, so the next commit of the main line is always known before it comes.
  let next: string | undefined = head;
  for await (const { id, parents, committedAt, authoredAt, message } of history.commits(head, signal)) {
    graph.set(id, { id, parents, committedAt, authoredAt });
    if (id === next) {
      titles.set(id, parseUnitTitle(message, parents.length > 1));
      next = parents[0];
    }
    const causes = findStatedCauses(message);
    const revertTitle = /^\s*re(?:vert|apply)/i.test(message)
      ? message.slice(0, 1_000).trim().split('\n', 1)[0]
      : undefined;
    const branch = parents.length > 1 ? parseRevertBranch(message.split('\n', 1)[0] ?? '') : undefined;
    if (branch !== undefined)
      causes.push({
        kind: 'revert',
        certainty: 'stated',
        quote: `revert-${branch}`,
        reference: { kind: 'number', number: branch, start: 0, end: 0 },
      });
    if (causes.length > 0 || revertTitle !== undefined) claims.push({ commit: id, causes, revertTitle });
    if (graph.size % 1_000 === 0) onProgress?.('commits', graph.size, null);
  }
  return { graph, titles, claims };
}
