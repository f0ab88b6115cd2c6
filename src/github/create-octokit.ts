import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import type { Log } from '../ports/log.ts';

/** Who asks: the App itself, one installation of it, a token of a person or a workflow, or nobody. */
export type Identity =
  | { readonly kind: 'app'; readonly appId: number; readonly privateKey: string }
  | {
      readonly kind: 'installation';
      readonly appId: number;
      readonly privateKey: string;
      readonly installationId: number;
    }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'anonymous' };

/**
 * Octokit without its throttling and retry plugins: they cost most of a call's time and give up on secondary limits
 * on their own terms. The queue retries; the limiter of this folder says when.
 */
export function createOctokit(options: {
  readonly identity: Identity;
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly log: Log;
}): Octokit {
  const { identity, log } = options;
  return new Octokit({
    baseUrl: options.baseUrl,
    userAgent: 'hiyari',
    request: { fetch: options.fetch },
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: string) => log.warn({ detail: message }, 'Octokit warns'),
      // Of every answer above 399, also those that we expect: what is trouble is thrown, and told by who catches it.
      error: (message: string) => log.debug({ detail: message }, 'GitHub refused a request'),
    },
    ...authOf(identity),
  });
}

function authOf(identity: Identity): Readonly<Record<string, unknown>> {
  if (identity.kind === 'anonymous') return {};
  if (identity.kind === 'token') return { auth: identity.token };
  const { kind, ...auth } = identity;
  return { authStrategy: createAppAuth, auth };
}
