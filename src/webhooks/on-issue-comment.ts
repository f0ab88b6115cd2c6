import { z } from 'zod';
import { parseCommands } from '../domain/command/parse-commands.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import { lanes, newJob } from '../usecases/jobs.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

const payloadJson = installedJson.extend({
  action: z.string(),
  issue: z.object({ number: z.number(), pull_request: z.object({}).nullish() }),
  comment: z.object({ id: z.number(), body: z.string().nullish() }),
  sender: accountJson,
});

/**
 * The command's author is who wrote or edited it, the sender: an edit of somebody else's comment must not speak with
 * that somebody's permission.
 */
export function onIssueComment(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const { action, issue, comment } = json;
    if (action !== 'created' && action !== 'edited') return { ignored: `nothing depends on the action ${action}` };
    const body = comment.body ?? '';
    if (parseCommands(body).length === 0) return { ignored: 'no line is an /impact command' };
    const repository = toInstalledRepository(json);
    return {
      jobs: [
        newJob(
          'run-commands',
          {
            repository,
            number: issue.number,
            isPullRequest: (issue.pull_request ?? null) !== null,
            commentId: comment.id,
            body,
            author: toAuthor(json.sender),
          },
          {
            lane: lanes.pullRequest(repository.id, issue.number),
            key: 'commands',
            installationId: repository.installationId,
          },
        ),
      ],
    };
  });
}
