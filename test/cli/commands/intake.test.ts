import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/open-database.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createSeal, hashToken } from '../../../src/usecases/intake-seal.ts';
import { sampleRepository } from '../../storage/samples.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readJson } from '../support/read-json.ts';
import { runHere } from '../support/run-here.ts';

const NOW = Date.parse('2026-10-01T00:00:00Z');
const clock = { now: () => NOW };
const seal = createSeal('a private key');
let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  folder = temporaryFolder();
  ({ store } = await openSqlite({ path: join(folder.path, 'hiyari.db'), role: 'worker', clock, log: recordingLog() }));
  await store.repositories.save(sampleRepository({ id: 1, name: 'shop' }));
  await store.repositories.save(sampleRepository({ id: 2, name: 'api' }));
  await store.repositories.save(sampleRepository({ id: 3, name: 'far', installationId: 9 }));
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const intake = (args: readonly string[], stdin = '') =>
  runHere(['intake', ...args], {
    stdin,
    openIntake: async () => ({
      store,
      clock,
      seal: () => seal,
      publicUrl: 'https://hiyari.acme.example',
      close: async () => {},
    }),
  });

interface Shown {
  readonly id: string;
  readonly url: string | null;
  readonly secret: string | null;
}
const add = async (...args: readonly string[]) => {
  const { stdout } = await intake(['add', '--kind', 'generic', '--repo', 'acme/shop', '--json', ...args]);
  return readJson(stdout) as unknown as Shown;
};
const secretsOf = async (id: string) =>
  (await store.intakeSources.find(id))?.secrets.map(({ sealed, until }) => [seal.unseal(sealed), until]);

describe('hiyari intake', () => {
  it('add shows address and secret once; the database has neither in the clear', async () => {
    const shown = await add('--repo', 'ACME/api');
    const token = shown.url?.replace('https://hiyari.acme.example/api/intake/', '') ?? '';
    const source = await store.intakeSources.byTokenHash(hashToken(token));
    expect(source).toMatchObject({ id: shown.id, kind: 'generic', repositoryIds: [1, 2] });
    expect(await secretsOf(shown.id)).toEqual([[shown.secret, null]]);
    expect(JSON.stringify(source)).not.toContain(shown.secret);
    expect(JSON.stringify(source)).not.toContain(token);
  });

  it('says in words what to do on the other side', async () => {
    const ran = await intake(['add', '--kind', 'pagerduty', '--repo', 'acme/shop']);
    expect(ran.stdout).toMatch(/^Id: pagerduty-[0-9a-f]{8}\nAddress: https:.*\nSecret: .*\n$/);
    expect(ran.stderr).toMatch(/hiyari intake rotate pagerduty-[0-9a-f]{8} --secret-from -/);
    const japanese = await intake(['add', '--kind', 'grafana', '--repo', 'acme/shop', '--locale', 'ja']);
    expect(japanese.stderr).toContain('contact point');
  });

  it('rotate takes the secret of the other side; the one before counts for a day', async () => {
    const { id, secret } = await add();
    const { stdout } = await intake(['rotate', id, '--secret-from', '-', '--json'], 'the secret of the other side\n');
    expect(readJson(stdout)).toMatchObject({ id, url: null, secret: null });
    expect(await secretsOf(id)).toEqual([
      ['the secret of the other side', null],
      [secret, NOW + 24 * 3_600_000],
    ]);
    const again = readJson((await intake(['rotate', id, '--now', '--address', '--json'])).stdout);
    expect(await secretsOf(id)).toEqual([[again.secret, null]]);
    expect(again.url).toMatch(/^https:/);
  });

  it('list names them, remove closes one', async () => {
    expect((await intake(['list'])).stdout).toMatch(/No program may report/);
    const { id } = await add('--repo', 'acme/api');
    expect((await intake(['list'])).stdout).toMatch(
      new RegExp(`${id} +generic +acme/shop acme/api +2026-10-01T00:00:00Z`),
    );
    expect(readJson((await intake(['list', '--json'])).stdout)).toMatchObject({
      sources: [{ id, kind: 'generic', repositories: ['acme/shop', 'acme/api'], oldSecretUntil: null }],
    });
    expect(readJson((await intake(['remove', id, '--json'])).stdout)).toMatchObject({
      removed: id,
    });
    expect((await intake(['remove', id])).stderr).toContain(`There is no door ${id}`);
  });

  it.each([
    [['add', '--repo', 'acme/shop'], /--kind/],
    [['add', '--kind', 'grafanna', '--repo', 'acme/shop'], /did you mean "?grafana/i],
    [['add', '--kind', 'grafana'], /--repo/],
    [['add', '--kind', 'grafana', '--repo', 'acme/none'], /Known: /],
    [['add', '--kind', 'grafana', '--repo', 'acme/shop', '--repo', 'acme/far'], /one installation/],
    [['add', '--kind', 'grafana', '--repo', 'acme/shop', '--secret-from', '-'], /too short/],
    [['rotate'], /Name one door/],
    [['rotate', 'x'], /There is no door x/],
  ])('%j is answered with the way out', async (args, words) => {
    const ran = await intake(args, 'short');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(words);
  });
});
