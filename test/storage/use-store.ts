import { afterAll, beforeAll, beforeEach } from 'vitest';
import { BIG_ID } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';

/** How far the ids of two examples lie apart: each has a few of its own. */
const STEP = 10;

/** One store for all examples of a contract, and for each an id that none had before. */
export function useStore(open: () => Promise<StoreHarness>, begin: (harness: StoreHarness, id: number) => void): void {
  let harness: StoreHarness;
  let id = BIG_ID;
  beforeAll(async () => {
    harness = await open();
    begin(harness, id);
  });
  beforeEach(() => {
    id += STEP;
    begin(harness, id);
  });
  afterAll(() => harness.close());
}
