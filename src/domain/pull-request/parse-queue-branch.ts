/** What the name of a branch tells that GitHub's merge queue made. */
export interface QueueBranch {
  readonly baseRef: string;
  /** The last pull request of the group. */
  readonly number: number;
  readonly baseSha: string;
}

/** Reads `gh-readonly-queue/main/pr-12-<sha>`; `null` for the name of any other branch. */
export function parseQueueBranch(branch: string): QueueBranch | null {
  const [, baseRef, number, baseSha] = /^gh-readonly-queue\/(.+)\/pr-(\d{1,10})-([0-9a-f]{40})$/.exec(branch) ?? [];
  if (baseRef === undefined || number === undefined || baseSha === undefined) return null;
  return { baseRef, number: Number(number), baseSha };
}
