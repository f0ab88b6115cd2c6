import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnalysisParts, OpenAnalysis } from '../../../src/cli/commands/analyze.ts';
import { createHistory } from '../../../src/git/create-history.ts';
import { createGitRepository, type GitRepository } from '../../support/git-repository.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';

const NOW = Date.UTC(2026, 1, 1);

function opener(extra: Partial<AnalysisParts> = {}): OpenAnalysis {
  return async (repository) => ({
    history: createHistory(repository),
    clock: { now: () => NOW },
    write: (path, text) => writeFile(path, text),
    onInterrupt: () => () => undefined,
    ...extra,
  });
}

/** A small shop: a cache that breaks the cart, its fix, and a change that is undone after two hours. */
function shop(): GitRepository {
  const repository = createGitRepository();
  repository.commit('Start', {
    'app/cart.rb': 'def total\n  sum\nend\n',
    'app/price.rb': 'PRICE = 1\n',
    'lib/mail.rb': 'x = 1\n',
  });
  repository.commit('Cache the cart (#11)', { 'app/cart.rb': 'def total\n  cache(sum)\nend\n' });
  repository.commit('Faster mail (#12)', { 'lib/mail.rb': 'x = 2\ny = 3\n' });
  repository.commit('Revert "Faster mail (#12)" (#13)\n\nReverts acme/shop#12', { 'lib/mail.rb': 'x = 1\n' });
  repository.at(72);
  repository.commit('Fix the total of an empty cart (#14)\n\nThis regression was introduced in #11.', {
    'app/cart.rb': 'def total\n  sum\nend\n',
  });
  repository.commit('Round prices (#15)', { 'app/price.rb': 'PRICE = 1.0\n' });
  repository.commit('Fix rounding of prices (#16)', { 'app/price.rb': 'PRICE = 1.25\n' });
  return repository;
}

