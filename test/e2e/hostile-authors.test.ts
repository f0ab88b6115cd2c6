import { describe, expect, it } from 'vitest';
import { useApp } from '../support/use-app.ts';

const GOOD = '## Technical impact\n\nSearch results are cached for a minute, so new items show up later.\n';
const RULES = `mode: enforce
risk: { rules: [{ id: schema, level: high, paths: ["db/**"] }] }
exempt: { reverts: true }
`;

describe('who wants to get past the gate', () => {
  const stage = useApp(RULES);

  it.each([
    ['touches a file that the reverted one did not', ['a.ts', 'b.ts']],
    ['touches none of its files', ['db/1.sql']],
    ['adds more than was removed', [{ path: 'a.ts', text: 'one\ntwo\nthree\nfour\nfive\n' }]],
  ])('is not exempt as a revert when the change %s', async (_name, files) => {
    const stated = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    stage.repository.merge(stated.number);
    const { number } = stage.repository.openPullRequest({ body: `Reverts #${stated.number}`, files });
    await stage.app.settled();
    expect(stage.seen(number)).toMatchObject({ conclusion: 'failure' });
    expect(stage.seen(number).labels).toContain('impact: missing');
  });

  it.each([
    ['the branch where the original went', 'main', ['a.ts']],
    ['another branch with other files', 'release', ['b.ts']],
  ])('inherits nothing as a backport to %s', async (_name, base, files) => {
    stage.repository.pushTo('release', [{ path: '.github/impact.yml', text: RULES }]);
    const original = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    stage.repository.merge(original.number);
    const { number } = stage.repository.openPullRequest({ body: `Backport of #${original.number}`, files, base });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it("cannot have one commit judged by another one's files", async () => {
    stage.github.webhooks.hold();
    const { number, pull } = stage.repository.openPullRequest({ body: GOOD, files: ['db/1.sql'] });
    const opened = stage.github.webhooks.takeHeld();
    const before = pull.head.sha;
    stage.repository.push(number, ['docs/a.md']);
    stage.github.webhooks.takeHeld();
    stage.github.webhooks.release();
    for (const delivery of opened) await stage.github.webhooks.send(delivery);
    await stage.app.settled();

    const { repository, pull: now } = stage.repository.pullRequest(number);
    expect(await stage.app.deps.store.files.find(repository.id, now.base.sha, before)).toBeNull();
    // The newer commit is judged although its own event was lost.
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it('holds up nobody any more once it has left the commit that they share', async () => {
    const first = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    const second = stage.repository.openPullRequest({ body: '', files: ['a.ts'], head: { sha: first.pull.head.sha } });
    await stage.app.settled();
    expect(stage.seen(first.number).conclusion).toBe('failure');
    stage.repository.push(second.number, ['b.ts']);
    await stage.app.settled();
    expect(stage.seen(first.number).conclusion).toBe('success');
    expect(stage.seen(second.number).conclusion).toBe('failure');
  });

  it('cannot find out by a configuration which private repositories and files there are', async () => {
    stage.github.repository('acme/secret', { private: true }).writeFile('real.yml', 'mode: enforce\n');
    const answers = [];
    for (const place of ['acme/secret:real.yml', 'acme/secret:none.yml', 'acme/nowhere:real.yml']) {
      const files = [{ path: '.github/impact.yml', text: `extends: ${place}\n` }];
      const { pull } = stage.repository.openPullRequest({ body: GOOD, files, author: 'mallory', head: { fork: true } });
      await stage.app.settled();
      const run = stage.repository.checkRuns(pull.head.sha).find(({ name }) => name === 'Hiyari config');
      answers.push(String(run?.annotations[0]?.message).replace(place, ''));
    }
    expect(answers[0]).toContain('cannot be read');
    expect(new Set(answers).size).toBe(1);
  });
});
