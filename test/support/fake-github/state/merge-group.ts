/** Pull requests that wait in a merge queue, tried together on a branch of GitHub's own. */
export interface MergeGroup {
  /** `gh-readonly-queue/main/pr-7-…` */
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly numbers: readonly number[];
}
