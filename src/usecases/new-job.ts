import type { Job, Json, NewJob } from '../ports/queue.ts';
import type { JobKind, JobPayloads } from './jobs.ts';

/** Builds a job whose payload fits its kind. */
export function newJob<K extends JobKind>(
  kind: K,
  payload: JobPayloads[K],
  place: {
    readonly lane: string;
    readonly key: string;
    readonly installationId: number | null;
    readonly runAt?: number;
  },
): NewJob {
  return { kind, payload: payload as unknown as Json, ...place };
}

/** The payloads of a job of a known kind, oldest first. We wrote them ourselves: they are trusted. */
export function payloadsOf<K extends JobKind>(_kind: K, job: Job): readonly JobPayloads[K][] {
  return job.payloads as unknown as readonly JobPayloads[K][];
}
