import { it } from 'vitest';
import { expectNothingLost } from './kill-contract.ts';

it('loses none of a thousand deliveries in twenty-five kills', () =>
  expectNothingLost({ deliveries: 1_000, kills: 25 }));
