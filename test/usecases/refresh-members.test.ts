import { describe, expect, it } from 'vitest';
import { GitHubError } from '../../src/ports/github-error.ts';
import type { GitHubPeople } from '../../src/ports/github-people.ts';
import type { KnownMembers } from '../../src/ports/project-store.ts';
import { loadMembers } from '../../src/usecases/load-members.ts';
import { refreshMembers } from '../../src/usecases/refresh-members.ts';
import { sampleProject } from '../domain/project/samples.ts';
import { manualTime } from '../support/manual-time.ts';
import { recordingLog } from '../support/recording-log.ts';

const HOUR = 60 * 60 * 1_000;
const projects = [sampleProject({ match: { authors: ['Alice'], teams: ['acme/payments'] } })];

function stage() {
  const rows = new Map<string, KnownMembers>();
  const time = manualTime();
  const log = recordingLog();
  const asked: string[] = [];
  let answer: GitHubPeople = { accountId: async () => 7, teamMemberIds: async () => [8, 9] };
  const deps = {
    github: {
      accountId: (login: string) => {
        asked.push(login);
        return answer.accountId(login);
      },
      teamMemberIds: (team: string) => {
        asked.push(team);
        return answer.teamMemberIds(team);
      },
    },
    store: {
      members: {
        save: async (_: number, reference: string, members: KnownMembers) => {
          rows.set(reference, members);
        },
        of: async () => rows,
      },
    },
    clock: time.clock,
    log,
  };
  return {
    ...time,
    log,
    asked,
    answers: (next: Partial<GitHubPeople>) => {
      answer = { ...answer, ...next };
    },
    refresh: () => refreshMembers(deps, 1, projects),
    ids: async () => [...((await loadMembers(deps.store, 1, projects)).get('refactor') ?? [])].sort(),
  };
}

describe('refreshMembers', () => {
  it('asks once a day', async () => {
    const on = stage();
    await on.refresh();
    expect(await on.ids()).toEqual([7, 8, 9]);
    on.advance(23 * HOUR);
    await on.refresh();
    expect(on.asked).toEqual(['acme/payments', 'alice']);
    on.advance(HOUR);
    on.answers({ teamMemberIds: async () => [9] });
    await on.refresh();
    expect(await on.ids()).toEqual([7, 9]);
  });

  it.each<[string, GitHubPeople['teamMemberIds'], number]>([
    ['gone', async () => null, 24],
    [
      'out of reach',
      async () => {
        throw new GitHubError('no', { fault: 'forbidden' });
      },
      1,
    ],
  ])('keeps the old members while a team is %s, and says so', async (_, teamMemberIds, hours) => {
    const on = stage();
    await on.refresh();
    on.advance(24 * HOUR);
    on.answers({ teamMemberIds });
    await on.refresh();
    expect(await on.ids()).toEqual([7, 8, 9]);
    expect(on.log.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { data: { reference: 'acme/payments', kept: 2 } },
    ]);
    const before = on.asked.length;
    on.advance(hours * HOUR);
    await on.refresh();
    expect(on.asked.slice(before)).toContain('acme/payments');
  });

  it('does not hide what is no answer of GitHub', async () => {
    const on = stage();
    on.answers({ accountId: async () => Promise.reject(new TypeError('a defect')) });
    await expect(on.refresh()).rejects.toThrow('a defect');
  });
});
