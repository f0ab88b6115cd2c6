import type { ChangeFacts } from './change-facts.ts';

/** One step of the main branch: a merged pull request, a squash or a plain commit, with what it touched. */
export interface ChangeUnit {
  /** Commit id on the main branch, full or abbreviated, the same way everywhere. */
  readonly id: string;
  /** When it reached users, or the main branch when deployments are unknown. Unix seconds. */
  readonly at: number;
  /** The pull request, when it is known. */
  readonly pullRequest?: number;
  readonly files: readonly string[];
  readonly facts?: ChangeFacts;
}
