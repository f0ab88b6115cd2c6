import { z } from 'zod';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { removeJob } from './installation-jobs.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

/** Names, owners, the default branch and visibility change; the id stays. */
const CHANGES: ReadonlySet<string> = new Set(['renamed', 'transferred', 'edited', 'privatized', 'publicized']);

const payloadJson = installedJson.extend({ action: z.string() });

export function onRepository(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const repository = toInstalledRepository(json);
    const { id, installationId } = repository;
    if (json.action === 'deleted') return { jobs: [removeJob(installationId, [id])] };
    if (!CHANGES.has(json.action)) return { ignored: `nothing depends on the action ${json.action}` };
    return {
      jobs: [newJob('save-repository', { repository }, { lane: lanes.repository(id), key: 'save', installationId })],
    };
  });
}
