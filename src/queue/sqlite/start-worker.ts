import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { JobHandler, QueueWorker } from '../../ports/queue.ts';
import { describeFailure } from '../describe-failure.ts';
import { planRetry } from '../plan-retry.ts';
import type { QueueSettings } from '../queue-settings.ts';
import type { Timers } from '../timers.ts';
import { type ClaimedJob, prepareClaimJobs } from './claim-jobs.ts';
import { prepareEndJobs } from './end-jobs.ts';
import type { JobDatabase } from './job-database.ts';

export interface WorkerDependencies {
  readonly database: JobDatabase;
  readonly clock: Clock;
  readonly log: Log;
  readonly timers: Timers;
  /** In [0, 1). */
  readonly random: () => number;
  readonly settings: QueueSettings;
}

const PAUSE_AFTER_LOST_WRITE_MS = 1_000;

/**
 * Takes due jobs at the end of every commit of this process, in that commit: so a job that is enqueued or accepted is
 * taken with the fsync that stores it, and the end of one job pays for taking the next. Two alarms make empty commits:
 * one for the next `runAt`, one for jobs that other processes wrote.
 */
export function startWorker(dependencies: WorkerDependencies, handler: JobHandler, onStopped: () => void): QueueWorker {
  const { database, clock, log, timers, random, settings } = dependencies;
  const { claim, nextRunAt } = prepareClaimJobs(database.writeConnection);
  const { complete, retry, bury, recover } = prepareEndJobs(database.writeConnection);
  const dataVersion = database.writeConnection.prepare<[], number>('PRAGMA data_version').pluck();

  const running = new Map<string, ClaimedJob>();
  /** Lanes whose jobs end in the transaction that is being written. */
  let ending = new Set<string>();
  let stopping = false;
  let stopped = false;
  let cancelAlarm = (): void => undefined;
  let cancelPoll = (): void => undefined;
  let waitingForIdle: (() => void)[] = [];

  function takeDue(): () => void {
    const ended = ending;
    const now = clock.now();
    const free = stopping ? 0 : settings.concurrency - running.size + ended.size;
    const busy = [...running.keys()].filter((lane) => !ended.has(lane));
    const claimed = free > 0 ? claim(now, free, busy) : [];
    const next = stopping ? null : nextRunAt(now);
    ending = new Set();
    return () => {
      for (const lane of ended) running.delete(lane);
      for (const job of claimed) {
        running.set(job.lane, job);
        void run(job);
      }
      cancelAlarm();
      cancelAlarm = next === null ? () => undefined : timers.after(next - now, wake);
      if (running.size === 0) {
        for (const resolve of waitingForIdle) resolve();
        waitingForIdle = [];
      }
    };
  }

  /** An empty commit costs no fsync, but runs `takeDue`. */
  function wake(): void {
    database
      .write(() => undefined)
      .catch((error: unknown) => log.error({ error: describeFailure(error) }, 'could not look for due jobs'));
  }

  async function run(job: ClaimedJob): Promise<void> {
    const { kind, lane, key, payloads, installationId, attempt } = job;
    try {
      await handler({ kind, lane, key, payloads, installationId, attempt });
    } catch (error) {
      await end(job, () => fail(job, error));
      return;
    }
    await end(job, () => complete(job));
  }

  function fail(job: ClaimedJob, thrown: unknown): void {
    const now = clock.now();
    const error = describeFailure(thrown);
    const plan = planRetry(thrown, { attempts: job.attempts, now, random: random() }, settings);
    const about = { kind: job.kind, lane: job.lane, attempts: plan.attempts, error };
    if (plan.retry) {
      retry(job, { ...plan, error });
      log.warn({ ...about, retryInMs: plan.runAt - now }, 'a job failed and will be tried again');
    } else {
      bury(job, { failedAt: now, attempts: plan.attempts, error });
      log.error(about, 'a job failed for the last time and is kept as dead');
    }
  }

  /** The job keeps its lane until its end is on disk. If the disk is full, that is tried until it is not. */
  async function end(job: ClaimedJob, write: () => void): Promise<void> {
    for (;;) {
      try {
        await database.write(() => {
          write();
          ending.add(job.lane);
        });
        return;
      } catch (error) {
        ending.delete(job.lane);
        log.error(
          { kind: job.kind, lane: job.lane, error: describeFailure(error) },
          'could not store the end of a job',
        );
        await new Promise<void>((resolve) => void timers.after(PAUSE_AFTER_LOST_WRITE_MS, resolve));
      }
    }
  }

  let seenVersion = dataVersion.get();
  function poll(): void {
    const version = dataVersion.get();
    if (version !== seenVersion) wake();
    seenVersion = version;
    cancelPoll = timers.after(settings.pollMs, poll);
  }

  function idle(): Promise<void> {
    return new Promise((resolve) => {
      if (stopped) {
        resolve();
        return;
      }
      waitingForIdle.push(resolve);
      wake();
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    cancelPoll();
    await idle();
    if (stopped) return;
    stopped = true;
    cancelAlarm();
    removeHook();
    onStopped();
  }

  const removeHook = database.beforeCommit(takeDue);
  cancelPoll = timers.after(settings.pollMs, poll);
  // Before the hook of this very commit takes jobs: what a killed worker was running is due again.
  database
    .write(() => {
      const rows = recover(clock.now());
      if (rows > 0) log.info({ rows }, 'put back jobs that an ended process was running');
    })
    .catch((error: unknown) => log.error({ error: describeFailure(error) }, 'could not put back running jobs'));

  return { idle, stop };
}
