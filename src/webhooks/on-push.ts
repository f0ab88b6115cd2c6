import { z } from 'zod';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import { branchName, isBranch } from './branch-name.ts';
import { type EventReading, readWith } from './event-reading.ts';
import { installedJson, toInstalledRepository } from './installed-json.ts';

/** GitHub lists no more commits of a push. */
const MAX_COMMITS = 2_048;
/** A hint is small; a push of more paths counts as touching everything. */
const MAX_PATHS = 1_000;
/** Branches that GitHub's merge queue makes for itself: nothing is ever merged into them. */
const MERGE_QUEUE = 'gh-readonly-queue/';

const payloadJson = installedJson.extend({
  ref: z.string(),
  before: z.string().default(''),
  after: z.string(),
  created: z.boolean().default(false),
  deleted: z.boolean().default(false),
  forced: z.boolean().default(false),
  commits: z
    .array(
      z.object({
        added: z.array(z.string()).default([]),
        modified: z.array(z.string()).default([]),
        removed: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

export function onPush(payload: unknown): EventReading {
  return readWith(payloadJson, payload, (json) => {
    const branch = branchName(json.ref);
    if (!isBranch(json.ref)) return { ignored: 'not a push to a branch' };
    if (branch.startsWith(MERGE_QUEUE)) return { ignored: 'a branch of the merge queue' };
    const repository = toInstalledRepository(json);
    const { id, installationId } = repository;
    const notice = newJob(
      'notice-push',
      { repository, branch, after: json.after, paths: pathsOf(json) },
      { lane: lanes.repository(id), key: 'push', installationId },
    );
    if (branch !== repository.defaultBranch || json.deleted) return { jobs: [notice] };
    const record = newJob(
      'record-push',
      { repository, before: json.created ? null : json.before, after: json.after },
      { lane: lanes.mainLine(id), key: 'push', installationId },
    );
    return { jobs: [notice, record] };
  });
}

/** `null` when the payload does not tell all that the branch gained and lost. */
function pathsOf(push: z.output<typeof payloadJson>): readonly string[] | null {
  const { created, deleted, forced, commits } = push;
  if (created || deleted || forced || commits.length === 0 || commits.length >= MAX_COMMITS) return null;
  const paths = new Set(commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]));
  return paths.size > MAX_PATHS ? null : [...paths];
}
