import type { NewJob } from '../ports/queue.ts';
import type { InstallationDeps } from './deps.ts';
import { healIssues } from './heal-issues.ts';
import { postmortemsJob } from './postmortems-job.ts';
import type { SweepRepositoryPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { findReleasesJob, watchJob } from './watch-job.ts';

/**
 * Looks at every open pull request again, whatever webhooks came or were lost: on start, hourly, and when the
 * configuration changes. It writes nothing itself; each pull request is a job of its own lane. Issues whose events were
 * lost are found by the way.
 */
export async function sweepRepository(
  deps: InstallationDeps,
  payloads: readonly SweepRepositoryPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  // Config and templates are read again too: a lost push must heal like any other lost event.
  await deps.store.baseFiles.drop(repository.id, null);
  const open = await deps.github.openPullRequests(repository);
  const listed = new Set(open.map(({ number }) => number));
  const gone = (await deps.store.pullRequests.openNumbers(repository.id)).filter((number) => !listed.has(number));
  const checkJob = (number: number, pullRequest: (typeof open)[number] | null): NewJob =>
    newJob(
      'check-pull-request',
      { repository, number, pullRequest, because: 'sweep', sender: null },
      {
        lane: lanes.pullRequest(repository.id, number),
        key: 'check',
        installationId: repository.installationId,
      },
    );
  // Windows whose moment passed while we were down, or whose alarm a clock that was set has put off; and all of them when
  // the configuration, and so when to remind, may be another.
  const { watches } = deps.store;
  const numbers =
    last.because === 'hourly'
      ? await watches.due(repository.id, deps.clock.now())
      : await watches.pending(repository.id);
  await deps.store.outbox.enqueue([
    ...numbers.map((number) => watchJob(repository, number)),
    findReleasesJob(repository),
    ...open.map((pullRequest) => checkJob(pullRequest.number, pullRequest)),
    ...gone.map((number) => checkJob(number, null)),
    postmortemsJob(repository),
    newJob(
      'tend-projects',
      { repository },
      { lane: lanes.projects(repository.id), key: 'projects', installationId: repository.installationId },
    ),
    newJob(
      'publish-report',
      { repository },
      { lane: lanes.reports(repository.id), key: 'report', installationId: repository.installationId },
    ),
  ]);
  // What the configuration says anew makes no event of an issue heard.
  if (last.because !== 'config') await healIssues(deps, repository);
}