describe('hiyari analyze', () => {
  it('prints one JSON document by its schema', async () => {
    const { path } = shop();
    const ran = await runHere(['analyze', path, '--json'], { openAnalysis: opener() });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(readJson(ran.stdout)).toMatchObject({
      units: { count: 7, squashes: 6, plain: 1, merges: 0 },
      prs: { count: 6 },
      faults: [{ pullRequest: 14, causes: [{ pullRequest: 11, how: 'stated', confidence: 0.97 }] }],
      reverts: [{ pullRequest: 13, reverted: { pullRequest: 12 }, lagHours: 1, depth: 1, verified: true }],
      nearMisses: [{ pullRequest: 13 }],
      skipped: { blamed: 0, blameLeft: 1, uncounted: 0, unresolved: 0 },
    });
  });

  it('infers causes within the budget, keeps the answers, and goes on from them', async () => {
    const { path } = shop();
    const state = join(path, '.git', 'state.json');
    const first = await runHere(['analyze', path, '--blame-budget', '60s', '--state', state, '--json'], {
      openAnalysis: opener(),
    });
    const found = readJson(first.stdout) as { faults: { pullRequest: number; causes: unknown[] }[]; skipped: unknown };
    expect(found.skipped).toMatchObject({ blamed: 1, blameLeft: 0 });
    expect(found.faults.find((fault) => fault.pullRequest === 16)?.causes[0]).toMatchObject({
      pullRequest: 15,
      how: 'inferred',
      evidence: [{ kind: 'blame', lines: 1, totalLines: 1 }, { kind: 'files' }, { kind: 'time' }],
    });
    expect(existsSync(state)).toBe(true);
    const refusing = { ...createHistory(path), blame: () => Promise.reject(new Error('blamed again')) };
    const second = await runHere(['analyze', path, '--blame-budget', '60s', '--state', state, '--json'], {
      openAnalysis: opener({ history: refusing }),
    });
    expect(JSON.parse(second.stdout).faults).toEqual(found.faults);
  });

  it('stops blaming when interrupted and prints what is known', async () => {
    const { path } = shop();
    let stop = (): void => undefined;
    const history = createHistory(path);
    const parts: Partial<AnalysisParts> = {
      onInterrupt(callback) {
        stop = callback;
        return () => undefined;
      },
      history: {
        ...history,
        blame(commit, files, signal) {
          stop();
          return history.blame(commit, files, signal);
        },
      },
    };
    const ran = await runHere(['analyze', path, '--blame-budget', '60s', '--json'], { openAnalysis: opener(parts) });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/Stopped early/);
    expect(readJson(ran.stdout)).toMatchObject({ skipped: { blamed: 0, blameLeft: 1 }, faults: [{ pullRequest: 14 }] });
  });

  it('ends when interrupted before anything is known', async () => {
    const { path } = shop();
    const parts: Partial<AnalysisParts> = {
      onInterrupt(stop) {
        stop();
        return () => undefined;
      },
    };
    expect(await runHere(['analyze', path], { openAnalysis: opener(parts) })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'cancelled\n',
    });
  });

  it('ties incidents of a file to changes and tells bad rows by line', async () => {
    const { path } = shop();
    const csv =
      '\uFEFFid,title,started_at,description\r\nI-1,Cart is empty,2026-01-09T00:00:00Z,"NoMethodError\n  from app/cart.rb:2:in `total\'"\r\nI-2,No time,,x\r\n';
    const file = join(path, '.git', 'incidents.csv');
    writeFileSync(file, csv);
    const ran = await runHere(['analyze', path, '--incidents', file, '--json'], { openAnalysis: opener() });
    expect(ran.stderr).toContain(`${file}:4: the row has no start time`);
    expect(readJson(ran.stdout)).toMatchObject({
      incidents: [
        {
          id: 'I-1',
          causes: [
            { pullRequest: 14, evidence: [{ kind: 'files', shared: ['app/cart.rb'] }, { kind: 'time' }] },
            expect.anything(),
            expect.anything(),
            expect.anything(),
            expect.anything(),
          ],
        },
      ],
    });
  });

  it('counts from a day on', async () => {
    const { path } = shop();
    const ran = await runHere(['analyze', path, '--since', '2026-01-07', '--json'], { openAnalysis: opener() });
    expect(readJson(ran.stdout)).toMatchObject({
      units: { count: 3 },
      reverts: [],
      faults: [{ causes: [{ pullRequest: 11 }] }],
    });
  });

  it('writes Markdown and HTML in both languages', async () => {
    const { path } = shop();
    const page = join(path, '.git', 'report.html');
    for (const [locale, heading] of [
      ['en', 'Near misses'],
      ['ja', 'ヒヤリハット'],
    ] as const) {
      const ran = await runHere(['analyze', path, '--md', '--html', page, '--locale', locale], {
        openAnalysis: opener(),
      });
      expect(ran.code).toBe(0);
      expect(ran.stdout).toContain(`## ${heading}`);
      const html = readFileSync(page, 'utf8');
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).toContain(`<h2>${heading}</h2>`);
    }
  });

  it('shows nothing of a title as markup, mention or reference', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { a: '1\n' });
    repository.commit('<script>alert(1)</script> @team [x](http://evil) (#5)', { a: '2\n' });
    repository.commit('Revert it (#6)\n\nReverts #5', { a: '1\n' });
    const page = join(repository.path, '.git', 'report.html');
    const ran = await runHere(['analyze', repository.path, '--md', '--html', page], { openAnalysis: opener() });
    expect(ran.stdout).not.toContain('<script');
    expect(ran.stdout).not.toMatch(/@team|[^\\]\]\(http/);
    expect(readFileSync(page, 'utf8')).not.toContain('<script');
  });

  it.each([
    [['--since', 'yesterday'], /--since: yesterday is neither/],
    [['--blame-budget', 'long'], /--blame-budget: long is no length of time/],
    [['--json', '--md'], /choose one/],
    [['second'], /name one repository/],
  ])('refuses %j', async (extra, message) => {
    const ran = await runHere(['analyze', '.', ...extra], { openAnalysis: opener() });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });

  it('says what is wrong with a folder that is no repository, and with a state that is none', async () => {
    const { path } = shop();
    const none = await runHere(['analyze', join(path, 'nowhere')], { openAnalysis: opener() });
    expect(none).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not a git repository; give the folder of a clone'),
    });
    const state = join(path, '.git', 'config');
    const broken = await runHere(['analyze', path, '--state', state], { openAnalysis: opener() });
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('is not a state file') });
  });

  it('answers an empty repository', async () => {
    const { path } = createGitRepository();
    const ran = await runHere(['analyze', path], { openAnalysis: opener() });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('no commits yet') });
    const json = await runHere(['analyze', path, '--json'], { openAnalysis: opener() });
    expect(readJson(json.stdout)).toMatchObject({ head: null, units: { count: 0 } });
  });
});
