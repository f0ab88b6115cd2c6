import { setTimeout as pause } from 'node:timers/promises';
import { type FakeGitHub, startFakeGitHub } from '../test/support/fake-github/start-fake-github.ts';
import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';

/** The stand-in for GitHub in a process of its own, for `publish.ts`: answers each `StandInOrder` in turn. */
export interface StandInReady {
  readonly url: string;
  readonly appId: number;
  readonly privateKey: string;
}

export interface StandInOrder {
  /** Where the webhook goes. */
  readonly url: string;
  readonly secret: string;
  readonly files: number;
}

export interface StandInResult {
  /** From the webhook's sending to the check's being there. */
  readonly ms: number;
  /** All calls of the event, token minting apart. */
  readonly calls: number;
}

const LATENCY_MS = 20;
const PATIENCE_MS = 20_000;
/** After the last sign of life of the app. */
const QUIET_MS = 200;
const BODY = '## Technical impact\n\nSearch results are cached for a minute, so new items show up later.\n';

async function measure(github: FakeGitHub, repository: SceneRepository, order: StandInOrder): Promise<StandInResult> {
  const { webhooks, log } = github;
  webhooks.connect({ url: order.url, secret: order.secret });
  webhooks.hold();
  const files = Array.from({ length: order.files }, (_, index) => `src/area${index % 40}/file_${index}.ts`);
  repository.openPullRequest({ body: BODY, files });
  const deliveries = webhooks.takeHeld();
  webhooks.release();
  const mark = log.mark();
  const began = performance.now();
  for (const delivery of deliveries) void webhooks.send(delivery);
  while (!log.since(mark).some(({ operationId, status }) => operationId === 'checks/create' && status === 201)) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`no check of ${order.files} files`);
    await pause(1);
  }
  const ms = performance.now() - began;
  for (let seen = -1; seen !== log.mark(); await pause(QUIET_MS)) {
    seen = log.mark();
    await webhooks.settled();
  }
  return { ms, calls: log.count(mark).total };
}

const github = await startFakeGitHub({ seed: 5, judge: null, latencyMs: LATENCY_MS });
const repository = github.repository('acme/shop');
repository.writeFile('.github/impact.yml', 'mode: enforce\n');
process.on('message', (order: StandInOrder) => {
  void measure(github, repository, order).then((result) => process.send?.(result));
});
process.once('disconnect', () => process.exit(0));
process.send?.({ url: github.url, appId: github.app.id, privateKey: github.app.privateKey } satisfies StandInReady);
