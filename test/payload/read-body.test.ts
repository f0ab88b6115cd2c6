import { Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { createBodyBudget, readBody } from '../../src/payload/read-body.ts';

/** A request as far as reading its body goes. */
function request(): { readonly message: IncomingMessage; readonly send: (text: string | null) => void } {
  const stream = Object.assign(new Readable({ read: () => {} }), { headers: {} });
  return { message: stream as unknown as IncomingMessage, send: (text) => stream.push(text) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('holds no more unfinished bodies at once than its budget, and gives back what it held', async () => {
  const budget = createBodyBudget(10);
  const [first, second, third] = [request(), request(), request()];
  const reading = readBody(first.message, 100, budget);
  first.send('12345678');
  await turn();
  const refused = readBody(second.message, 100, budget);
  second.send('12345678');
  expect(await refused).toEqual({ refused: 'busy' });
  first.send(null);
  expect(await reading).toEqual({ bytes: Buffer.from('12345678') });
  expect(budget.held).toBe(0);
  const later = readBody(third.message, 100, budget);
  third.send('12345678');
  third.send(null);
  expect(await later).toEqual({ bytes: Buffer.from('12345678') });
});

it('gives back what a body held that broke off', async () => {
  const budget = createBodyBudget(10);
  const { message, send } = request();
  const reading = readBody(message, 100, budget);
  send('1234');
  await turn();
  message.destroy();
  expect(await reading).toEqual({ refused: 'aborted' });
  expect(budget.held).toBe(0);
});
