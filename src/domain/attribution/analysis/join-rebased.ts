import type { AnalyzedUnit } from './analyzed-unit.ts';
import type { GraphCommit } from './assign-units.ts';

/** Commits of one rebase are written within seconds; a later commit that only mentions the number is not. */
const ONE_MERGE_SECONDS = 600;
const UNDOES = /^\W{0,20}re(?:vert|apply)/i;

export interface JoinedUnits {
  readonly units: readonly AnalyzedUnit[];
  /** The unit that a commit of the main line went into, for those that are no unit any more. */
  readonly joined: ReadonlyMap<string, string>;
  /** The oldest commit of each joined unit: what was there before it is at its parent. */
  readonly oldest: ReadonlyMap<string, string>;
}

/**
 * Neighbours on the main line that name the same pull request were rebased: they are one change, called by its last commit, as
 * at GitHub. A rebase that names no number leaves no trace in git, and its commits stay changes of their own. `mainLine` is newest first.
 */
export function joinRebased(units: readonly AnalyzedUnit[], mainLine: Iterable<string>): JoinedUnits {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const joined = new Map<string, string>();
  const oldest = new Map<string, string>();
  let last: AnalyzedUnit | undefined;
  for (const id of mainLine) {
    const unit = byId.get(id);
    if (last !== undefined && unit !== undefined && belongTogether(unit, last)) {
      joined.set(id, last.id);
      oldest.set(last.id, id);
      byId.delete(id);
      last = join(unit, last);
      byId.set(last.id, last);
    } else last = unit;
  }
  if (joined.size === 0) return { units, joined, oldest };
  return { units: units.flatMap(({ id }) => byId.get(id) ?? []), joined, oldest };
}

/** What a rebased pull request changed lies between its last commit and the parent of its first. */
export function spanRebased(
  graph: ReadonlyMap<string, GraphCommit>,
  oldest: JoinedUnits['oldest'],
): ReadonlyMap<string, GraphCommit> {
  if (oldest.size === 0) return graph;
  const spans = [...oldest].map(([id, first]) => [id, { id, parents: graph.get(first)?.parents ?? [] }] as const);
  return new Map([...graph, ...spans]);
}

function belongTogether(earlier: AnalyzedUnit, later: AnalyzedUnit): boolean {
  return (
    earlier.pullRequest !== undefined &&
    earlier.pullRequest === later.pullRequest &&
    earlier.kind !== 'merge' &&
    later.kind !== 'merge' &&
    Math.abs(later.at - earlier.at) <= ONE_MERGE_SECONDS &&
    // "Revert a thing (#12)" names the number of what it undoes.
    !UNDOES.test(earlier.title) &&
    !UNDOES.test(later.title)
  );
}

function join(earlier: AnalyzedUnit, later: AnalyzedUnit): AnalyzedUnit {
  const changed = new Map(later.changed);
  for (const [file, { additions, deletions }] of earlier.changed) {
    const known = changed.get(file) ?? { additions: 0, deletions: 0 };
    changed.set(file, { additions: known.additions + additions, deletions: known.deletions + deletions });
  }
  return {
    ...later,
    files: [...new Set([...earlier.files, ...later.files])],
    changed,
    lines: earlier.lines === null || later.lines === null ? null : earlier.lines + later.lines,
    leadSeconds:
      earlier.leadSeconds === null || later.leadSeconds === null
        ? (earlier.leadSeconds ?? later.leadSeconds)
        : Math.max(earlier.leadSeconds, later.leadSeconds),
  };
}
