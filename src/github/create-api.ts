import type { Octokit } from '@octokit/rest';
import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { Api } from './api.ts';
import type { EtagCache } from './etag-cache.ts';
import type { RateLimiter, RateLimitResource } from './rate-limiter.ts';
import { isSecondaryLimit, toGitHubError } from './to-github-error.ts';

/** Larger answers are not worth the memory. */
const MAX_CACHED_BYTES = 64 * 1024;
/** No list that we read is longer; one that seems so goes in circles. */
const MAX_PAGES = 1_000;

interface Answer {
  readonly data: unknown;
  readonly link: string | undefined;
}

export function createApi(deps: {
  readonly octokit: Octokit;
  readonly limiter: RateLimiter;
  readonly etags: EtagCache;
  /** Keeps answers of one token from another. */
  readonly scope: string;
  readonly clock: Clock;
}): Api {
  const { octokit, limiter, clock } = deps;

  async function call<T>(
    resource: RateLimitResource,
    kind: 'read' | 'write',
    route: string,
    ask: () => Promise<T>,
  ): Promise<T> {
    try {
      return await limiter.run(resource, kind, ask);
    } catch (raw) {
      const error = toGitHubError(raw, route, clock);
      if (error.retryAt !== null && raw !== error) {
        limiter.limit(isSecondaryLimit(error) ? 'all' : resource, error.retryAt);
      }
      throw error;
    }
  }

  function read(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer> {
    return call('core', 'read', route, async () => {
      const { data, headers } = await octokit.request(route, { ...parameters });
      return { data, link: headers.link };
    });
  }

  function readCached(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer> {
    const key = JSON.stringify([deps.scope, route, parameters]);
    const known = deps.etags.get(key);
    return call('core', 'read', route, async () => {
      try {
        const condition = known === undefined ? {} : { headers: { 'if-none-match': known.etag } };
        const { data, headers } = await octokit.request(route, { ...parameters, ...condition });
        const answer = { data, link: headers.link };
        if (headers.etag !== undefined && Number(headers['content-length'] ?? 0) <= MAX_CACHED_BYTES) {
          deps.etags.set(key, { etag: headers.etag, ...answer });
        }
        return answer;
      } catch (error) {
        if (known !== undefined && error instanceof RequestError && error.status === 304) return known;
        throw error;
      }
    });
  }

  async function get<T>(schema: z.ZodType<T>, route: string, parameters: Readonly<Record<string, unknown>>) {
    return parse(schema, route, (await read(route, parameters)).data);
  }

  return {
    get,
    find: async (schema, route, parameters, how) => {
      try {
        const answer = await (how?.cached ? readCached : read)(route, parameters);
        return parse(schema, route, answer.data);
      } catch (error) {
        if (error instanceof GitHubError && error.fault === 'gone') return null;
        throw error;
      }
    },
    list: async (schema, route, parameters, how) => {
      const items = [];
      let next: Readonly<Record<string, string>> | null = {};
      for (let pages = 0; next !== null; pages += 1) {
        if (pages === MAX_PAGES) throw new GitHubError(`GitHub's list ${route} does not end`, { fault: 'unavailable' });
        const answer: Answer = await (how?.cached ? readCached : read)(route, {
          per_page: 100,
          ...parameters,
          ...next,
        });
        const page = parse(schema, route, answer.data);
        items.push(...page);
        next = how?.enough?.(page) ? null : nextPage(answer.link);
      }
      return items;
    },
    page: async (schema, route, parameters) => {
      const answer = await read(route, { per_page: 100, ...parameters });
      return { items: parse(schema, route, answer.data), more: nextPage(answer.link) !== null };
    },
    send: (schema, route, parameters) =>
      call('core', 'write', route, async () => {
        const { data } = await octokit.request(route, { ...parameters });
        return parse(schema, route, data);
      }),
    budget: limiter.budget,
    graphql: (schema, query, variables) =>
      call('graphql', 'read', 'POST /graphql', async () => {
        try {
          return parse(schema, 'POST /graphql', await octokit.graphql(query, { ...variables }));
        } catch (error) {
          throw error instanceof GraphqlResponseError ? toQueryError(error, clock) : error;
        }
      }),
  };
}

/** A 2xx that is not what GitHub documents comes from something in between: it passes with time. */
function parse<T>(schema: z.ZodType<T>, route: string, data: unknown): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new GitHubError(`GitHub's answer to ${route} is not of the documented form: ${z.prettifyError(parsed.error)}`, {
    fault: 'unavailable',
    cause: parsed.error,
  });
}

/** The query parameters of the Link header's next page; the route stays ours, whatever host the header names. */
function nextPage(link: string | undefined): Readonly<Record<string, string>> | null {
  const next = link?.split(',').find((part) => part.includes('rel="next"'));
  const url = next?.slice(next.indexOf('<') + 1, next.indexOf('>'));
  if (url === undefined || !URL.canParse(url)) return null;
  const { searchParams } = new URL(url);
  const cursor = searchParams.get('cursor');
  const page = searchParams.get('page');
  if (cursor !== null) return { cursor };
  return page === null ? null : { page };
}

/** GraphQL says its trouble in a 200. */
function toQueryError(error: GraphqlResponseError<unknown>, clock: Clock): GitHubError {
  const types = new Set(error.errors?.map(({ type }) => type));
  const message = `GitHub refused a query: ${error.message}`;
  if (types.has('RATE_LIMITED') || types.has('RATE_LIMIT')) {
    const reset = Number(error.headers['x-ratelimit-reset']) * 1_000;
    const retryAt = Number.isFinite(reset) && reset > clock.now() ? reset : clock.now() + 60_000;
    return new GitHubError(message, { fault: 'rate-limited', status: 200, retryAt, cause: error });
  }
  if (types.has('NOT_FOUND')) return new GitHubError(message, { fault: 'gone', status: 200, cause: error });
  if (types.has('FORBIDDEN')) return new GitHubError(message, { fault: 'forbidden', status: 200, cause: error });
  // Untyped errors are GitHub's "something went wrong" (time-outs of the query among them).
  const fault = types.size === 0 || types.has(undefined as never) ? 'unavailable' : 'invalid';
  return new GitHubError(message, { fault, status: 200, cause: error });
}
