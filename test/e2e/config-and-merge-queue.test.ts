import { describe, expect, it } from 'vitest';
import { useApp } from '../support/use-app.ts';

const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';

describe('a pull request that edits the configuration', () => {
  const stage = useApp('mode: enforce\n');

  const configRun = (sha: string) => stage.repository.checkRuns(sha).find(({ name }) => name === 'Hiyari config');

  it('gets its problems as annotations', async () => {
    const text = 'mode: enforce\nrisk:\n  rules:\n    - { id: a, level: hihg, paths: ["a/**"] }\n';
    const { pull } = stage.repository.openPullRequest({ body: GOOD, files: [{ path: '.github/impact.yml', text }] });
    await stage.app.settled();
    const run = configRun(pull.head.sha);
    expect(run?.conclusion).toBe('failure');
    expect(run?.annotations).toMatchObject([{ path: '.github/impact.yml', start_line: 4 }]);
    expect(run?.annotations[0]?.message).toContain('high');
  });

  it('gets a preview of what would change', async () => {
    stage.repository.openPullRequest({ body: GOOD, files: ['db/1.sql'] });
    stage.repository.openPullRequest({ body: GOOD, files: ['src/a.ts'] });
    await stage.app.settled();
    const text =
      'mode: enforce\nrisk: { rules: [{ id: db, level: high, paths: ["db/**"] }] }\nreport: { every: month, to: issue }\n';
    const { pull } = stage.repository.openPullRequest({ body: GOOD, files: [{ path: '.github/impact.yml', text }] });
    await stage.app.settled();
    const run = configRun(pull.head.sha);
    expect(run?.conclusion).toBe('success');
    expect(run?.output.summary).toContain('#1');
    expect(run?.output.summary).not.toContain('#2');
  });
});

describe('a broken configuration at the base branch', () => {
  const stage = useApp(null);

  it.each([
    ['mode: enforce\nrisk: nonsense\n', 'failure'],
    ['mode: advise\nrisk: nonsense\n', 'neutral'],
    ['risk: nonsense\n', 'neutral'],
    ['mode: enforce\nrisk: [\n', 'failure'],
    ['mode: enforce\nmode: advise\n', 'failure'],
    [`mode: enforce\nlocale: en # ${'x'.repeat(1_000_000)}\n`, 'failure'],
  ])('%#: fails closed by its mode, and says so', async (text, conclusion) => {
    stage.repository.writeFile('.github/impact.yml', text);
    await stage.app.settled();
    const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe(conclusion);
    stage.repository.writeFile('.github/impact.yml', 'mode: enforce\n');
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('success');
  });
});

describe('extends', () => {
  const stage = useApp(null);

  it('holds for the file of the organisation too', async () => {
    stage.github.repository('acme/base').writeFile('.github/impact.yml', 'mode: enforce\n');
    stage.github.repository('acme/.github').writeFile('.github/impact.yml', 'extends: acme/base\n');
    await stage.app.settled();
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it('takes over what another repository says, and what the organisation says where there is no file', async () => {
    const shared = stage.github.repository('acme/.github');
    shared.writeFile('.github/impact.yml', 'mode: enforce\n');
    await stage.app.settled();
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
    stage.repository.writeFile('.github/impact.yml', 'extends: acme/.github\nmode: advise\n');
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('neutral');
    stage.repository.writeFile('.github/impact.yml', 'extends: acme/nowhere\nmode: enforce\n');
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
    expect(stage.seen(number).title).toMatch(/configuration/i);
  });

  it('does not show what a private repository says in a public one', async () => {
    const secret = stage.github.repository('acme/secret', { private: true });
    secret.writeFile('.github/impact.yml', 'mode: enforce\n');
    stage.repository.writeFile('.github/impact.yml', 'extends: acme/secret\nmode: enforce\n');
    await stage.app.settled();
    const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
  });
});

describe('a merge group', () => {
  const stage = useApp('mode: enforce\n');

  it('is its members, judged as one', async () => {
    const good = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    const bad = stage.repository.openPullRequest({ body: '', files: ['b.ts'] });
    await stage.app.settled();
    const passing = stage.repository.enqueue([good.number]);
    const failing = stage.repository.enqueue([good.number, bad.number]);
    await stage.app.settled();
    expect(stage.repository.checkRuns(passing.headSha)).toMatchObject([{ conclusion: 'success' }]);
    expect(stage.repository.checkRuns(failing.headSha)).toMatchObject([{ conclusion: 'failure' }]);
    expect(stage.repository.checkRuns(failing.headSha)[0]?.output.summary).toContain(`#${bad.number}`);
  });

  it('is judged again when its check is re-run, which GitHub has cleared', async () => {
    const good = stage.repository.openPullRequest({ body: GOOD, files: ['a.ts'] });
    await stage.app.settled();
    const { headSha } = stage.repository.enqueue([good.number]);
    await stage.app.settled();
    stage.repository.rerequest(stage.repository.checkRuns(headSha)[0]?.id ?? 0);
    await stage.app.settled();
    expect(stage.repository.checkRuns(headSha)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
    stage.repository.rerequestSuite(headSha);
    await stage.app.settled();
    expect(stage.repository.checkRuns(headSha)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  });
});
