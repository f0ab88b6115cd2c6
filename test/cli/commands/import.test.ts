import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DurableParts, openSqlite } from '../../../src/open-database.ts';
import { sampleRepository } from '../../storage/samples.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';
import { runHiyari } from '../support/run-hiyari.ts';

const folder = temporaryFolder();
const path = join(folder.path, 'data/hiyari.db');
const clock = { now: () => Date.parse('2026-10-01T00:00:00Z') };
const shop = sampleRepository();
const api = sampleRepository({ id: 12, name: 'api' });
let parts: DurableParts;

beforeAll(async () => {
  mkdirSync(join(folder.path, 'data'));
  parts = await openSqlite({ path, role: 'worker', clock, log: recordingLog() });
  for (const repository of [shop, api]) await parts.store.repositories.save(repository);
});
afterAll(async () => {
  await parts.store.close();
  folder.remove();
});

const importHere = (args: readonly string[], stdin: string | Uint8Array = '') =>
  runHere(['import', ...args], {
    stdin,
    openImport: async (named = path, role) => {
      const { store } = await openSqlite({ path: named, role, clock, log: recordingLog() });
      return { store, clock, close: store.close };
    },
  });

const find = (externalId: string) =>
  parts.store.incidents.find({ installationId: shop.installationId, source: 'import', externalId });

