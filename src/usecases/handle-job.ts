import type { Job, JobHandler } from '../ports/queue.ts';
import { backfillRepository } from './backfill-repository.ts';
import { alignExpectations } from './align-expectations.ts';
import { attributeIncident } from './attribute-incident.ts';
import { checkConfig } from './check-config.ts';
import { checkMergeGroup } from './check-merge-group.ts';
import { checkPullRequest } from './check-pull-request.ts';
import type { AppDeps, InstallationDeps } from './deps.ts';
import { findReleases } from './find-releases.ts';
import { forgetLabel } from './forget-label.ts';
import type { JobKind, JobPayloads } from './jobs.ts';
import { payloadsOf } from './new-job.ts';
import { noteNearMiss } from './note-near-miss.ts';
import { noticeAlignment } from './notice-alignment.ts';
import { noticeIssue } from './notice-issue.ts';
import { noticePush } from './notice-push.ts';
import { pressButton } from './press-button.ts';
import { publishCheck } from './publish-check.ts';
import { publishReport } from './publish-report.ts';
import { readPostmortems } from './read-postmortems.ts';
import { recordIncidents } from './record-incidents.ts';
import { recordDeployment, recordRelease } from './record-deployment.ts';
import { recordExposure } from './record-exposure.ts';
import { recordPush } from './record-push.ts';
import { recountWindows } from './recount-windows.ts';
import { registerInstallation } from './register-installation.ts';
import { runCommands } from './run-commands.ts';
import { removeRepositories, saveRepository } from './save-repository.ts';
import { sweepRepository } from './sweep-repository.ts';
import { tendPostmortems } from './tend-postmortems.ts';
import { tendProjects } from './tend-projects.ts';
import { tickBoxes } from './tick-boxes.ts';
import { watchChange } from './watch-change.ts';

type UseCase<Deps, K extends JobKind> = (deps: Deps, payloads: readonly JobPayloads[K][]) => Promise<void>;
type Runner<Deps> = (deps: Deps, job: Job) => Promise<void>;

function does<Deps, K extends JobKind>(kind: K, useCase: UseCase<Deps, K>): readonly [JobKind, Runner<Deps>] {
  return [kind, (deps, job) => useCase(deps, payloadsOf(kind, job))];
}

/** Which use case does which kind of job, as one installation. */
const INSTALLATION_JOBS: ReadonlyMap<string, Runner<InstallationDeps>> = new Map([
  does('check-pull-request', checkPullRequest),
  does('publish-check', publishCheck),
  does('check-config', checkConfig),
  does('check-merge-group', checkMergeGroup),
  does('run-commands', runCommands),
  does('press-button', pressButton),
  does('notice-push', noticePush),
  does('notice-issue', noticeIssue),
  does('attribute-incident', attributeIncident),
  does('tick-boxes', tickBoxes),
  does('note-near-miss', noteNearMiss),
  does('read-postmortems', readPostmortems),
  does('record-exposure', recordExposure),
  does('record-push', recordPush),
  does('record-deployment', recordDeployment),
  does('record-release', recordRelease),
  does('find-releases', findReleases),
  does('watch-change', watchChange),
  does('recount-windows', recountWindows),
  does('backfill-repository', backfillRepository),
  does('tend-projects', tendProjects),
  does('align-expectations', alignExpectations),
  does('notice-alignment', noticeAlignment),
  does('publish-report', publishReport),
  does('tend-postmortems', tendPostmortems),
  does('sweep-repository', sweepRepository),
]);

/** Those that speak as the App itself. */
const APP_JOBS: ReadonlyMap<string, Runner<AppDeps>> = new Map([
  does('register-installation', registerInstallation),
  does('record-incidents', recordIncidents),
  does('save-repository', saveRepository),
  does('remove-repositories', removeRepositories),
  does('forget-label', forgetLabel),
]);

/** The one handler that the queue is given. A kind that nobody does (of a newer version) throws, and is kept as dead. */
export function createJobHandler(deps: AppDeps): JobHandler {
  return async (job) => {
    const appJob = APP_JOBS.get(job.kind);
    if (appJob !== undefined) return appJob(deps, job);
    const installationJob = INSTALLATION_JOBS.get(job.kind);
    if (installationJob === undefined) throw new Error(`no use case does jobs of the kind ${job.kind}`);
    if (job.installationId === null) throw new Error(`a job of the kind ${job.kind} needs an installation`);
    return installationJob({ ...deps, github: deps.app.installation(job.installationId) }, job);
  };
}
