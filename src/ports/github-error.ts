export const GITHUB_FAULTS = [
  'rate-limited',
  'unavailable',
  'timeout',
  'forbidden',
  'unauthorized',
  'invalid',
  'gone',
] as const;
export type GitHubFault = (typeof GITHUB_FAULTS)[number];

/**
 * GitHub did not do what was asked. `rate-limited`, `unavailable` and `timeout` pass with time;
 * the others need a person (permission, suspended installation) or are a defect of ours (`invalid`).
 */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly fault: GitHubFault;
  readonly status: number | null;
  /** Milliseconds since the epoch before which a retry is pointless. */
  readonly retryAt: number | null;

  constructor(
    message: string,
    detail: {
      readonly fault: GitHubFault;
      readonly status?: number | null;
      readonly retryAt?: number | null;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: detail.cause });
    this.fault = detail.fault;
    this.status = detail.status ?? null;
    this.retryAt = detail.retryAt ?? null;
  }
}

/** What hardly passes with time. Credentials that are refused are not among them: all work waits for the operator. */
const LASTING: ReadonlySet<GitHubFault> = new Set(['forbidden', 'invalid', 'gone']);

/** True for trouble that trying again will hardly mend. A few tries are worth it: GitHub's copies lag behind its webhooks. */
export function isLasting(error: unknown): boolean {
  return error instanceof GitHubError && LASTING.has(error.fault);
}
