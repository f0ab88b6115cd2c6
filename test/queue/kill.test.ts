import { it } from 'vitest';
import { expectNothingLost } from './kill-contract.ts';

it('loses nothing that it accepted when it is killed', () => expectNothingLost({ deliveries: 60, kills: 3 }));
