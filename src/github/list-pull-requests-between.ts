import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';
import { mapInFlight } from './map-in-flight.ts';

const CALLS_IN_FLIGHT = 10;

const comparison = z
  .object({ commits: z.array(z.object({ sha: z.string(), commit: z.object({ message: z.string() }) })) })
  .transform(({ commits }) => commits);
const pullRequests = z.array(z.object({ number: z.number() }));

/**
 * By GitHub's association of commits with pull requests, and by the message that GitHub writes when it merges: a
 * merge queue's squashed commit is on no pull request's branch. Naming one too many can only make a check stricter.
 */
export async function listPullRequestsBetween(
  { api }: { readonly api: Api },
  { owner, name: repo }: Repository,
  baseSha: string,
  headSha: string,
): Promise<readonly number[]> {
  const commits = await api.list(comparison, 'GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo,
    basehead: `${baseSha}...${headSha}`,
  });
  const numbers = await mapInFlight(CALLS_IN_FLIGHT, commits, async ({ sha, commit }) => {
    const associated = await api.list(pullRequests, 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', {
      owner,
      repo,
      commit_sha: sha,
    });
    return [...associated.map(({ number }) => number), ...numberInMessage(commit.message)];
  });
  return [...new Set(numbers.flat())];
}

function numberInMessage(message: string): readonly number[] {
  const [subject = ''] = message.split('\n', 1);
  const found = /^Merge pull request #(\d{1,9}) /.exec(subject) ?? /\(#(\d{1,9})\)$/.exec(subject);
  return found === null ? [] : [Number(found[1])];
}
