import { z } from 'zod';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  release: z.object({
    id: z.number(),
    tag_name: z.string(),
    prerelease: z.boolean(),
    published_at: z.string().nullable(),
  }),
});

export function onRelease(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const { id, tag_name: tag, prerelease, published_at: publishedAt } = json.release;
    if (json.action !== 'published') return { ignored: `nothing depends on the action ${json.action}` };
    if (publishedAt === null) return { ignored: 'the release was never published' };
    const repository = toInstalledRepository(json);
    return {
      jobs: [
        newJob(
          'record-release',
          { repository, id, tag, prerelease, publishedAt },
          { lane: lanes.deployments(repository.id), key: 'release', installationId: repository.installationId },
        ),
      ],
    };
  });
}
