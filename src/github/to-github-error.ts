import { RequestError } from '@octokit/request-error';
import type { Clock } from '../ports/clock.ts';
import { GitHubError, type GitHubFault } from '../ports/github-error.ts';

/** What GitHub asks to wait when it names no time. */
const UNNAMED_LIMIT_MS = 60_000;

/** Says what GitHub did not do. `route` is the template (`GET /repos/{owner}/{repo}`): it holds nobody's text. */
export function toGitHubError(error: unknown, route: string, clock: Clock): GitHubError {
  if (error instanceof GitHubError) return error;
  if (!(error instanceof RequestError) || error.response === undefined) return unanswered(error, route);
  const { status, message } = error;
  const said = `GitHub answered ${status} to ${route}: ${shorten(message)}`;
  const retryAt = limitedUntil(error, clock);
  if (retryAt !== null) return new GitHubError(said, { fault: 'rate-limited', status, retryAt, cause: error });
  return new GitHubError(said + advice(error), { fault: faultOf(error), status, cause: error });
}

/** True when the limit is the installation's as a whole, not one resource's. */
export function isSecondaryLimit(error: GitHubError): boolean {
  const { cause } = error;
  if (error.fault !== 'rate-limited' || !(cause instanceof RequestError)) return false;
  return cause.response?.headers['x-ratelimit-remaining'] !== '0';
}

function limitedUntil(error: RequestError, clock: Clock): number | null {
  const { status } = error;
  if (status !== 403 && status !== 429) return null;
  const headers = error.response?.headers ?? {};
  const after = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return clock.now() + after * 1_000;
  const reset = Number(headers['x-ratelimit-reset']) * 1_000;
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) return Math.max(reset, clock.now() + 1_000);
  return status === 429 || namesSecondaryLimit(error) ? clock.now() + UNNAMED_LIMIT_MS : null;
}

/** Some secondary limits come as a 403 without any header; the words are all that GitHub gives. */
function namesSecondaryLimit(error: RequestError): boolean {
  return /secondary[ -]rate[ -]limit|abuse detection/i.test(error.message);
}

function faultOf(error: RequestError): GitHubFault {
  const { status } = error;
  if (status >= 500) return 'unavailable';
  if (status === 401) return 'unauthorized';
  if (status === 403) return isSuspended(error) ? 'unauthorized' : 'forbidden';
  if (status === 404 || status === 410 || status === 451) return 'gone';
  return status === 408 ? 'timeout' : 'invalid';
}

function isSuspended(error: RequestError): boolean {
  return /suspended/i.test(error.message);
}

function advice(error: RequestError): string {
  const needed = error.response?.headers['x-accepted-github-permissions'];
  return error.status === 403 && needed ? `. The App needs the permission ${shorten(String(needed))}` : '';
}

function unanswered(error: unknown, route: string): GitHubError {
  const fault = hasTimedOut(error) ? 'timeout' : 'unavailable';
  const said = fault === 'timeout' ? 'GitHub did not answer in time' : 'GitHub could not be reached';
  const why = error instanceof Error ? `: ${shorten(error.message)}` : '';
  return new GitHubError(`${said} to ${route}${why}`, { fault, cause: error });
}

function hasTimedOut(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at.name === 'TimeoutError' || at.name === 'AbortError') return true;
  }
  return false;
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
