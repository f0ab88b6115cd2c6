import type { GraphCommit } from '../domain/attribution/analysis/assign-units.ts';
import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import { parseUnitTitle, type UnitTitle } from '../domain/attribution/unit-title.ts';
import type { CommitChanges } from '../ports/history.ts';
import type { AnalyzeDeps } from './analysis-deps.ts';
import type { ReadCommits, Times } from './read-commits.ts';

/** The changes of the main line with their files, oldest first. */
export async function readUnits(
  { history, onProgress }: AnalyzeDeps,
  read: ReadCommits,
  { head, shallow }: { readonly head: string | null; readonly shallow: boolean },
  signal?: AbortSignal,
): Promise<{ units: AnalyzedUnit[]; uncounted: number }> {
  const { graph, titles } = read;
  const units: AnalyzedUnit[] = [];
  let uncounted = 0;
  if (head === null) return { units, uncounted };
  const total = titles.size;
  const interned = new Map<string, string>();
  for await (const changes of history.changes(head, null, signal)) {
    const commit = graph.get(changes.id);
    if (commit === undefined) continue;
    if (changes.uncounted === true) uncounted += 1;
    // The oldest commits of a shallow clone look as if they had made everything.
    const boundary = shallow && commit.parents.length === 0;
    const title = titles.get(changes.id) ?? parseUnitTitle('', commit.parents.length > 1);
    units.push(toUnit(changes, title, commit.committedAt, leadOf(commit, read), boundary, interned));
    if (units.length % 500 === 0) onProgress?.('changes', units.length, total);
  }
  units.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { units, uncounted };
}

function toUnit(
  changes: CommitChanges,
  title: UnitTitle,
  at: number,
  leadSeconds: number | null,
  boundary: boolean,
  interned: Map<string, string>,
): AnalyzedUnit {
  const files: string[] = [];
  const changed = new Map<string, { additions: number; deletions: number }>();
  let lines: number | null = changes.uncounted === true || boundary ? null : 0;
  for (const file of boundary ? [] : changes.files) {
    // One string a path, however many changes touch it.
    const path = interned.get(file.path) ?? file.path;
    interned.set(path, path);
    files.push(path);
    if (file.additions === null || file.deletions === null) continue;
    if (lines !== null) lines += file.additions + file.deletions;
    changed.set(path, { additions: file.additions, deletions: file.deletions });
  }
  return {
    id: changes.id,
    at,
    kind: title.kind,
    title: title.title,
    files,
    changed,
    lines,
    leadSeconds,
    ...(title.pullRequest === undefined ? {} : { pullRequest: title.pullRequest }),
  };
}

/** From the first writing of what a merge brought (of the commit itself otherwise) to its arrival. Clocks of authors lie: never below 0. */
function leadOf(commit: GraphCommit & Times, { graph, titles }: ReadCommits): number | null {
  if (commit.committedAt === 0) return null;
  let first = commit.authoredAt;
  let side = commit.parents[1];
  // Down the branch until it left the main line.
  for (let steps = 0; side !== undefined && !titles.has(side) && steps < 500; steps += 1) {
    const step = graph.get(side);
    if (step === undefined) break;
    first = Math.min(first, step.authoredAt);
    side = step.parents[0];
  }
  return Math.max(0, commit.committedAt - first);
}
