import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Job } from '../../../src/ports/queue.ts';
import { workerRoom } from './worker-room.ts';

/** One thing that happens to a queue. */
type Happening =
  | { readonly kind: 'enqueue'; readonly lane: string; readonly key: string; readonly delay: number }
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'restart' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('enqueue' as const),
      lane: fc.constantFrom('a', 'b', 'c'),
      key: fc.constantFrom('x', 'y'),
      delay: fc.constantFrom(0, 0, 0, 700),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('advance' as const), ms: fc.constantFrom(1, 300, 2_000) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
);

it('whatever happens: a lane runs one at a time, each job ends once, and a key keeps its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), fc.array(fc.boolean(), { minLength: 1 }), runAndCheck),
    { seed: 7, numRuns: 40 },
  );
});

/** `fails` says which runs throw, over and over; none dies of it. */
async function runAndCheck(happenings: readonly Happening[], fails: readonly boolean[]): Promise<void> {
  const room = workerRoom();
  const { queue } = await room.open('worker', { concurrency: 2, maxAttempts: 1_000, baseDelayMs: 500, factor: 1 });
  const ended: { readonly lane: string; readonly key: string; readonly payloads: readonly number[] }[] = [];
  const running = new Set<string>();
  let runs = 0;
  let overlaps = 0;

  async function handler({ lane, key, payloads }: Job): Promise<void> {
    if (running.has(lane) || running.size >= 2) overlaps += 1;
    running.add(lane);
    await new Promise((resolve) => setImmediate(resolve));
    running.delete(lane);
    runs += 1;
    // The longer it goes on, the rarer a failure: everything ends.
    if (fails[runs % fails.length] && runs % 5 !== 0) throw new Error('this run fails');
    ended.push({ lane, key, payloads: payloads as readonly number[] });
  }

  let worker = queue.work(handler);
  const delays: number[] = [];
  const places: string[] = [];
  for (const one of happenings) {
    if (one.kind === 'advance') room.time.advance(one.ms);
    if (one.kind === 'enqueue') {
      const payload = delays.push(one.delay) - 1;
      places.push(one.lane + one.key);
      const runAt = room.time.clock.now() + one.delay;
      await queue.enqueue([{ kind: 'k', lane: one.lane, key: one.key, payload, installationId: null, runAt }]);
    }
    if (one.kind === 'restart') {
      await worker.stop();
      worker = queue.work(handler);
    }
  }
  for (let turn = 0; turn < 1_000 && ended.flatMap(({ payloads }) => payloads).length < delays.length; turn += 1) {
    await worker.idle();
    room.time.advance(700);
  }
  await worker.stop();
  const counts = await queue.counts();
  await room.clear();

  expect(overlaps).toBe(0);
  expect(counts).toEqual({ waiting: 0, scheduled: 0, running: 0, dead: 0 });
  const all = ended.flatMap(({ payloads }) => payloads);
  expect(all.toSorted((a, b) => a - b)).toEqual(delays.map((_, payload) => payload));
  for (const { lane, key, payloads } of ended) {
    expect(payloads).toEqual(payloads.toSorted((a, b) => a - b));
    for (const payload of payloads) expect(places[payload]).toBe(lane + key);
  }
  // Jobs that were due at once keep their order within lane and key, whatever failed between.
  for (const place of new Set(places)) {
    const prompt = all.filter((payload) => places[payload] === place && delays[payload] === 0);
    expect(prompt).toEqual(prompt.toSorted((a, b) => a - b));
  }
}
