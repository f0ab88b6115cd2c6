import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import { useApp } from '../support/use-app.ts';

const CONFIG = 'locale: en\nincidents: { from: { issues: { labels: [incident] } } }\n';
const TOTAL = 'export function total(items) {\n  const sum = add(items);\n  return sum;\n}\n';
const ROUNDED = TOTAL.replace('return sum;', 'return Math.floor(sum);');

describe('commits that an incident names, or that its fix took lines from', () => {
  const stage = useApp(CONFIG);

  async function causesOf(body: string, fix?: { readonly path: string; readonly text: string }) {
    const { number } = stage.repository.openIssue({ title: 'Wrong', body, labels: ['incident'], author: 'alice' });
    await stage.app.settled();
    if (fix !== undefined) {
      const { number: mend } = stage.repository.openPullRequest({ body: `Fixes #${number}`, files: [fix] });
      await stage.app.settled();
      stage.repository.merge(mend);
      stage.repository.close(number);
      await stage.app.settled();
    }
    const known = await stage.app.deps.store.attributions.find(
      issueKey({ id: stage.repository.state.id, installationId: stage.repository.installationId ?? 0 }, number),
    );
    return known?.attribution.candidates ?? [];
  }

  /** A pull request of two commits: the first rounds totals, the second only adds a note. */
  async function twoCommits(method: 'rebase' | 'squash' | 'merge') {
    stage.repository.setPermission('alice', 'write');
    stage.repository.writeFile('app/total.ts', TOTAL);
    await stage.app.settled();
    const { number } = stage.repository.openPullRequest({
      body: 'Impact: none, rounding only',
      files: [{ path: 'app/total.ts', text: ROUNDED }],
    });
    stage.repository.push(number, [{ path: 'app/note.ts', text: 'export const note = 1;\n' }]);
    await stage.app.settled();
    stage.repository.merge(number, { method });
    await stage.app.settled();
    stage.repository.writeFile('app/later.ts', 'export const later = 1;\n');
    await stage.app.settled();
    return { number };
  }

  it.each(['rebase', 'squash', 'merge'] as const)(
    'a %s: lines of any commit of a pull request are its own',
    async (method) => {
      const { number } = await twoCommits(method);
      const [first] = await causesOf('Totals are off.', { path: 'app/total.ts', text: TOTAL });
      expect(first).toMatchObject({
        unit: `#${number}`,
        evidence: [{ kind: 'blame', lines: 1, totalLines: 1 }, { kind: 'files' }, { kind: 'time' }],
      });
    },
  );

  it('a short id of the main line names its pull request: also of the first of rebased commits', async () => {
    const { number } = await twoCommits('rebase');
    const tip = stage.repository.pullRequest(number).pull.merged?.sha ?? '';
    const parent = stage.repository.state.commits.get(tip)?.parents[0] ?? '';
    for (const sha of [tip.slice(0, 8), parent.slice(0, 10), parent]) {
      const [first] = await causesOf(`This was caused by commit ${sha}.`);
      expect(first).toMatchObject({ unit: `#${number}`, evidence: [{ kind: 'stated' }, { kind: 'time' }] });
    }
  });

  it('an id of a branch that was squashed names the pull request too', async () => {
    const { number } = await twoCommits('squash');
    const head = stage.repository.pullRequest(number).pull.head.sha;
    const [first] = await causesOf(`Regression from commit ${head.slice(0, 9)}.`);
    expect(first).toMatchObject({ unit: `#${number}`, evidence: [{ kind: 'stated' }, { kind: 'time' }] });
  });

  it('an id that nothing has, that several have, or that only a branch is called, names nothing', async () => {
    const { number } = await twoCommits('squash');
    stage.repository.pushTo('abcdef1', [{ path: 'x.ts', text: 'x\n' }]);
    await stage.app.settled();
    for (const sha of ['fedcba98', 'abcdef1']) {
      const causes = await causesOf(`This was caused by commit ${sha}.`);
      expect(causes.flatMap(({ evidence }) => evidence.filter(({ kind }) => kind === 'stated'))).toEqual([]);
      expect(causes.map(({ unit }) => unit)).toContain(`#${number}`);
    }
  });
});
