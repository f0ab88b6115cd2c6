import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DurableParts, openSqlite } from '../../../src/open-database.ts';
import { sampleExposure } from '../../storage/exposure-contract.ts';
import { sampleRepository } from '../../storage/samples.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'data/hiyari.db');
const clock = { now: () => Date.parse('2026-10-01T12:00:00Z') };
const shop = sampleRepository();
const CONFIG = [
  'locale: ja',
  'projects:',
  '  refactor: { title: Large refactor, match: { paths: ["src/**"] } }',
  'actions:',
  '  - { id: impact, title: State the impact, started: 2026-11-01 }',
].join('\n');
let parts: DurableParts;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'data'));
  parts = await openSqlite({ path, role: 'worker', clock, log: recordingLog() });
});
afterAll(async () => {
  await parts.store.close();
  folder.remove();
});

const written = new Map<string, string>();
const report = (args: readonly string[]) =>
  runHere(['report', ...args], {
    openReport: async (named = path) => {
      const { store } = await openSqlite({ path: named, role: 'command', clock, log: recordingLog() });
      return {
        store,
        clock,
        webUrl: 'https://github.com',
        write: async (file, text) => void written.set(file, text),
        close: store.close,
      };
    },
  });

describe('hiyari report', () => {
  it('says what is missing before there is anything', async () => {
    expect(await report([])).toMatchObject({ code: 2, stderr: expect.stringContaining('knows no repository yet') });
    await parts.store.repositories.save(shop);
    await parts.store.baseFiles.save(shop.id, shop.defaultBranch, {
      files: { sha: 'a'.repeat(40), config: { path: '.github/impact.yml', text: CONFIG }, templates: [] },
      readAt: 0,
    });
    const ran = await report(['--period', '2026-08', '--locale', 'en']);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing is recorded of acme/shop') });
    expect(ran.stdout.split('\n')[0]).toBe('# Impact report: acme/shop, August 2026');
  });

  it('reports in the language of the configuration, as Markdown for an issue', async () => {
    const days = ['2026-09-02', '2026-09-15', '2026-09-30'];
    await parts.store.transaction(({ exposures }) =>
      exposures.save(
        days.map((day, i) =>
          sampleExposure({
            repositoryId: shop.id,
            number: 900 + i,
            sha: `${i}`.repeat(40),
            mergedAt: `${day}T10:00:00Z`,
          }),
        ),
      ),
    );
    const ran = await report(['acme/SHOP', '--period', '2026-09']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const lines = ran.stdout.split('\n');
    expect(lines[0]).toBe('# 影響レポート: acme/shop 2026 年 9 月');
    expect(lines[2]).toBe('**まだ判断できない施策: 「State the impact」。**');
    expect(ran.stdout).toContain('マージされた変更 3 件に対し');
    expect(ran.stdout).toContain('開始日は 2026-11-01 です');
  });

  it('prints JSON alone, by its schema', async () => {
    const ran = await report(['acme/shop', '--json', '--period', '2026-Q3', '--project', 'refactor']);
    expect(readJson(ran.stdout)).toMatchObject({
      repository: 'acme/shop',
      project: { id: 'refactor', title: 'Large refactor' },
      period: { id: '2026-Q3', from: '2026-07-01', to: '2026-10-01' },
      complete: true,
      verdict: 'cannot-tell',
    });
    const now = readJson((await report(['--format', 'json', '--period', 'month'])).stdout);
    expect(now).toMatchObject({ period: { id: '2026-10' }, complete: false, at: '2026-10-01T12:00:00Z' });
  });

  it('writes a page, and a folder of tables', async () => {
    const page = await report(['--period', '2026-09', '--format', 'html', '--out', 'out/report.html']);
    expect(page).toMatchObject({ code: 0, stdout: '', stderr: 'Wrote out/report.html.\n' });
    expect(written.get('out/report.html')).toMatch(/^<!doctype html>\n<html lang="ja">/);
    await report(['--period', '2026-09', '--format', 'csv', '--out', 'tables']);
    expect(written.get('tables/report.csv')).toContain('acme/shop,,2026-09,');
    expect([...written.keys()].filter((file) => file.startsWith('tables/'))).toHaveLength(11);
  });

  it.each([
    [['a/b', 'c/d'], /one repository/],
    [['acme/none'], /does not know "acme\/none".*acme\/shop/],
    [['--period', '2026-13'], /--period is "2026-13"; it takes 2026-08/],
    [['--period', '2027-01'], /has not begun yet/],
    [['--project', 'refaktor'], /Did you mean "refactor"/],
    [['--format', 'pdf'], /md, html, json, csv/],
    [['--format', 'csv'], /--out/],
    [['--format', 'html', '--json'], /contradict/],
  ])('%j is told what is wrong and what is allowed', async (args, message) => {
    const ran = await report(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(message);
  });
});
