import { join } from 'node:path';
import { openSqlite } from '../../../src/open-database.ts';
import type { NewJob, QueueWorker } from '../../../src/ports/queue.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createContextMemo } from '../../../src/usecases/base-context.ts';
import { createJobHandler } from '../../../src/usecases/handle-job.ts';
import { lanes } from '../../../src/usecases/lanes.ts';
import { newJob } from '../../../src/usecases/new-job.ts';
import { recordAnswers } from '../../../src/usecases/record-answers.ts';
import { type ManualTime, manualTime } from '../manual-time.ts';
import { recordingLog } from '../recording-log.ts';
import { toIso } from './draw.ts';
import type { GeneratedChange, GeneratedDeployment, GeneratedIncident, GeneratedYear } from './generated-year.ts';
import { saveChanges, saveIncident } from './store-year.ts';
import { createYearGitHub, type Written } from './year-github.ts';
import { REPOSITORY } from './year-plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The clock goes on by this much at a time: short beside the windows, of which the shortest end decides. */
const STEP = 6 * HOUR;
const { id: REPOSITORY_ID, installationId } = REPOSITORY;

const MIKA = { id: 7, login: 'mika', type: 'user' } as const;

export interface LiveYear {
  readonly store: Store;
  readonly written: Written;
  readonly dead: number;
  /** Warnings and errors. */
  readonly trouble: readonly string[];
  readonly close: () => Promise<void>;
}

export interface LiveOptions {
  /** For the database. */
  readonly folder: string;
  /** Every so many days the App is stopped in the middle of its work, and started again. */
  readonly restartDays?: number;
}

/**
 * Lets a year happen to the App: the real SQLite file and queue, the use cases behind them, and a clock that stands
 * still until it is moved. Changes of high risk, which are watched, all deployments, confirmations, and incidents of
 * watched changes go through the use cases of their deliveries. The mass of other changes and incidents is written in
 * transactions, as those use cases leave them: each would cost ten milliseconds, and only say the same once more.
 */
export async function liveYear(year: GeneratedYear, { folder, restartDays }: LiveOptions): Promise<LiveYear> {
  const { app, written } = createYearGitHub(year);
  const time = manualTime(year.plan.firstDay * DAY);
  const log = recordingLog();
  let running = await start(time);

  async function start({ clock, timers }: ManualTime): Promise<Running> {
    const path = join(folder, 'hiyari.db');
    // Nobody else writes jobs: no need to look for them every second of a year.
    const queueSettings = { pollMs: 400 * DAY };
    const { store, queue } = await openSqlite({
      ...{ path, role: 'worker', clock, timers, log, random: () => 0.5, queue: queueSettings },
    } as const);
    const deps = {
      app,
      store,
      clock,
      log,
      contexts: createContextMemo(),
      webUrl: 'https://github.com',
      backfill: { share: 0.5, days: 365 },
    };
    const worker = queue.work(createJobHandler(deps));
    return { store, worker, dead: async () => (await queue.counts()).dead };
  }

  async function stop(): Promise<void> {
    await running.worker.stop();
    await running.store.close();
  }

  await running.store.repositories.save(REPOSITORY);
  const told = tellings(year);
  let restartAt = restartDays === undefined ? Number.POSITIVE_INFINITY : time.clock.now() + restartDays * DAY;
  for (let from = time.clock.now(); from < year.endsAt; from += STEP) {
    const to = from + STEP;
    time.advance(STEP);
    const { store, worker } = running;
    const merged = told.changes(to);
    await store.transaction((session) => saveChanges(session, merged, ({ fate }) => fate === null));
    await store.outbox.enqueue(merged.filter(({ fate }) => fate !== null).flatMap(exposureJob));
    await worker.idle();
    await store.outbox.enqueue(told.deployments(to).map(deploymentJob));
    if (to >= restartAt) {
      restartAt += (restartDays ?? 0) * DAY;
      await stop();
      running = await start(time);
      await running.store.outbox.enqueue([sweepJob()]);
    }
    await running.worker.idle();
    await tellIncidents(running, told.incidents(to), time);
    await running.store.outbox.enqueue(told.confirmations(to).flatMap(confirmationJob));
    await running.worker.idle();
  }
  const trouble = log.lines.filter(({ level }) => level === 'warn' || level === 'error').map(({ message }) => message);
  return { store: running.store, written, dead: await running.dead(), trouble, close: stop };
}

