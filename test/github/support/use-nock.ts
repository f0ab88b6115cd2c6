import nock from 'nock';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';

/** No test reaches the network, and none leaves an expected request unasked. */
export function useNock(): void {
  beforeAll(() => nock.disableNetConnect());
  beforeEach(() => nock.cleanAll());
  afterEach(() => {
    const unasked = nock.pendingMocks();
    nock.cleanAll();
    expect(unasked).toEqual([]);
  });
}
