import { expect, it } from 'vitest';
import { detectorOf } from '../../../src/domain/report/detector-of.ts';

it.each([
  [null, 'unknown'],
  ['  ', 'unknown'],
  ['PagerDuty', 'monitoring'],
  ['外形監視', 'monitoring'],
  ['Customer support', 'users'],
  ['ユーザーからの問い合わせ', 'users'],
  ['Hanako', 'people'],
])('%j → %s', (words, detector) => {
  expect(detectorOf(words)).toBe(detector);
});
