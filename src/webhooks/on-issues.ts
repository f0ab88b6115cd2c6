import { z } from 'zod';
import { lanes, newJob } from '../usecases/jobs.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  'opened',
  'edited',
  'labeled',
  'unlabeled',
  'closed',
  'reopened',
  'transferred',
  'deleted',
]);

const payloadJson = installedJson.extend({
  action: z.string(),
  issue: z.object({
    number: z.number(),
    updated_at: z.string(),
    labels: z.array(z.object({ name: z.string() })).default([]),
    // The event `issues` never carries one, and an incident is no pull request.
    pull_request: z.object({}).nullish(),
  }),
  label: z.object({ name: z.string() }).optional(),
  changes: z
    .object({
      new_issue: z.object({ number: z.number() }).optional(),
      new_repository: z.object({ id: z.number() }).optional(),
    })
    .optional(),
});

/** The text itself stays with GitHub: it is read there when the issue turns out to be an incident. */
export function onIssues(payload: unknown): EventReading {
  return readWith(payloadJson, payload, ({ action, issue, label, changes, ...json }) => {
    if (!ACTIONS.has(action)) return { ignored: `nothing depends on the action ${action}` };
    if ((issue.pull_request ?? null) !== null) return { ignored: 'a pull request' };
    const repository = toInstalledRepository(json);
    const labels = issue.labels.map(({ name }) => name);
    const { new_issue: moved, new_repository: target } = changes ?? {};
    return {
      jobs: [
        newJob(
          'notice-issue',
          {
            repository,
            number: issue.number,
            action,
            labels: label === undefined ? labels : [...new Set([...labels, label.name])],
            updatedAt: issue.updated_at,
            ...(moved && target && { movedTo: { repositoryId: target.id, number: moved.number } }),
          },
          {
            lane: lanes.pullRequest(repository.id, issue.number),
            key: 'issue',
            installationId: repository.installationId,
          },
        ),
      ],
    };
  });
}