describe('hiyari import', () => {
  it('brings a table in; bad rows are named by line, the rest goes in', async () => {
    const csv = [
      '\uFEFFid,title,started_at,severity,repository,cost',
      'A-1,"Checkout, down",2026-09-01T00:00:00Z,P1,acme/shop,12',
      'A-2,,2026-09-01T00:00:00Z,P1,acme/shop,',
      'A-3,"Two',
      'lines ""quoted""",2026-09-02T00:00:00Z,low,acme/api,',
      'A-4,Elsewhere,2026-09-02T00:00:00Z,low,acme/none,',
      '',
      'A-5,Later,2027-09-02T00:00:00Z,banana,,',
      'A-7,a "word" in it,,"x"y,,',
      'A-6,Too,many,columns,here,and,there',
      '',
    ].join('\r\n');
    const ran = await importHere(['-', '--repo', 'acme/shop'], csv);
    expect(ran.code).toBe(1);
    expect(ran.stderr.split('\n')).toEqual([
      'Line 3: title is missing.',
      "Line 6: acme/none is not one of the App's repositories.",
      'Line 10: it cannot be read: it has 7 columns, the header 6.',
      '',
    ]);
    expect(ran.stdout).toBe(
      [
        '4 incidents imported, 3 rows left out.',
        '- 2 rows have a kind, severity or cause that is not known; it was left out.',
        '- 1 row has a time in the future; it was left out.',
        '- 2 rows have no start and no detection; the moment of the import stands in.',
        '- Columns that nothing was made of: cost.',
        '',
      ].join('\n'),
    );
    expect(await find(`${shop.id}:A-1`)).toMatchObject({
      title: 'Checkout, down',
      severity: 'critical',
      repositoryId: shop.id,
    });
    expect(await find('12:A-3')).toMatchObject({ title: 'Two lines "quoted"', repositoryId: 12 });
    expect(await find(`${shop.id}:A-5`)).toMatchObject({ startedAt: null, severity: null });
  });

  it('twice is the same; a row without an id is named by its content', async () => {
    const csv = 'title,started\nNameless,2026-08-01\nNameless,2026-08-02\n';
    for (let time = 0; time < 2; time += 1) {
      expect((await importHere(['-', '--repo', 'ACME/api'], csv)).stdout).toContain('2 incidents imported.');
    }
    const period = { installationId: api.installationId, repositoryId: api.id, from: 0, to: clock.now() };
    const found = await parts.store.incidents.between(period);
    expect(found.filter(({ title }) => title === 'Nameless')).toHaveLength(2);
  });

  it('takes names of columns, zones, other delimiters and encodings', async () => {
    const file = join(folder.path, 'sjis.csv');
    // 件名;いつ;ID and 決済障害;2026/09/01 10:20;S-1 in Shift_JIS.
    const bytes = '8c8f96bc3b82a282c23b49440d0a8c888dcf8fe18a513b323032362f30392f30312031303a32303b532d310d0a';
    writeFileSync(file, Buffer.from(bytes, 'hex'));
    const how = ['--repo', 'acme/shop', '--delimiter', 'semicolon', '--zone', 'JST', '--map', 'started=いつ'];
    const ran = await importHere([file, ...how, '--encoding', 'shift_jis', '--json']);
    expect(readJson(ran.stdout)).toMatchObject({
      imported: 1,
      failed: 0,
      findings: { 'zone-assumed': 1 },
    });
    expect(await find(`${shop.id}:S-1`)).toMatchObject({ title: '決済障害', startedAt: '2026-09-01T01:20:00Z' });
    const wrong = await importHere([file, ...how, '--map', 'title=\uFFFD']);
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('see --encoding') });
  });

  it('UTF-16 with its mark needs no word', async () => {
    const bytes = Buffer.from('\uFEFFid\ttitle\nU-1\t障害\n', 'utf16le');
    const ran = await importHere(['-', '--repo', 'acme/shop', '--delimiter', 'tab'], bytes);
    expect(ran).toMatchObject({ code: 0 });
    expect((await find(`${shop.id}:U-1`))?.title).toBe('障害');
  });

  it('JSON lines are incidents of the published schema', async () => {
    const lines = ['{"id":"J-1","title":"Late","services":["a"]}', '', '[1]', '{"id":', '{"id":"J-2","title":{}}'];
    const ran = await importHere(['-', '--format', 'jsonl', '--repo', 'acme/shop', '--json'], lines.join('\n'));
    expect(readJson(ran.stdout)).toMatchObject({
      rows: 4,
      imported: 1,
      failed: 3,
      problems: [
        { line: 3, code: 'unreadable' },
        { line: 4, code: 'unreadable' },
        { line: 5, code: 'not-text', field: 'title' },
        { line: 5, code: 'missing', field: 'title' },
      ],
    });
    expect(await find(`${shop.id}:J-1`)).toMatchObject({ services: ['a'] });
  });

  it('a dry run keeps nothing', async () => {
    const ran = await importHere(['-', '--repo', 'acme/shop', '--dry-run'], 'id,title\nD-1,Dry\n');
    expect(ran).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 incident would be imported. Nothing was kept.'),
    });
    expect(await find(`${shop.id}:D-1`)).toBeNull();
  });

  it('a quotation mark that nobody closes is told, and costs no memory', async () => {
    const file = join(folder.path, 'open.csv');
    writeFileSync(file, `id,title\nQ-1,fine\nQ-2,"open\n${'x,y\n'.repeat(300_000)}`);
    const ran = await importHere([file, '--repo', 'acme/shop']);
    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Line 3: it cannot be read: max record size\.\n$/),
    });
    expect(await find(`${shop.id}:Q-1`)).not.toBeNull();
  });

  it.each([
    [[], /Name one file/],
    [['-', '--map', 'banana=x'], /--map is "banana=x"/],
    [['-', '--map', 'titel=x'], /Did you mean title\?/],
    [['-', '--zone', 'Mars'], /--zone is "Mars"/],
    [['-', '--encoding', 'klingon'], /--encoding is "klingon"/],
    [['-', '--repo', 'acme/none'], /Known: acme\/api, acme\/shop|Known: acme\/shop, acme\/api/],
    [['nowhere.csv', '--repo', 'acme/shop'], /nowhere\.csv cannot be read: there is no such file/],
  ])('%j is answered with the way out', async (args, words) => {
    const ran = await importHere(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
  });

  it('speaks Japanese', async () => {
    const ran = await importHere(['-', '--locale', 'ja', '--repo', 'acme/shop'], 'id,title\nK-1,\n');
    expect(ran.stderr).toBe('2 行目: title がありません。\n');
    expect(ran.stdout).toBe('インシデント 0 件を取り込みました。1 行は取り込めませんでした。\n');
  });

  it('as a process, beside a server that runs', async () => {
    const file = join(folder.path, 'one.csv');
    writeFileSync(file, 'id,title\nP-1,From a process\n');
    const ran = await runHiyari(['import', file, '--repo', 'acme/shop', '--json'], { cwd: folder.path });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect((await find(`${shop.id}:P-1`))?.title).toBe('From a process');
  });
});
