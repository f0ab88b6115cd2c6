import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { saveCredentials } from '../../../src/web/setup/save-credentials.ts';
import { setVariables } from '../../../src/web/setup/set-variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'hiyari-env-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('an environment file', () => {
  it('keeps every other line', () => {
    const before = '# mine\nPORT=8080\n\nAPP_ID=\nexport OTHER="a=b"\n';
    expect(setVariables(before, { APP_ID: '7' })).toBe('# mine\nPORT=8080\n\nexport OTHER="a=b"\nAPP_ID="7"\n');
  });

  it('loses no older value', () => {
    expect(setVariables('APP_ID=5\n', { APP_ID: '7' })).toBe('# before the set-up: APP_ID=5\nAPP_ID="7"\n');
  });

  it('gives line ends back to who reads it', () => {
    const text = setVariables('', { PRIVATE_KEY: '-----BEGIN\r\nabc\n-----END\n' });
    expect(parseEnv(text)).toEqual({ PRIVATE_KEY: '-----BEGIN\nabc\n-----END' });
  });
});

describe('credentials', () => {
  const credentials = { appId: 7, slug: 'hiyari', privateKey: 'KEY\n', webhookSecret: 's3cret', url: 'https://x' };

  it('are readable only by their owner', async () => {
    const path = join(folder, 'new.env');
    await saveCredentials(path, credentials, 'https://h.example');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(path, 'utf8'))).toEqual({
      APP_ID: '7',
      PRIVATE_KEY: 'KEY',
      WEBHOOK_SECRET: 's3cret',
      PUBLIC_URL: 'https://h.example',
    });
  });

  it('close a file that was open to all', async () => {
    const path = join(folder, 'old.env');
    writeFileSync(path, 'PORT=1\n');
    chmodSync(path, 0o644);
    await saveCredentials(path, credentials, 'https://h.example');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(parseEnv(readFileSync(path, 'utf8'))).toMatchObject({ PORT: '1', APP_ID: '7' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
