import { StorageError } from '../ports/storage-error.ts';

/** ISO 8601 → milliseconds since the epoch; `what` names the thing for the message. */
export function toMoment(iso: string, what: string): number {
  const moment = Date.parse(iso);
  if (!Number.isNaN(moment)) return moment;
  throw new StorageError(`${what} has the time ${JSON.stringify(iso)}; an ISO 8601 time in UTC is needed to keep it.`);
}

/** At second resolution, as GitHub writes times. */
export function fromMoment(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
