import { z } from 'zod';
import { type EventReading, readWith } from './event-reading.ts';
import { registerJob, removeJob } from './installation-jobs.ts';

const payloadJson = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repositories: z.array(z.object({ id: z.number() })).default([]),
});

export function onInstallation(payload: unknown): EventReading {
  return readWith(payloadJson, payload, ({ action, installation, repositories }) => {
    switch (action) {
      case 'created':
      case 'unsuspend':
      case 'new_permissions_accepted':
        return { jobs: [registerJob(installation.id)] };
      case 'deleted':
      case 'suspend':
        return {
          jobs: [
            removeJob(
              installation.id,
              repositories.map(({ id }) => id),
            ),
          ],
        };
      default:
        return { ignored: `nothing depends on the action ${action}` };
    }
  });
}
