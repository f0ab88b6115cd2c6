import { beforeEach, describe, expect, it } from 'vitest';
import { GitHubError } from '../../src/ports/github-error.ts';
import type { PastIssue, PastIssues } from '../../src/ports/github-past.ts';
import type { InstalledRepository } from '../../src/ports/store.ts';
import { healIssues } from '../../src/usecases/heal-issues.ts';
import { recordingLog } from '../support/recording-log.ts';
import { useApp } from '../support/use-app.ts';

const START = Date.UTC(2026, 8, 1);

describe('looking through the issues of a tracker', () => {
  const stage = useApp(null);
  let repository: InstalledRepository;
  beforeEach(async () => {
    const [found] = await stage.app.deps.store.repositories.all();
    if (found === undefined) throw new Error('no repository is known');
    repository = found;
    await stage.app.deps.store.looks.save(repository.id, START);
  });

  const issue = (number: number, updatedAt: number): PastIssue => ({
    number,
    title: 'Idea',
    body: null,
    labels: [],
    url: `https://github.com/acme/shop/issues/${number}`,
    state: 'open',
    createdAt: new Date(START).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    closedAt: null,
    author: 'alice',
  });
  const cost = { points: 1, limit: 5_000, remaining: 4_999, resetAt: 0 };

  async function heal(answer: (asked: PastIssues) => readonly PastIssue[]) {
    const asked: PastIssues[] = [];
    const log = recordingLog();
    const github = {
      ...stage.app.deps.app.installation(repository.installationId),
      pastIssues: async (_: unknown, page: PastIssues) => {
        asked.push(page);
        const items = answer(page);
        return { items, next: items.length === 0 ? null : `after ${asked.length}`, total: null, cost };
      },
    };
    await healIssues({ ...stage.app.deps, log, github }, repository);
    return { asked, log, lookedAt: await stage.app.deps.store.looks.find(repository.id) };
  }

  it('goes from page to page, and next time on from the newest change', async () => {
    const { asked, lookedAt } = await heal(({ cursor }) =>
      cursor === 'after 2' ? [] : [issue(cursor === null ? 1 : 2, START + (cursor === null ? 5_000 : 9_000))],
    );
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, 'after 1', 'after 2']);
    expect(asked[0]).toMatchObject({ updatedSince: new Date(START).toISOString(), label: null, pageSize: 100 });
    expect(lookedAt).toBe(START + 9_000);
  });

  it('ends after twenty pages, and leaves the rest to the next look', async () => {
    let number = 0;
    const { asked, lookedAt } = await heal(() => [issue(++number, START + number * 1_000)]);
    expect(asked).toHaveLength(20);
    expect(lookedAt).toBe(START + 20_000);
  });

  it('is no reason for pull requests not to be swept where the permission is missing', async () => {
    const { log, lookedAt } = await heal(() => {
      throw new GitHubError('Resource not accessible by integration', { fault: 'forbidden' });
    });
    expect(lookedAt).toBe(START);
    expect(log.lines.map(({ level }) => level)).toEqual(['warn']);
    await expect(
      heal(() => {
        throw new GitHubError('too late', { fault: 'timeout' });
      }),
    ).rejects.toMatchObject({ fault: 'timeout' });
  });
});
