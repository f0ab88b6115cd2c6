import { z } from 'zod';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { branchName } from './branch-name.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  merge_group: z.object({ head_sha: z.string(), head_ref: z.string(), base_sha: z.string(), base_ref: z.string() }),
});

export function onMergeGroup(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    if (json.action !== 'checks_requested') return { ignored: `nothing depends on the action ${json.action}` };
    const repository = toInstalledRepository(json);
    const { head_sha: headSha, base_sha: baseSha, head_ref, base_ref } = json.merge_group;
    return {
      jobs: [
        newJob(
          'check-merge-group',
          { repository, headSha, headRef: branchName(head_ref), baseSha, baseRef: branchName(base_ref) },
          {
            lane: lanes.commit(repository.id, headSha),
            key: 'merge-group',
            installationId: repository.installationId,
          },
        ),
      ],
    };
  });
}
