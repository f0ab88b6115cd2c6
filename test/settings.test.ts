import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Environment, loadEnvironment, readSettings, type Settings } from '../src/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'hiyari-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const key = privateKey.trim();
const keyPath = join(folder, 'key.pem');
writeFileSync(keyPath, `${key}\n`);

const SECRET = 'sixteen characters and more';
const complete = { APP_ID: '12', PRIVATE_KEY: key, WEBHOOK_SECRET: SECRET };

function settingsOf(env: Environment): Settings {
  const read = readSettings(env);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.settings;
}

function problemsOf(env: Environment): string {
  const read = readSettings(env);
  return 'problems' in read ? read.problems.join('\n') : '';
}

describe('settings', () => {
  it('have defaults for everything but credentials', () => {
    expect(settingsOf({})).toEqual({
      credentials: null,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      githubUrl: 'https://github.com',
      githubApiUrl: 'https://api.github.com',
      databasePath: './data/hiyari.db',
      logLevel: 'info',
      metricsToken: null,
      backfill: { share: 0.5, days: 365 },
    });
  });

  it('take an empty variable for an absent one', () => {
    expect(settingsOf({ APP_ID: '', PRIVATE_KEY: '', WEBHOOK_SECRET: '', PORT: '' })).toEqual(settingsOf({}));
  });

  it.each([
    ['PEM', { PRIVATE_KEY: key }],
    ['PEM with \\n', { PRIVATE_KEY: key.replaceAll('\n', '\\n') }],
    ['base64', { PRIVATE_KEY: Buffer.from(key).toString('base64') }],
    ['a path', { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: keyPath }],
  ])('read the key as %s', (_name, given) => {
    expect(settingsOf({ ...complete, ...given }).credentials).toEqual({
      appId: 12,
      privateKey: key,
      webhookSecrets: [SECRET],
    });
  });

  it('accept the secret before as well', () => {
    const previous = 'another long enough secret';
    const { credentials } = settingsOf({ ...complete, WEBHOOK_SECRET_PREVIOUS: previous });
    expect(credentials?.webhookSecrets).toEqual([SECRET, previous]);
  });

  it.each([
    ['https://github.com', 'https://api.github.com'],
    ['https://acme.ghe.com/', 'https://api.acme.ghe.com'],
    ['https://git.acme.example', 'https://git.acme.example/api/v3'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/api/v3'],
  ])('know the API of %s', (githubUrl, api) => {
    expect(settingsOf({ GITHUB_URL: githubUrl }).githubApiUrl).toBe(api);
  });

  it.each([
    ['sqlite:./data/x.db', './data/x.db'],
    ['sqlite:/var/lib/x.db', '/var/lib/x.db'],
    ['sqlite:///var/lib/x.db', '/var/lib/x.db'],
  ])('read %s', (address, path) => {
    expect(settingsOf({ DATABASE_URL: address }).databasePath).toBe(path);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT must be a port, 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
    [{ PUBLIC_URL: 'hiyari.example.com' }, 'PUBLIC_URL must be an address such as https://'],
    [{ PUBLIC_URL: 'ftp://hiyari.example.com' }, 'PUBLIC_URL must be an address'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16'],
    [{ DATABASE_URL: 'postgres://u:hunter2@db/x' }, 'DATABASE_URL names PostgreSQL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL is of a kind that is not known: use sqlite:PATH'],
    [{ ...complete, APP_ID: 'hiyari' }, 'APP_ID must be the number'],
    [{ ...complete, APP_ID: undefined }, 'APP_ID is missing'],
    [{ ...complete, PRIVATE_KEY: undefined }, 'PRIVATE_KEY is missing'],
    [{ ...complete, PRIVATE_KEY: 'not a key' }, 'PRIVATE_KEY is not an RSA key'],
    [{ ...complete, WEBHOOK_SECRET: undefined }, 'WEBHOOK_SECRET is missing'],
    [{ ...complete, WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET can be guessed'],
    [{ ...complete, WEBHOOK_SECRET_PREVIOUS: 'short' }, 'WEBHOOK_SECRET_PREVIOUS can be guessed'],
    [
      { ...complete, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: '/no/such/key' },
      'cannot be read (ENOENT): /no/such/key',
    ],
  ])('say what is wrong with %o', (env, message) => {
    expect(problemsOf(env)).toContain(message);
  });

  it('name every wrong variable at once', () => {
    expect(problemsOf({ PORT: '-1', LOG_LEVEL: 'loud', GITHUB_URL: 'x' }).split('\n')).toHaveLength(3);
    expect(problemsOf({ APP_ID: '1', DATABASE_URL: 'postgres://x' }).split('\n')).toHaveLength(3);
  });

  it('let a guessable secret pass only where somebody says that it is a trial', () => {
    const weak = { ...complete, WEBHOOK_SECRET: 'development' };
    expect(settingsOf({ ...weak, NODE_ENV: 'development' }).credentials?.webhookSecrets).toEqual(['development']);
    expect(problemsOf({ ...weak, NODE_ENV: 'production' })).toContain('WEBHOOK_SECRET');
  });

  it('never repeat a secret', () => {
    const said = problemsOf({
      ...complete,
      WEBHOOK_SECRET: 'hunter2',
      PRIVATE_KEY: 'my-key',
      DATABASE_URL: 'postgres://u:pw-1@x',
    });
    expect(said).not.toMatch(/hunter2|my-key|pw-1/);
  });
});

describe('the environment file', () => {
  it('fills in what is not set, and is read anew each time', () => {
    const file = join(folder, 'env');
    vi.stubEnv('HIYARI_TEST_EMPTY', '');
    vi.stubEnv('HIYARI_TEST_SET', 'set');
    writeFileSync(file, 'HIYARI_TEST_A="one\\ntwo"\nHIYARI_TEST_SET=file\nHIYARI_TEST_EMPTY=file\n');
    expect(loadEnvironment(file)).toMatchObject({
      HIYARI_TEST_A: 'one\ntwo',
      HIYARI_TEST_SET: 'set',
      HIYARI_TEST_EMPTY: 'file',
    });
    writeFileSync(file, 'HIYARI_TEST_A=three\n');
    expect(loadEnvironment(file).HIYARI_TEST_A).toBe('three');
    expect(process.env.HIYARI_TEST_A).toBeUndefined();
    vi.unstubAllEnvs();
  });

  it('may be absent', () => {
    expect(loadEnvironment(join(folder, 'none')).PATH).toBe(process.env.PATH);
  });
});
