import { z } from 'zod';
import { accountJson, toAuthor } from '../payload/account.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';
import { numbersIn, pressButtonJob, pullRequestReferences } from './press-button-job.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  check_suite: z.object({
    head_sha: z.string(),
    head_branch: z.string().nullish(),
    pull_requests: pullRequestReferences,
  }),
  sender: accountJson,
});

/** "Re-run all checks". */
export function onCheckSuite(payload: unknown, deliveryId: string): EventReading {
  return readWith(payloadJson, payload, (json) => {
    if (json.action !== 'rerequested') return { ignored: `nothing depends on the action ${json.action}` };
    const repository = toInstalledRepository(json);
    const { head_sha: headSha, pull_requests } = json.check_suite;
    const numbers = numbersIn(pull_requests, repository.id);
    const sender = toAuthor(json.sender);
    const headBranch = json.check_suite.head_branch ?? null;
    const press = { repository, headSha, headBranch, button: 'rerequested', numbers, sender, deliveryId } as const;
    return { jobs: [pressButtonJob(press)] };
  });
}
