import { z } from 'zod';
import { findStatedCauses } from '../domain/attribution/find-stated-causes.ts';
import { parseCommands } from '../domain/command/parse-commands.ts';
import { accountJson, toAuthor } from '../payload/account.ts';
import type { NewJob } from '../ports/queue.ts';
import { parseMarker } from '../render/comment/marker.ts';
import { WATCH_MARKER } from '../render/comment/render-watch.ts';
import { attributionJob } from '../usecases/attribution-job.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { issueKey } from '../usecases/report-of-issue.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

/** Our comments that hold boxes to tick. */
const WITH_BOXES: ReadonlySet<string> = new Set(['causes', WATCH_MARKER, 'postmortem-table', 'postmortem-boxes']);

const payloadJson = installedJson.extend({
  action: z.string(),
  issue: z.object({ number: z.number(), pull_request: z.object({}).nullish() }),
  comment: z.object({ id: z.number(), body: z.string().nullish(), updated_at: z.string().optional() }),
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
    const repository = toInstalledRepository(json);
    const isPullRequest = (issue.pull_request ?? null) !== null;
    const author = toAuthor(json.sender);
    const at = comment.updated_at;
    const said = {
      ...{ repository, number: issue.number, isPullRequest, commentId: comment.id, body, author },
      ...(at !== undefined && { at }),
    };
    const place = (key: string) => ({
      lane: lanes.pullRequest(repository.id, issue.number),
      key,
      installationId: repository.installationId,
    });
    if (action === 'edited' && WITH_BOXES.has(parseMarker(body)?.kind ?? '')) {
      return { jobs: [newJob('tick-boxes', said, place('boxes'))] };
    }
    const jobs: NewJob[] = [];
    if (parseCommands(body).length > 0) jobs.push(newJob('run-commands', said, place('commands')));
    // An incident's comment may say what caused it; whether the issue is one is seen later.
    if (!isPullRequest && findStatedCauses(body).length > 0) {
      jobs.push(attributionJob(issueKey(repository, issue.number), repository));
    }
    return jobs.length > 0 ? { jobs } : { ignored: 'no line is an /impact command, and no cause is stated' };
  });
}
