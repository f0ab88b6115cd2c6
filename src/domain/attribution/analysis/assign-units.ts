/** A commit as the assignment needs it. */
export interface GraphCommit {
  readonly id: string;
  readonly parents: readonly string[];
}

/**
 * Which change of the main line brought each commit: itself when it is on the main line, else the merge that brought it in.
 * Every commit is visited once, without recursion: histories are deep.
 */
export function assignUnits(commits: ReadonlyMap<string, GraphCommit>, head: string): Map<string, string> {
  const mainLine: string[] = [];
  const onMainLine = new Set<string>();
  for (let id: string | undefined = head; id !== undefined && !onMainLine.has(id); id = commits.get(id)?.parents[0]) {
    if (!commits.has(id)) break;
    onMainLine.add(id);
    mainLine.push(id);
  }
  const unitOf = new Map<string, string>();
  // Oldest first: what an older merge brought is not brought again.
  for (const unit of mainLine.reverse()) {
    const open = [unit];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (unitOf.has(id)) continue;
      const commit = commits.get(id);
      if (commit === undefined) continue;
      unitOf.set(id, unit);
      open.push(...commit.parents);
    }
  }
  return unitOf;
}
