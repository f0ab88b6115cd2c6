import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startFakeGitHub } from '../support/fake-github/start-fake-github.ts';
import { runApp } from '../support/run-app.ts';
import { createRequestJudge } from '../support/openapi/create-request-judge.ts';

const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';
const CONFIG =
  'mode: enforce\nrisk: { rules: [{ id: schema, level: high, paths: ["db/**"], labels: ["area: db"] }] }\n';

type Step =
  | { readonly do: 'edit'; readonly body: string }
  | { readonly do: 'push'; readonly file: string }
  | { readonly do: 'label' | 'unlabel'; readonly name: string }
  | { readonly do: 'draft' }
  | { readonly do: 'close-and-reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom('', GOOD, '## Technical impact\nN/A', 'words').map((body): Step => ({ do: 'edit', body })),
  fc.constantFrom('db/1.sql', 'src/a.ts', 'src/b.ts').map((file): Step => ({ do: 'push', file })),
  fc.constantFrom('mine', 'yours').map((name): Step => ({ do: 'label', name })),
  fc.constantFrom('mine').map((name): Step => ({ do: 'unlabel', name })),
  fc.constant<Step>({ do: 'draft' }),
  fc.constant<Step>({ do: 'close-and-reopen' }),
);

const judge = createRequestJudge();

/** Lets a pull request live through the steps, then hands over its events in the given order, some of them twice. */
async function play(steps: readonly Step[], order: (count: number) => readonly number[], pauses: boolean) {
  let time = Date.UTC(2026, 8, 1);
  // Half of the events share a second with their neighbour, as they do at GitHub.
  const github = await startFakeGitHub({ seed: 5, judge, clock: { now: () => (time += 500) } });
  const app = await runApp(github);
  try {
    const repository = github.repository('acme/shop');
    repository.writeFile('.github/impact.yml', CONFIG);
    await app.settled();
    github.webhooks.hold();
    const { number } = repository.openPullRequest({ body: 'words', files: ['src/a.ts'] });
    for (const one of steps) {
      if (one.do === 'edit') repository.editBody(number, one.body);
      if (one.do === 'push') repository.push(number, [one.file]);
      if (one.do === 'label') repository.label(number, [one.name]);
      if (one.do === 'unlabel' && repository.labelsOf(number).includes(one.name)) repository.unlabel(number, one.name);
      if (one.do === 'draft') repository.setDraft(number, !repository.pullRequest(number).pull.draft);
      if (one.do === 'close-and-reopen') {
        repository.close(number);
        repository.reopen(number);
      }
    }
    const held = github.webhooks.takeHeld();
    github.webhooks.release();
    for (const index of order(held.length)) {
      const delivery = held[index];
      if (delivery !== undefined) await github.webhooks.send(delivery);
      if (pauses) await app.settled();
    }
    await app.converged();
    const runs = repository.checkRuns(repository.pullRequest(number).pull.head.sha);
    return {
      runs: runs.map(({ conclusion, output }) => ({ conclusion, title: output.title })),
      labels: [...repository.labelsOf(number)].sort(),
      dead: (await app.parts.queue.counts()).dead,
    };
  } finally {
    await app.stop();
    await github.close();
  }
}

it('any order of the events of a pull request ends in the same state', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 16 }),
      fc.boolean(),
      async (steps, picks, pauses) => {
        const inOrder = await play(steps, (count) => Array.from({ length: count }, (_, index) => index), true);
        const shuffled = await play(steps, (count) => shuffle(count, picks), pauses);
        expect(shuffled).toEqual(inOrder);
        expect(inOrder.dead).toBe(0);
      },
    ),
    { numRuns: 10, seed: 20260901 },
  );
  judge.assertClean();
}, 180_000);

/** Every event at least once, in an order that the picks decide, and some again. */
function shuffle(count: number, picks: readonly number[]): readonly number[] {
  const left = Array.from({ length: count }, (_, index) => index);
  const order: number[] = [];
  for (let at = 0; left.length > 0; at += 1) {
    const [index = 0] = left.splice((picks[at % picks.length] ?? 0) % left.length, 1);
    order.push(index);
  }
  return [...order, ...picks.slice(0, 3).map((pick) => pick % Math.max(1, count))];
}
