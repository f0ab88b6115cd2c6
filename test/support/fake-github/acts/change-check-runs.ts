import { checkRunPayload, checkSuitePayload } from '../payloads/check-run-payload.ts';
import type { Account } from '../state/account.ts';
import type { CheckAction, CheckOutput, CheckRun, CheckSuite } from '../state/check-run.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { timeOf, type World } from '../state/world.ts';

export interface CheckRunChange {
  readonly name?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly externalId?: string;
  readonly detailsUrl?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly output?: CheckOutput;
  readonly annotations?: readonly JsonObject[];
  readonly actions?: readonly CheckAction[];
}

/** A second run of the same name is a second run: GitHub replaces nothing. */
export function createCheckRun(
  world: World,
  repository: Repository,
  spec: { readonly headSha: string; readonly name: string; readonly appId: number },
  change: CheckRunChange,
  sender: Account,
): CheckRun {
  const run: CheckRun = {
    id: world.ids.next('check-run'),
    headSha: spec.headSha,
    appId: spec.appId,
    suite: ensureSuite(world, repository, spec.headSha, spec.appId),
    name: spec.name,
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: 'https://example.com/hiyari',
    startedAt: timeOf(world),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  repository.checkRuns.set(run.id, run);
  apply(world, run, change);
  tell(world, repository, run, sender, 'created');
  if (run.status === 'completed') tell(world, repository, run, sender, 'completed');
  return run;
}

export function updateCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  change: CheckRunChange,
  sender: Account,
): void {
  const before = run.status;
  apply(world, run, change);
  if (run.status === 'completed' && before !== 'completed') tell(world, repository, run, sender, 'completed');
}

/** The *Re-run* link of one check. */
export function rerequestCheckRun(world: World, repository: Repository, run: CheckRun, sender: Account): void {
  tell(world, repository, run, sender, 'rerequested');
}

export function rerequestCheckSuite(world: World, repository: Repository, suite: CheckSuite, sender: Account): void {
  suite.updatedAt = timeOf(world);
  world.emit({
    name: 'check_suite',
    sender,
    repository,
    payload: () => checkSuitePayload(world, repository, suite, sender, 'rerequested'),
  });
}

/** Presses a button of a run; only buttons that the run has can be pressed. */
export function pressAction(
  world: World,
  repository: Repository,
  run: CheckRun,
  identifier: string,
  sender: Account,
): void {
  const known = run.actions.map((action) => action.identifier);
  if (!known.includes(identifier)) {
    throw new Error(`Check run '${run.name}' has no action '${identifier}', only: ${known.join(', ') || 'none'}`);
  }
  world.emit({
    name: 'check_run',
    sender,
    repository,
    payload: () => checkRunPayload(world, repository, run, sender, { action: 'requested_action', identifier }),
  });
}

function tell(
  world: World,
  repository: Repository,
  run: CheckRun,
  sender: Account,
  action: 'created' | 'completed' | 'rerequested',
): void {
  world.emit({
    name: 'check_run',
    sender,
    repository,
    payload: () => checkRunPayload(world, repository, run, sender, { action }),
  });
}

function apply(world: World, run: CheckRun, change: CheckRunChange): void {
  run.name = change.name ?? run.name;
  run.externalId = change.externalId ?? run.externalId;
  run.detailsUrl = change.detailsUrl ?? run.detailsUrl;
  run.startedAt = change.startedAt ?? run.startedAt;
  run.output = change.output ?? run.output;
  run.annotations.push(...(change.annotations ?? []));
  run.actions = change.actions ?? run.actions;
  run.status = change.status ?? run.status;
  if (change.conclusion !== undefined) {
    run.conclusion = change.conclusion;
    run.status = 'completed';
    run.completedAt = change.completedAt ?? timeOf(world);
  } else if (change.status !== undefined && change.status !== 'completed') {
    run.conclusion = null;
    run.completedAt = null;
  }
}

function ensureSuite(world: World, repository: Repository, headSha: string, appId: number): CheckSuite {
  const suites = [...repository.checkSuites.values()];
  const known = suites.find((suite) => suite.headSha === headSha && suite.appId === appId);
  if (known !== undefined) return known;
  const now = timeOf(world);
  const headBranch = [...repository.branches].find(([, sha]) => sha === headSha)?.[0] ?? null;
  const suite = { id: world.ids.next('check-suite'), headSha, headBranch, appId, createdAt: now, updatedAt: now };
  repository.checkSuites.set(suite.id, suite);
  return suite;
}
