import { describe, expect, it } from 'vitest';
import { PROJECT, postmortemScene } from '../../support/postmortem-scene.ts';
import { useTimedApp } from '../../support/use-timed-app.ts';

const stage = useTimedApp(PROJECT('off'));
const { postmortem, comments, fillIn, boxes, tick, say } = postmortemScene(stage);

async function openPostmortem(): Promise<number> {
  const issue = stage.repository.openIssue({ title: 'Talk' });
  await say(issue.number, '/impact postmortem refactor');
  return postmortem().number;
}

const registered = () => stage.app.deps.store.actions.all(stage.repository.state.id);
const lastAnswer = (number: number) => stage.repository.comments(number).at(-1)?.body;

const FLAGS = '| flags | Ship behind feature flags | @mona | regression | 2026-12-01 | app/** | legacy/** |';
const STEPS = '| small-steps | Smaller steps | checkout team | | 2026/9/3 | project:refactor, service:billing | |';

describe('an improvement action', () => {
  it('is registered by ticking its box, once and for good', async () => {
    await openPostmortem();
    await fillIn([FLAGS, STEPS]);
    expect(boxes()).toContain(
      '- [ ] <!-- hiyari:action flags --> `flags`: **Ship behind feature flags**, taken on by @&#8203;mona; should reduce regressions; from 2026-12-01; in `app/**`; compared with `legacy/**`',
    );
    expect(await registered()).toEqual([]);
    await tick('flags', 'maintainer');
    const [action, ...more] = await registered();
    expect(more).toEqual([]);
    expect(action).toMatchObject({
      action: {
        id: 'flags',
        title: 'Ship behind feature flags',
        targets: ['regression'],
        announcedAt: Date.UTC(2026, 11, 1) / 86_400_000,
        measure: 'announcement',
        estimator: null,
      },
      source: 'postmortem',
      owner: '@mona',
      agreed: {
        scope: { paths: ['app/**'], projects: [], services: [] },
        control: { paths: ['legacy/**'], projects: [], services: [] },
      },
    });
    expect(boxes()).toContain(
      '- ✅ `flags`: **Ship behind feature flags**, taken on by @&#8203;mona; registered on 2026-09-01',
    );
    expect(boxes()).toContain('[ ] <!-- hiyari:action small-steps -->');
    // From now on it is counted what lies in its control area, and what it does not concern.
    stage.repository.merge(stage.repository.openPullRequest({ files: ['legacy/a.ts'] }).number);
    stage.repository.merge(stage.repository.openPullRequest({ files: ['docs/a.md'] }).number);
    await stage.app.settled();
    await stage.restart();
    const days = await stage.app.deps.store.records.days(stage.repository.state.id, 100_000);
    const traits = days.flatMap(({ cells }) => cells.map((cell) => cell.traits));
    expect(traits.filter(({ controlFor }) => controlFor.includes('flags'))).toHaveLength(1);
    expect(traits.filter(({ outsideOf }) => outsideOf.includes('flags')).length).toBeGreaterThan(0);
    // The goal cannot be moved afterwards.
    const [table] = comments(postmortem().number, 'table');
    stage.repository.editComment(table?.id ?? 0, table?.body.replace('2026-12-01', '2026-01-01') ?? '', 'maintainer');
    await stage.app.settled();
    expect(boxes()).toContain('The table says something else now.');
    expect(await registered()).toEqual([action]);
  });

  it('is registered by command', async () => {
    const number = await openPostmortem();
    await fillIn([FLAGS, STEPS]);
    await say(number, '/impact action Small-Steps');
    expect(await registered()).toMatchObject([
      {
        action: { id: 'small-steps', targets: ['regression', 'incident'] },
        agreed: { scope: { paths: [], projects: ['refactor'], services: ['billing'] }, control: null },
      },
    ]);
    await say(number, '/impact action small-steps');
    expect(await registered()).toHaveLength(1);
  });

  it('waits for a clear row: what is wrong, where, what is allowed', async () => {
    const number = await openPostmortem();
    await fillIn([
      '| A B | | | outage | soon | project:refactr | ../x |',
      FLAGS,
      '| flags | Again | team | inquiry | 2026-12-01 | | |',
      '| pipes | a | b | c | d | e | f | g | h |',
    ]);
    const said = boxes();
    expect(said).toContain('- Row 1\n');
    expect(said).toContain('the ID `A B` holds something else than `a-z`');
    expect(said).toContain('“Action” is empty.');
    expect(said).toContain('“Owner” is empty.');
    expect(said).toContain('`soon` is no day of the calendar. Write it as `2026-12-01`.');
    expect(said).toContain('“Where”: there is no project `refactr`. Known: `refactor` and `quiet`.');
    expect(said).toContain('“Compare with”: `../x` is no path pattern.');
    expect(said).toContain('the ID `flags` is taken by an earlier row.');
    expect(said).toContain('it has more cells than the table has columns.');
    await say(number, '/impact action pipes');
    expect(lastAnswer(number)).toContain('The action `pipes` cannot be registered yet:');
    await say(number, '/impact action nothing');
    expect(lastAnswer(number)).toContain('The table has no action `nothing`. It has: `flags`.');
    expect(await registered()).toEqual([]);
  });

  it('needs write access, a postmortem, and one that is open', async () => {
    const number = await openPostmortem();
    await fillIn([FLAGS]);
    stage.repository.setPermission('reader', 'read');
    await say(number, '/impact action flags', 'reader');
    expect(lastAnswer(number)).toContain('it needs write access');
    await tick('flags', 'reader');
    expect(boxes()).toContain('[ ] <!-- hiyari:action flags -->');
    const other = stage.repository.openIssue({ title: 'Other' }).number;
    await say(other, '/impact action flags');
    expect(lastAnswer(other)).toContain('works on the issue of a project postmortem');
    stage.repository.close(number);
    await stage.app.settled();
    await say(number, '/impact action flags');
    expect(lastAnswer(number)).toContain('this postmortem is closed');
    expect(await registered()).toEqual([]);
  });

  it('with hostile words is shown as words', async () => {
    await openPostmortem();
    await fillIn(['| evil | <img src=x> [x](http://e) @everyone --> - [x] | <!-- #1 @mona \\| | | 2026-12-01 | | |']);
    const said = boxes();
    const item = said.split('\n').find((line) => line.includes('hiyari:action evil')) ?? '';
    expect(item).not.toContain('<img');
    expect(item).not.toMatch(/@everyone|@mona|#1\b/);
    expect(item.match(/<!--/g)).toHaveLength(1);
    await tick('evil', 'maintainer');
    expect(await registered()).toHaveLength(1);
    expect(boxes()).not.toContain('<img');
  });

  it('whose box was copied into a comment of somebody else is not registered', async () => {
    const number = await openPostmortem();
    await fillIn([FLAGS]);
    const copy = stage.repository.comment(number, boxes().replace('[ ]', '[x]'), 'mallory');
    stage.repository.editComment(copy.id, `${copy.body} `, 'maintainer');
    await stage.app.settled();
    expect(await registered()).toEqual([]);
  });
});
