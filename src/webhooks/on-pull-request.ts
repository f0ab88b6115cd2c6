import { z } from 'zod';
import { accountJson, toAuthor } from '../payload/account.ts';
import { pullRequestJson, toPullRequest } from '../payload/pull-request.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

/** Actions that can change the judgement, its labels, or whether there is anything to judge. */
export const PULL_REQUEST_ACTIONS = [
  'opened',
  'edited',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'labeled',
  'unlabeled',
  'closed',
  'enqueued',
  'dequeued',
] as const;

const actions: ReadonlySet<string> = new Set(PULL_REQUEST_ACTIONS);

const payloadJson = installedJson.extend({
  action: z.string(),
  number: z.number(),
  // A pull request that we cannot read whole is no reason to forget that something happened to it.
  pull_request: pullRequestJson.nullable().catch(null),
  sender: accountJson,
  label: z.object({ name: z.string() }).optional(),
});

export function onPullRequest(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    if (!actions.has(json.action)) return { ignored: `nothing depends on the action ${json.action}` };
    const repository = toInstalledRepository(json);
    return {
      jobs: [
        newJob(
          'check-pull-request',
          {
            repository,
            number: json.number,
            pullRequest: json.pull_request === null ? null : toPullRequest(json.pull_request),
            because: json.action,
            sender: toAuthor(json.sender),
            ...(json.label === undefined ? {} : { label: json.label.name }),
          },
          {
            lane: lanes.pullRequest(repository.id, json.number),
            key: 'check',
            installationId: repository.installationId,
          },
        ),
      ],
    };
  });
}
