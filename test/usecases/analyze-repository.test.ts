import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHistory } from '../../src/git/create-history.ts';
import type { AnalyzeOptions } from '../../src/usecases/analysis-deps.ts';
import { analyzeRepository } from '../../src/usecases/analyze-repository.ts';
import { createGitRepository } from '../support/git-repository.ts';

function analyze(path: string, options: AnalyzeOptions = {}) {
  return analyzeRepository({ history: createHistory(path), clock: { now: () => 0 } }, options);
}

describe('analyzeRepository', () => {
  it('finds what a merged branch says, and how long it took', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { 'app/cart.rb': 'sum\n' });
    repository.merge('cache', 'Merge pull request #3 from acme/cache\n\nCache the cart', () => {
      repository.commit('Begin', { 'app/cache.rb': 'a\n' });
      repository.at(50);
      repository.commit('Go on', { 'app/cart.rb': 'cache(sum)\n' });
    });
    const broken = repository.git('rev-parse', 'HEAD^2');
    repository.at(80);
    repository.merge('fix', 'Merge pull request #4 from acme/fix\n\nKeep the cart', () => {
      // The words stand in a commit of the branch, and name a commit of the other branch.
      repository.commit(`Fix stale totals\n\nRegression from ${broken.slice(0, 10)}.`, { 'app/cart.rb': 'sum\n' });
    });
    const analysis = await analyze(repository.path);
    expect(analysis).toMatchObject({
      commits: 6,
      units: { count: 3, merges: 2, squashes: 0, plain: 1 },
      // 1 h after the start to 51 h, and 80 h to 81 h.
      prs: { count: 2, leadHours: { n: 2, p50: 1, p90: 50 } },
      faults: [
        {
          pullRequest: 4,
          title: 'Keep the cart',
          causes: [{ pullRequest: 3, title: 'Cache the cart', how: 'stated', lagDays: 30 / 24 }],
        },
      ],
    });
  });

  it('follows a quarrel: undone, applied again, undone again', async () => {
    const repository = createGitRepository();
    const on = { 'a.rb': 'new\nnew\n' };
    const off = { 'a.rb': 'old\n' };
    repository.commit('Start', off);
    repository.commit('Faster cache (#1)', on);
    repository.commit('Revert "Faster cache (#1)" (#2)', off);
    repository.commit('Revert "Revert "Faster cache (#1)" (#2)" (#3)', on);
    repository.commit('Revert "Faster cache" (#4)\n\nReverts acme/web#3', off);
    repository.at(200);
    repository.commit('Revert "Faster cache" (#5)', { 'b.rb': 'x\n' });
    const { reverts, nearMisses } = await analyze(repository.path);
    expect(
      reverts.map(({ pullRequest, reverted, depth, verified }) => [pullRequest, reverted.pullRequest, depth, verified]),
    ).toEqual([
      [5, 1, 1, false],
      [4, 3, 3, true],
      [3, 2, 2, true],
      [2, 1, 1, true],
    ]);
    expect(nearMisses.map((revert) => revert.pullRequest)).toEqual([4, 2]);
  });

  it('counts what names no change, and leaves other repositories alone', async () => {
    const repository = createGitRepository();
    repository.commit('Start (#1)', { a: '1\n' });
    repository.commit('Fix a (#2)\n\nCaused by other/web#1.', { a: '2\n' });
    repository.commit('Fix b (#3)\n\nCaused by #99.', { a: '3\n' });
    expect(await analyze(repository.path, { repository: 'acme/web' })).toMatchObject({
      faults: [],
      skipped: { unresolved: 2 },
    });
  });

  it('takes owners and the size of changes as evidence, as the App does', async () => {
    const repository = createGitRepository();
    repository.commit('Own (#1)', { '.github/CODEOWNERS': '/checkout/ @acme/money\n/ledger/ @acme/money\n' });
    repository.commit('Pay (#2)', { 'checkout/pay.ts': 'pay\n' });
    repository.commit('Post (#3)', { 'ledger/post.ts': 'post\n'.repeat(500) });
    repository.commit('Resize (#4)', { 'media/resize.ts': 'resize\n' });
    const startedAt = Number(repository.git('log', '-1', '--format=%ct')) + 60;
    const incident = { id: '1', title: 'Broken', body: 'Error at checkout/pay.ts:1', startedAt, causes: [] };
    const { incidents } = await analyze(repository.path, { incidents: [incident] });
    expect(incidents[0]?.causes.find(({ pullRequest }) => pullRequest === 3)?.evidence).toMatchObject([
      { kind: 'owners', owners: ['acme/money'] },
      { kind: 'time' },
      { kind: 'prior', reasons: ['large'], lines: 500 },
    ]);
  });

  it('takes the commits of a rebase for one change, and a revert that names it for another', async () => {
    const repository = createGitRepository();
    const url = 'PR-URL: https://github.com/acme/shop/pull/7';
    repository.commit('Start', { 'a.ts': 'one\ntwo\nthree\n' });
    repository.at(2);
    const first = repository.commit(`Round a\n\n${url}`, { 'a.ts': 'one\nTWO\nthree\n' });
    repository.at(2);
    const last = repository.commit(`Note b\n\n${url}`, { 'b.ts': 'b\n' });
    repository.at(2);
    repository.commit('Revert note (#7)', { 'b.ts': null });
    repository.at(50);
    repository.commit('Fix rounding', { 'a.ts': 'one\ntwo\nthree\n' });
    repository.commit(`Fix the note\n\nRegression from ${first.slice(0, 9)}.`, { 'b.ts': 'c\n' });
    const analysis = await analyze(repository.path, { blameBudgetMs: 60_000 });
    expect(analysis).toMatchObject({ units: { count: 5 }, prs: { count: 2 } });
    const causes = new Map(analysis.faults.map(({ title, causes }) => [title, causes[0]?.unit]));
    expect(causes.get('Fix rounding')).toBe(last);
    expect(causes.get('Fix the note')).toBe(last);
  });

  it('reads grafts as git shows them', async () => {
    const repository = createGitRepository();
    repository.commit('One', { a: '1\n' });
    repository.commit('Two', { a: '2\n' });
    const third = repository.commit('Three', { a: '3\n' });
    repository.git('replace', '--graft', third);
    const { units, commits } = await analyze(repository.path);
    expect([units.count, commits]).toEqual([1, 1]);
  });

  it('lets the oldest commit of a shallow clone touch nothing', async () => {
    const repository = createGitRepository();
    for (const n of [1, 2, 3]) repository.commit(`Change ${n} (#${n})`, { [`f${n}`]: '1\n' });
    const target = `${repository.path}-shallow`;
    onTestFinished(() => rmSync(target, { recursive: true, force: true }));
    execFileSync('git', ['clone', '--quiet', '--depth', '2', `file://${repository.path}`, target], { stdio: 'ignore' });
    expect(await analyze(target)).toMatchObject({
      units: { count: 2, files: { p50: 0, p90: 1 }, lines: { n: 1 } },
      skipped: { shallow: true },
    });
  });

  it('goes on without the lists of files that a damaged clone lost, and says so when history itself breaks off', async () => {
    const repository = createGitRepository();
    repository.commit('One', { 'd/a': '1\n' });
    const second = repository.commit('Two', { 'd/a': '2\n' });
    repository.commit('Three', { 'e/b': '3\n' });
    const lose = (object: string): void => {
      const id = repository.git('rev-parse', object);
      rmSync(join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2)));
    };
    lose(`${second}:d`);
    const damaged = await analyze(repository.path);
    expect(damaged.units.count).toBe(3);
    expect(damaged.skipped.uncounted).toBeGreaterThan(0);
    lose(second);
    await expect(analyze(repository.path)).rejects.toMatchObject({ name: 'HistoryError', code: 'failed' });
    writeFileSync(join(repository.path, '.git/HEAD'), 'ref: refs/heads/gone\n');
    await expect(analyze(repository.path)).rejects.toMatchObject({ code: 'no-head' });
  });
});
