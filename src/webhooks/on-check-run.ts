import { z } from 'zod';
import { CONFIG_CHECK, IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { PressButtonPayload } from '../usecases/jobs.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';
import { numbersIn, pressButtonJob, pullRequestReferences } from './press-button-job.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  check_run: z.object({
    name: z.string(),
    head_sha: z.string(),
    pull_requests: pullRequestReferences,
    check_suite: z.object({ head_branch: z.string().nullish() }).nullish(),
  }),
  requested_action: z.object({ identifier: z.string() }).nullish(),
  sender: accountJson,
});

/** GitHub tells only us of buttons and re-runs of our checks; that checks of others come and go is no news. */
export function onCheckRun(payload: unknown, deliveryId: string): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const { name, head_sha: headSha, pull_requests } = json.check_run;
    if (name !== IMPACT_CHECK && name !== CONFIG_CHECK) return { ignored: `not a check of ours: ${name}` };
    const button = buttonOf(json.action, json.requested_action?.identifier);
    if (button === null) return { ignored: `nothing depends on the action ${json.action}` };
    const repository = toInstalledRepository(json);
    const numbers = numbersIn(pull_requests, repository.id);
    const headBranch = json.check_run.check_suite?.head_branch ?? null;
    const sender = toAuthor(json.sender);
    return { jobs: [pressButtonJob({ repository, headSha, headBranch, button, numbers, sender, deliveryId })] };
  });
}

function buttonOf(action: string, identifier: string | undefined): PressButtonPayload['button'] | null {
  if (action === 'rerequested') return 'rerequested';
  if (action !== 'requested_action') return null;
  return identifier === 'insert-section' || identifier === 'recheck' ? identifier : null;
}