interface Running {
  readonly store: Store;
  readonly worker: QueueWorker;
  readonly dead: () => Promise<number>;
}

/** Lists from which what is told before a moment is taken, each once. */
function tellings(year: GeneratedYear) {
  const confirmed = year.changes.filter(({ fate }) => fate?.state === 'done');
  return {
    changes: queueOf(year.changes, ({ mergedAt }) => mergedAt),
    deployments: queueOf(year.deployments, ({ toldAt }) => toldAt),
    incidents: queueOf(year.incidents, ({ toldAt }) => toldAt),
    confirmations: queueOf(confirmed, ({ fate }) => fate?.at ?? 0),
  };
}

function queueOf<T>(items: readonly T[], at: (item: T) => number): (before: number) => readonly T[] {
  const ordered = [...items].sort((a, b) => at(a) - at(b));
  let next = 0;
  return (before) => {
    const first = next;
    for (let item = ordered[next]; item !== undefined && at(item) < before; item = ordered[next]) next += 1;
    return ordered.slice(first, next);
  };
}

async function tellIncidents(
  { store, worker }: Running,
  incidents: readonly GeneratedIncident[],
  { clock }: ManualTime,
): Promise<void> {
  const plain = incidents.filter(({ endsWindow }) => !endsWindow);
  if (plain.length > 0) {
    await store.transaction(async (session) => {
      for (const incident of plain) await saveIncident(session, incident);
    });
  }
  const watched = incidents.filter(({ endsWindow }) => endsWindow);
  await store.outbox.enqueue(watched.map(incidentJob));
  if (watched.length > 0) await worker.idle();
  for (const { report, decisions } of watched) {
    const answers = decisions.map((decision) => ({ ...decision, by: 'mika', why: 'seen in the logs' }));
    await recordAnswers({ store, clock }, report, REPOSITORY, answers);
  }
}

function exposureJob({ exposure: { number } }: GeneratedChange): NewJob[] {
  if (number === null) return [];
  return [
    newJob(
      'record-exposure',
      { repository: REPOSITORY, number },
      { lane: lanes.pullRequest(REPOSITORY_ID, number), key: 'exposure', installationId },
    ),
  ];
}

function deploymentJob({ deployment }: GeneratedDeployment): NewJob {
  return newJob(
    'record-deployment',
    { repository: REPOSITORY, deployment },
    { lane: lanes.deployments(REPOSITORY_ID), key: 'deployment', installationId },
  );
}

function incidentJob({ report }: GeneratedIncident): NewJob {
  return newJob(
    'record-incidents',
    { reports: [report] },
    { lane: lanes.incident(report), key: 'record', installationId },
  );
}

function confirmationJob({ exposure, fate }: GeneratedChange): NewJob[] {
  const { number, author } = exposure;
  if (number === null || fate === null) return [];
  const payload = {
    repository: REPOSITORY,
    number,
    isPullRequest: true,
    commentId: number,
    body: '/impact monitored p95 as before',
    // What programs write in comments is not listened to: whoever merged speaks for them.
    author: author.type === 'bot' ? MIKA : { ...author, login: `author-${author.id}` },
    at: toIso(fate.at),
  };
  return [
    newJob('run-commands', payload, {
      lane: lanes.pullRequest(REPOSITORY_ID, number),
      key: `command:${number}`,
      installationId,
    }),
  ];
}

function sweepJob(): NewJob {
  return newJob(
    'sweep-repository',
    { repository: REPOSITORY, because: 'start' },
    { lane: lanes.repository(REPOSITORY_ID), key: 'sweep', installationId },
  );
}
