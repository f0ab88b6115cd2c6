import type { Conclusion } from '../statement/decision.ts';

/** The names of the checks that the app publishes; branch protection refers to the first. */
export const IMPACT_CHECK = 'Technical impact';
export const CONFIG_CHECK = 'Hiyari config';

export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A button under the check. GitHub allows three; label ≤ 20, description ≤ 40, identifier ≤ 20 characters. */
export interface CheckAction {
  readonly identifier: 'insert-section' | 'recheck';
  readonly label: string;
  readonly description: string;
}

/** What a check says to people, in Markdown: everything but where it hangs. */
export interface CheckOutput {
  readonly conclusion: Conclusion;
  /** ≤ 255 characters. */
  readonly title: string;
  /** ≤ 65,535 characters each. */
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly actions: readonly CheckAction[];
}

/** A completed check run of ours on one commit. */
export interface CheckRun {
  readonly name: typeof IMPACT_CHECK | typeof CONFIG_CHECK;
  readonly headSha: string;
  /** `repoId:headSha:configHash`, so that a run can be traced to what was judged. */
  readonly externalId: string;
  readonly output: CheckOutput;
}
