import { z } from 'zod';
import { accountJson, toAuthor } from '../payload/account.ts';
import { parseMarker } from '../render/comment/marker.ts';
import { ALIGNMENT_MARKER, parseAgreementBoxes } from '../render/project/render-alignment.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
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
    body: z.string().nullish(),
    labels: z.array(z.object({ name: z.string() })).default([]),
    // The event `issues` never carries one, and an incident is no pull request.
    pull_request: z.object({}).nullish(),
  }),
  sender: accountJson,
  label: z.object({ name: z.string() }).optional(),
  changes: z
    .object({
      body: z.object({ from: z.string().nullish() }).optional(),
      new_issue: z.object({ number: z.number() }).optional(),
      new_repository: z.object({ id: z.number() }).optional(),
    })
    .optional(),
});

/**
 * The text itself stays with GitHub: it is read there when the issue turns out to be an incident. Only a ticked box of
 * ours needs the text of this very moment, and whose edit it was.
 */
export function onIssues(payload: unknown): EventReading {
  return readWith(payloadJson, payload, ({ action, issue, label, changes, sender, ...json }) => {
    if (!ACTIONS.has(action)) return { ignored: `nothing depends on the action ${action}` };
    if ((issue.pull_request ?? null) !== null) return { ignored: 'a pull request' };
    const repository = toInstalledRepository(json);
    const labels = issue.labels.map(({ name }) => name);
    const { new_issue: moved, new_repository: target, body: edited } = changes ?? {};
    const place = (key: string) => ({
      lane: lanes.pullRequest(repository.id, issue.number),
      key,
      installationId: repository.installationId,
    });
    const body = issue.body ?? '';
    const isAlignment = edited !== undefined && parseMarker(body)?.kind === ALIGNMENT_MARKER;
    const ticked = isAlignment ? tickedBy(body, edited.from ?? '') : [];
    const said = { repository, number: issue.number, ticked, sender: toAuthor(sender), at: issue.updated_at };
    return {
      jobs: [
        ...(ticked.length > 0 ? [newJob('notice-alignment', said, place('agreement'))] : []),
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
          place('issue'),
        ),
      ],
    };
  });
}

/** What somebody else had ticked before is not this editor's word. */
function tickedBy(body: string, before: string): readonly string[] {
  const known = new Set(parseAgreementBoxes(before));
  return [...new Set(parseAgreementBoxes(body))].filter((hash) => !known.has(hash));
}
