import { z } from 'zod';
import { type EventReading, readWith } from './event-reading.ts';
import { registerJob, removeJob } from './installation-jobs.ts';

const payloadJson = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repositories_removed: z.array(z.object({ id: z.number() })).default([]),
});

export function onInstallationRepositories(payload: unknown): EventReading {
  return readWith(payloadJson, payload, ({ action, installation, repositories_removed }) => {
    if (action === 'added') return { jobs: [registerJob(installation.id)] };
    if (action !== 'removed') return { ignored: `nothing depends on the action ${action}` };
    const ids = repositories_removed.map(({ id }) => id);
    return { jobs: [removeJob(installation.id, ids)] };
  });
}
