/** A pull request template as it is at the base branch. */
export interface Template {
  readonly path: string;
  readonly text: string;
}
