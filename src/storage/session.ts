import type { StoreSession } from '../ports/store.ts';
import { actionStore } from './action-store.ts';
import { agreementStore } from './agreement-store.ts';
import { attributionStore } from './attribution-store.ts';
import { backfillStore } from './backfill-store.ts';
import { baseFilesCache } from './base-files-cache.ts';
import { checkLedger } from './check-ledger.ts';
import { deploymentStore } from './deployment-store.ts';
import { doneCommands } from './done-commands.ts';
import { exposureStore } from './exposure-store.ts';
import { filesStore } from './files-store.ts';
import { incidentStore } from './incident-store.ts';
import { intakeSourceStore } from './intake-source-store.ts';
import { issueLookStore } from './issue-look-store.ts';
import { labelLedger } from './label-ledger.ts';
import { mainLineStore } from './main-line-store.ts';
import { memberStore } from './member-store.ts';
import { opinionStore } from './opinion-store.ts';
import { personalStatementStore } from './personal-statement-store.ts';
import { postmortemStore } from './postmortem-store.ts';
import { pullRequestStore } from './pull-request-store.ts';
import { remoteFileCache } from './remote-file-cache.ts';
import { repositoryStore } from './repository-store.ts';
import { recordStore } from './record-store.ts';
import { reportStore } from './report-store.ts';
import type { Runner } from './runner.ts';
import { watchStore } from './watch-store.ts';
import { windowStore } from './window-store.ts';

/** Every aggregate over one runner. */
export function createSession(runner: Runner): StoreSession {
  return {
    repositories: repositoryStore(runner),
    pullRequests: pullRequestStore(runner),
    files: filesStore(runner),
    opinions: opinionStore(runner),
    personalStatements: personalStatementStore(runner),
    checks: checkLedger(runner),
    labels: labelLedger(runner),
    baseFiles: baseFilesCache(runner),
    remoteFiles: remoteFileCache(runner),
    doneCommands: doneCommands(runner),
    exposures: exposureStore(runner),
    mainLine: mainLineStore(runner),
    deployments: deploymentStore(runner),
    backfills: backfillStore(runner),
    incidents: incidentStore(runner),
    attributions: attributionStore(runner),
    intakeSources: intakeSourceStore(runner),
    windows: windowStore(runner),
    watches: watchStore(runner),
    members: memberStore(runner),
    agreements: agreementStore(runner),
    actions: actionStore(runner),
    looks: issueLookStore(runner),
    postmortems: postmortemStore(runner),
    records: recordStore(runner),
    reports: reportStore(runner),
    outbox: { enqueue: runner.enqueue },
  };
}
