import { z } from 'zod';
import { findOutcome } from '../domain/exposure/find-outcome.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const payloadJson = installedJson.extend({
  deployment_status: z.object({ state: z.string(), created_at: z.string() }),
  deployment: z.object({ id: z.number(), sha: z.string(), environment: z.string() }),
});

export function onDeploymentStatus(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const { state, created_at: at } = json.deployment_status;
    const outcome = findOutcome([{ state, at }]);
    if (outcome === null) return { ignored: `nothing depends on the state ${state} of a deployment` };
    const repository = toInstalledRepository(json);
    const { id, sha, environment } = json.deployment;
    const deployment = { repositoryId: repository.id, kind: 'deployment', id, environment, sha, ...outcome } as const;
    return {
      jobs: [
        newJob(
          'record-deployment',
          { repository, deployment },
          { lane: lanes.deployments(repository.id), key: 'deployment', installationId: repository.installationId },
        ),
      ],
    };
  });
}
