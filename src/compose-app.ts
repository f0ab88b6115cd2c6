import { createGitHubApp } from './github/create-github-app.ts';
import { keepHouse } from './keep-house.ts';
import { type DurableParts, openSqlite } from './open-database.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { Credentials, Settings } from './settings.ts';
import { createContextMemo } from './usecases/base-context.ts';
import { createJobHandler } from './usecases/handle-job.ts';
import { redeliverMissed } from './usecases/redeliver-missed.ts';
import { registerAllInstallations } from './usecases/register-installation.ts';
import { sweepAll } from './usecases/sweep-all.ts';
import type { AcceptDeps } from './webhooks/accept-delivery.ts';
import { createMeter, type Meter } from './web/meter.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Longer than GitHub can redeliver. */
const KEEP_DELIVERIES_MS = 14 * DAY_MS;
const KEEP_CLOSED_MS = 180 * DAY_MS;

export interface ComposedApp extends DurableParts {
  /** What a door needs to take deliveries in. */
  readonly accept: AcceptDeps;
  readonly meter: Meter;
  /** Works off the queue and keeps house, until `stop`. Resolves when the chores of a start are done. */
  readonly start: () => Promise<void>;
  readonly stopping: () => boolean;
  /** Lets running jobs end, then closes the database. */
  readonly stop: () => Promise<void>;
}

/** Settings become the App: everything but what listens. */
export async function composeApp(options: {
  readonly settings: Settings;
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<ComposedApp> {
  const { settings, credentials, clock, log } = options;
  const parts = await openSqlite({ path: settings.databasePath, role: 'worker', clock, log });
  const { store, inbox, queue } = parts;
  const meter = createMeter();
  const { appId, privateKey } = credentials;
  const app = createGitHubApp({
    settings: { appId, privateKey, baseUrl: settings.githubApiUrl },
    clock,
    log,
    onAnswer: meter.countAnswer,
  });
  const deps = {
    app,
    store,
    inbox,
    clock,
    log,
    contexts: createContextMemo(),
    backfill: settings.backfill,
    webUrl: settings.githubUrl,
  };
  let running: { readonly stop: () => Promise<void> }[] = [];
  let stopping = false;

  function start(): Promise<void> {
    const worker = queue.work(createJobHandler(deps));
    const house = keepHouse({
      log,
      everyMs: 60 * MINUTE_MS,
      retryMs: MINUTE_MS,
      chores: [
        { name: 'ask for missed deliveries', run: () => redeliverMissed(deps) },
        { name: 'learn the installations', run: () => registerAllInstallations(deps) },
        { name: 'look at every open pull request', run: (because) => sweepAll(deps, because) },
        { name: 'forget old deliveries', run: () => inbox.prune(clock.now() - KEEP_DELIVERIES_MS) },
        { name: 'forget old pull requests', run: () => store.prune(clock.now() - KEEP_CLOSED_MS) },
      ],
    });
    running = [house, worker];
    return house.begun;
  }

  return {
    ...parts,
    accept: { inbox, clock, log },
    meter,
    start,
    stopping: () => stopping,
    stop: async () => {
      stopping = true;
      for (const part of running) await part.stop();
      await store.close();
    },
  };
}
