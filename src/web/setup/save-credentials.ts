import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import type { AppCredentials } from '../../ports/app-credentials.ts';
import { setVariables } from './set-variables.ts';

/** Writes them into an environment file that only its owner can read: all of it, or nothing. */
export async function saveCredentials(path: string, credentials: AppCredentials, publicUrl: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const text = setVariables(before, {
    APP_ID: `${credentials.appId}`,
    PRIVATE_KEY: credentials.privateKey,
    WEBHOOK_SECRET: credentials.webhookSecret,
    PUBLIC_URL: publicUrl,
  });
  const beside = `${path}.new`;
  await writeFile(beside, text, { mode: 0o600 });
  // The mode above counts only when the file was not there.
  await chmod(beside, 0o600);
  await rename(beside, path);
}
