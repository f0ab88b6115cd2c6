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
const NOW = Date.parse('2026-10-01T12:00:00Z');
const clock = { now: () => NOW };
const shop = sampleRepository();
const CONFIG = [
  'projects:',
  '  refactor:',
  '    title: Large refactor',
  '    match: { branches: ["refactor/**"] }',
  '    expect: { merged-prs-per-week: 2, near-misses-per-28d: 3 }',
  '  empty: { match: { labels: [nobody] } }',
].join('\n');
let parts: DurableParts;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'data'));
  parts = await openSqlite({ path, role: 'worker', clock, log: recordingLog() });
  await parts.store.repositories.save(shop);
  await parts.store.baseFiles.save(shop.id, shop.defaultBranch, {
    files: { sha: 'a'.repeat(40), config: { path: '.github/impact.yml', text: CONFIG }, templates: [] },
    readAt: 0,
  });
  const exposures = Array.from({ length: 60 }, (_, i) => {
    const at = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
    return sampleExposure({
      repositoryId: shop.id,
      number: i + 1,
      sha: `m${i + 1}`,
      headRef: i % 3 === 0 ? 'refactor/ledger' : 'feature/x',
      openedAt: at(i + 1.5),
      readyAt: at(i + 1.5),
      mergedAt: at(i + 0.5),
    });
  });
  await parts.store.transaction((session) => session.exposures.save(exposures));
});
afterAll(async () => {
  await parts.store.close();
  folder.remove();
});

const hiyari = (args: readonly string[]) =>
  runHere(args, {
    openReport: async (named = path) => {
      const { store } = await openSqlite({ path: named, role: 'command', clock, log: recordingLog() });
      return { store, clock, webUrl: 'https://github.com', write: async () => {}, close: store.close };
    },
  });

describe('hiyari project', () => {
  it('shows the analysis at a terminal, as Markdown and as JSON', async () => {
    const shown = await hiyari(['project', 'refactor']);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('== Project: Large refactor ==');
    expect(shown.stdout).toContain("This project's PRs are 33 % of merges.");
    expect(shown.stdout).toMatch(/Merged PRs per week +≥ 2 +2\.5 \(/);
    const markdown = await hiyari(['project', 'refactor', '--md', '--locale', 'ja']);
    expect(markdown.stdout).toContain('このプロジェクトの PR はマージ全体の 33 % です。');
    const json = await hiyari(['project', 'refactor', '--json', '--since', '2026-09-02']);
    expect(readJson(json.stdout)).toMatchObject({
      repository: 'acme/shop',
      project: 'refactor',
      from: '2026-09-02',
      to: '2026-10-02',
      allChanges: 30,
      changes: 10,
      expectations: [{ measure: 'near-misses-per-28d', status: 'kept' }, { measure: 'merged-prs-per-week' }],
    });
  });

  it('says so of a project that matches nothing', async () => {
    const ran = await hiyari(['project', 'empty']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('Check "projects.empty.match"') });
  });

  it.each([
    [['project', 'refractor'], 'Did you mean "refactor"?'],
    [['project'], 'It takes one project. The configuration has: refactor, empty'],
    [['project', 'refactor', 'empty'], 'It takes one project.'],
    [['project', 'refactor', '--since', '2027-01-01'], '--since is "2027-01-01"'],
    [['project', 'refactor', '--json', '--md'], 'contradict one another'],
    [['project', 'refactor', '--repo', 'acme/none'], 'does not know "acme/none"'],
    [['expect', 'propose', '--project', 'refractor'], 'Did you mean "refactor"?'],
    [['expect', 'propose', '--project', 'empty'], 'No change of the last 12 weeks belongs to empty'],
    [['expect', 'propose', '--weeks', '0'], '--weeks'],
  ])('%j is refused: %s', async (args, words) => {
    expect(await hiyari(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(words) });
  });
});

describe('hiyari expect propose', () => {
  it('prints YAML for every project that has changes', async () => {
    const ran = await hiyari(['expect', 'propose', '--weeks', '8']);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('projects:\n  refactor:\n    expect:\n');
    expect(ran.stdout).toMatch(/ lead-time-p50: 2[45]h # 1 day/);
    expect(ran.stdout).not.toContain('empty');
  });
});
