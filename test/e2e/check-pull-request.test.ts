import { describe, expect, it } from 'vitest';
import { useApp } from '../support/use-app.ts';

const GOOD = '## Technical impact\n\nSearch results are cached for a minute, so new items show up later.\n';
const FULL = `${GOOD}
### Blast radius
Everybody who searches; other pages do not read the cache.
### Rollback
Revert; the cache empties by itself within a minute.
### Monitoring
The hit rate and the p95 of /search, for three days.
`;
const RULES = `mode: enforce
risk:
  rules:
    - { id: schema, level: high, paths: ["db/migrate/**"], labels: ["area: database"], why: Schema changes lock tables. }
exempt: { authors: ["dependabot[bot]"], only-paths: ["docs/**"], reverts: true }
`;

describe('a pull request', () => {
  const stage = useApp(RULES);

  it('fails without a statement and passes once it is there', async () => {
    const { number } = stage.repository.openPullRequest({ body: 'Faster search.', files: ['src/search.ts'] });
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'failure', labels: ['impact: missing', 'risk: low'] });
    stage.repository.editBody(number, GOOD);
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'success', labels: ['risk: low', 'impact: stated'] });
  });

  it('asks for more where the paths are risky, and adds the label that the rule names', async () => {
    const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['db/migrate/1.sql'] });
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({
      conclusion: 'failure',
      labels: ['impact: stated', 'risk: high', 'area: database'],
    });
    stage.repository.editBody(number, FULL);
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('success');
  });

  it('takes its labels back when the reason is gone, and leaves those of people', async () => {
    const { number } = stage.repository.openPullRequest({ body: FULL, files: ['db/migrate/1.sql'], labels: ['mine'] });
    await stage.app.settled();
    expect(stage.seen(number).labels).toContain('area: database');
    stage.repository.writeFile('.github/impact.yml', 'mode: enforce\nrisk: { rules: [] }\n');
    await stage.app.settled();
    expect(stage.seen(number).labels).toEqual(['mine', 'impact: stated', 'risk: low']);
  });

  it('sees the old name of a renamed file', async () => {
    const { number } = stage.repository.openPullRequest({
      body: GOOD,
      files: [{ path: 'lib/1.sql', previousPath: 'db/migrate/1.sql', status: 'renamed' }],
    });
    await stage.app.settled();
    expect(stage.seen(number).labels).toContain('risk: high');
  });

  it.each<[string, Parameters<typeof stage.repository.openPullRequest>[0], string, string]>([
    ['a body that is null', { body: null, files: ['a.ts'] }, 'failure', 'impact: missing'],
    ['a deleted fork', { body: GOOD, files: ['a.ts'], head: { fork: 'deleted' } }, 'success', 'impact: stated'],
    ['a fork', { body: GOOD, files: ['a.ts'], head: { fork: true } }, 'success', 'impact: stated'],
    ['a draft', { body: '', files: ['a.ts'], draft: true }, 'failure', 'impact: missing'],
    [
      'a named bot',
      { body: '', files: ['a.ts'], author: { login: 'dependabot[bot]', type: 'Bot' } },
      'success',
      'impact: exempt',
    ],
    [
      'a person with a bot-like name',
      { body: '', files: ['a.ts'], author: { login: 'dependabot', type: 'User' } },
      'failure',
      'impact: missing',
    ],
    ['documents alone', { body: '', files: ['docs/a.md'] }, 'success', 'impact: exempt'],
    [
      'none with a reason',
      { body: '## Technical impact\n該当なし（コメントだけの変更のため）', files: ['a.ts'] },
      'success',
      'impact: none',
    ],
    ['none without a reason', { body: '## Technical impact\n該当なし', files: ['a.ts'] }, 'failure', 'impact: none'],
    [
      'none at a high risk',
      { body: '## Technical impact\n該当なし（安全なため）', files: ['db/migrate/1.sql'] },
      'failure',
      'impact: none',
    ],
  ])('%s', async (_name, spec, conclusion, label) => {
    const { number } = stage.repository.openPullRequest(spec);
    await stage.app.settled();
    const seen = stage.seen(number);
    expect(seen.conclusion).toBe(conclusion);
    expect(seen.labels).toContain(label);
  });

  it('is unknown, and fails, when GitHub lists fewer files than there are', async () => {
    const { number } = stage.repository.openPullRequest({ body: FULL, files: ['src/a.ts'], changedFiles: 3500 });
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'failure', labels: ['impact: stated', 'risk: unknown'] });
  });

  it('cannot weaken its own gate', async () => {
    const { number } = stage.repository.openPullRequest({
      body: '',
      files: [{ path: '.github/impact.yml', text: 'mode: off\n' }],
    });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it('is exempt as a revert only when the reverted one was stated and merged', async () => {
    const stated = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    const open = stage.repository.openPullRequest({ body: GOOD, files: ['b.ts'] });
    stage.repository.merge(stated.number);
    const revert = (number: number) =>
      stage.repository.openPullRequest({
        title: `Revert "x" (#${number})`,
        body: `Reverts acme/shop#${number}`,
        files: [{ path: 'a.ts', status: 'removed' }],
        head: { ref: `revert-${number}-x` },
      }).number;
    const [ofMerged, ofOpen] = [revert(stated.number), revert(open.number)];
    await stage.app.settled();
    expect(stage.seen(ofMerged).labels).toContain('impact: exempt');
    expect(stage.seen(ofOpen).labels).toContain('impact: missing');
  });

  it('inherits the statement of what it backports', async () => {
    const original = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    stage.repository.merge(original.number);
    stage.repository.pushTo('release', [{ path: '.github/impact.yml', text: RULES }]);
    const { number } = stage.repository.openPullRequest({
      body: `Backport of #${original.number}`,
      files: ['a.ts'],
      base: 'release',
    });
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'success' });
  });

  it('that was closed before we came gets nothing', async () => {
    stage.github.webhooks.hold();
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    stage.repository.close(number);
    const held = stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    for (const delivery of held.toReversed()) await stage.github.webhooks.send(delivery);
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: undefined, labels: [] });
  });

  it('that is retargeted is judged by the other branch', async () => {
    stage.repository.pushTo('release', [{ path: '.github/impact.yml', text: 'mode: off\n' }]);
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
    stage.repository.retarget(number, 'release');
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'neutral', labels: [] });
  });

  it('shares its commit with another: the worst counts until it closes', async () => {
    const first = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    const second = stage.repository.openPullRequest({ body: '', files: ['a.ts'], head: { sha: first.pull.head.sha } });
    await stage.app.settled();
    expect(stage.seen(first.number).conclusion).toBe('failure');
    expect(stage.seen(first.number).title).toContain(`#${second.number}`);
    stage.repository.close(second.number);
    await stage.app.settled();
    expect(stage.seen(first.number).conclusion).toBe('success');
  });
});

describe('what it costs', () => {
  const stage = useApp(RULES);

  it('opened: files, check, labels', async () => {
    stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    const cost = await stage.costOf(() => stage.repository.openPullRequest({ body: GOOD, files: ['b.ts'] }));
    expect([...cost].sort()).toEqual(['checks/create', 'issues/add-labels', 'pulls/list-files']);
  });

  it('body edited: one call, and none when the answer is the same', async () => {
    const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    const other = await stage.costOf(() => stage.repository.editBody(number, `${GOOD}\nAnd the sitemap.`));
    expect(other).toEqual(['checks/update']);
    const same = await stage.costOf(() => stage.repository.editTitle(number, 'Another title'));
    expect(same).toEqual([]);
  });

  it("a duplicate and the app's own echo: nothing", async () => {
    const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    const cost = await stage.costOf(async () => {
      for (const delivery of [...stage.github.webhooks.sent]) await stage.github.webhooks.send(delivery);
    });
    expect(cost).toEqual([]);
    expect(
      stage.github.webhooks.sent.some(({ event, action }) => event === 'pull_request' && action === 'labeled'),
    ).toBe(true);
    expect(stage.seen(number).conclusion).toBe('success');
  });
});
