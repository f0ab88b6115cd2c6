import type { Schema } from './json-schema.ts';

export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

/** What GitHub's description says about the request side of one operation; schemas stand alone. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  /** `/repos/{owner}/{repo}/pulls/{pull_number}` */
  readonly template: string;
  readonly enabledForGitHubApps: boolean;
  readonly deprecated: boolean;
  readonly parameters: readonly OperationParameter[];
  readonly body: {
    readonly required: boolean;
    readonly schema: Schema;
    /** Top-level keys that the description knows; `null` when it allows any. */
    readonly keys: readonly string[] | null;
  } | null;
}
