import { existsSync } from 'node:fs';
import { afterAll } from 'vitest';
import { type LiveOptions, type LiveYear, liveYear } from '../../support/simulated-year/live-year.ts';
import type { GeneratedYear } from '../../support/simulated-year/generated-year.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Every commit waits for the disk: a year of them is faster in memory, where there is such a folder. */
const MEMORY = '/dev/shm';

export type Live = (year: GeneratedYear, options?: Omit<LiveOptions, 'folder'>) => Promise<LiveYear>;

/** Lives years in folders of their own, and clears up when the tests of a file are over. */
export function useLiveYears(): Live {
  const closing: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });
  return async (year, options = {}) => {
    const folder = temporaryFolder(existsSync(MEMORY) ? MEMORY : undefined);
    closing.push(folder.remove);
    const lived = await liveYear(year, { ...options, folder: folder.path });
    closing.push(lived.close);
    return lived;
  };
}
