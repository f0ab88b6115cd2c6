import { z } from 'zod';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  label: z.object({ name: z.string() }),
  changes: z.object({ name: z.object({ from: z.string() }).optional() }).nullish(),
});

/** A definition that is deleted or renamed is no longer there under the name that we know. */
export function onLabel(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const name = json.action === 'deleted' ? json.label.name : json.changes?.name?.from;
    if (name === undefined) return { ignored: 'no name of a label is gone' };
    const repository = toInstalledRepository(json);
    const { id, installationId } = repository;
    const place = { lane: lanes.repository(id), key: 'forget-label', installationId };
    return { jobs: [newJob('forget-label', { repository, name }, place)] };
  });
}
