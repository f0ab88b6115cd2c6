import { describe, expect, it } from 'vitest';
import type { Backfill } from '../../../src/domain/exposure/backfill.ts';
import { PROJECT, postmortemScene } from '../../support/postmortem-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp(PROJECT('off'));
const { nearMiss, nearMisses, postmortems, postmortem, comments, say } = postmortemScene(stage);
const DAY = 24 * HOUR;

/** The cells of a row of a table in Markdown that begins with these words. */
const row = (text: string, start: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`| ${start} |`))
    ?.split('|')
    .map((cell) => cell.trim())
    .slice(1, -1);

describe('the postmortem of a project', () => {
  it('opens with the fourth near miss, with the numbers that one counts by hand', async () => {
    await stage.pass(DAY);
    stage.repository.merge(stage.repository.openPullRequest({ files: ['lib/a.ts'] }).number);
    const [first = 0, , third = 0] = await nearMisses(3);
    expect(postmortems()).toEqual([]);
    stage.repository.comment(third + 1, `/impact link #${third}`, 'maintainer');
    const fourth = await nearMiss('part4');
    const { title, body, number } = postmortem();
    expect(title).toBe('Project postmortem: Large refactor (2026-09-02)');
    const text = body ?? '';
    expect(text).toContain('- 2026-09-02: an expectation is broken. Near misses per 28 days: 4, expected ≤ 3.');
    // Eight changes of the project (each was reverted by another); beside it one, and two direct pushes: 8 of 11.
    expect(text).toContain("This project's PRs are 73 % of merges.");
    expect(row(text, 'near misses')?.slice(1, 4)).toEqual(['4', '0', '100 %']);
    expect(row(text, 'Near misses per 28 days')?.slice(1, 4)).toEqual(['≤ 3', '4 (1.1–10)', '🔴 broken']);
    // Four merges and four near misses, in turn.
    const timeline = text.slice(text.indexOf('## Timeline'), text.indexOf('## Changes behind it'));
    expect(timeline.match(/Merged: /g)).toHaveLength(4);
    expect(timeline.match(/\*\*Near miss\*\*/g)).toHaveLength(4);
    expect(timeline.indexOf(`Merged: \`#${first}\``)).toBeLessThan(timeline.indexOf(`Merged: \`#${fourth}\``));
    // A guess is no reference; what somebody confirmed is.
    expect(text).toContain(`| \`#${first}\` Rework part1 (likely) |`);
    expect(text).toContain(`| #${third} Rework part3 (confirmed) |`);
    // The statements named app/cache/, a place within the project's `app/**`.
    expect(text).toContain('Of 4 that can be judged, 4 hit a place');
    expect(text).not.toMatch(/alice|maintainer/i);
    expect(comments(number, 'table')).toHaveLength(1);
    expect(comments(number, 'boxes')).toEqual([]);
    expect(comments(number, 'again')).toEqual([]);
  });

  it('is one, whatever happens: further near misses change its numbers, further causes are appended', async () => {
    await nearMisses(4);
    const { number } = postmortem();
    await nearMiss('part5');
    expect(row(postmortem().body ?? '', 'near misses')?.[1]).toBe('5');
    expect(comments(number, 'again')).toEqual([]);
    await say(number, '/impact postmortem refactor');
    expect(comments(number, 'again').map(({ body }) => body)).toEqual([
      expect.stringContaining(`asked for on #${number}.`),
    ]);
    expect(postmortem().body?.match(/^- 2026-09-01: /gm)).toHaveLength(2);
    // Heard once in 28 days; after that, a project that is still in trouble is heard again.
    await stage.pass(29 * DAY);
    for (const part of ['a', 'b', 'c', 'd']) await nearMiss(part);
    expect(comments(number, 'again')).toHaveLength(2);
    expect(comments(number, 'again')[1]?.body).toContain('Near misses per 28 days: 4, expected ≤ 3');
    expect(postmortems()).toHaveLength(1);
  });

  it('is not opened again by what closed with it, but by what is new', async () => {
    await nearMisses(4);
    const first = postmortem().number;
    stage.repository.close(first);
    await stage.app.settled();
    await nearMiss('part5');
    expect(postmortems()).toHaveLength(1);
    await stage.pass(40 * DAY);
    await nearMisses(4);
    expect(postmortems().map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(await stage.app.deps.store.postmortems.ofProject(stage.repository.state.id, 'refactor')).toMatchObject([
      { sequence: 1, closedBy: 'closed' },
      { sequence: 2, closedAt: null },
    ]);
  });

  it('waits while the past is being read, unless somebody asks', async () => {
    const { backfills } = stage.app.deps.store;
    const { id } = stage.repository.state;
    const started = { repositoryId: id, phase: 'links', stopped: null } as unknown as Backfill;
    const backfill = (await backfills.find(id)) ?? started;
    await backfills.save({ ...backfill, phase: 'links', stopped: null });
    await nearMisses(4);
    expect(postmortems()).toEqual([]);
    await backfills.save({ ...backfill, phase: 'done' });
    await stage.restart();
    expect(postmortem().body).toContain('Near misses per 28 days: 4, expected ≤ 3');
  });

  it('writes back what was edited in its text, and leaves the table and the title to people', async () => {
    await nearMisses(4);
    const { number, body } = postmortem();
    const [table] = comments(number, 'table');
    const edited = `${table?.body}\nOur own words.`;
    stage.repository.editBody(number, 'Nothing happened.', 'maintainer');
    stage.repository.editTitle(number, 'What we do about the cache', 'maintainer');
    stage.repository.editComment(table?.id ?? 0, edited, 'maintainer');
    await stage.app.settled();
    await stage.restart();
    expect(postmortem()).toMatchObject({ body, title: 'What we do about the cache' });
    expect(comments(number, 'table').map((one) => one.body)).toEqual([edited]);
  });
});

describe('/impact postmortem', () => {
  it('opens one for a project by id or by title, on an issue or a pull request', async () => {
    const issue = stage.repository.openIssue({ title: 'Talk' });
    await say(issue.number, '/impact postmortem quiet CORNER');
    expect(postmortem().title).toContain('Quiet corner');
    expect(postmortem().body).toContain(`asked for on #${issue.number}.`);
    const { number } = stage.repository.openPullRequest();
    await say(number, '/impact postmortem refactor');
    expect(postmortems()).toHaveLength(2);
  });

  it('needs write access', async () => {
    const issue = stage.repository.openIssue({ title: 'Talk' });
    stage.repository.setPermission('passer-by', 'read');
    await say(issue.number, '/impact postmortem refactor', 'passer-by');
    expect(postmortems()).toEqual([]);
    expect(stage.repository.comments(issue.number).at(-1)?.body).toContain('it needs write access');
  });

  it.each([
    ['/impact postmortem refactr', 'Did you mean `refactor`? Known projects: `refactor` and `quiet`.'],
    ['/impact postmortem <b>@everyone</b>', 'There is no project `<b>@everyone</b>`.'],
    ['/impact postmortem', 'Please name the project. Known projects: `refactor` and `quiet`.'],
  ])('%s is answered', async (command, answer) => {
    const issue = stage.repository.openIssue({ title: 'Talk' });
    await say(issue.number, command);
    expect(postmortems()).toEqual([]);
    expect(stage.repository.comments(issue.number).at(-1)?.body).toContain(answer);
  });
});
