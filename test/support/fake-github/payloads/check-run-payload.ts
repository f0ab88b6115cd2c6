import type { Account } from '../state/account.ts';
import type { CheckRun, CheckSuite } from '../state/check-run.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { viewApp } from '../views/view-app.ts';
import { viewCheckRun, viewCheckSuite } from '../views/view-check-run.ts';
import { envelope } from './envelope.ts';

export function checkRunPayload(
  world: World,
  repository: Repository,
  run: CheckRun,
  sender: Account,
  detail:
    | { readonly action: 'created' | 'completed' | 'rerequested' }
    | { readonly action: 'requested_action'; readonly identifier: string },
): JsonObject {
  const {
    check_runs_url: _runs,
    latest_check_runs_count: _count,
    head_commit: _commit,
    ...suite
  } = viewCheckSuite(world, repository, run.suite);
  return {
    action: detail.action,
    check_run: { ...viewCheckRun(world, repository, run), check_suite: suite },
    ...(detail.action === 'requested_action' ? { requested_action: { identifier: detail.identifier } } : {}),
    ...envelope(world, repository, sender),
  };
}

export function checkSuitePayload(
  world: World,
  repository: Repository,
  suite: CheckSuite,
  sender: Account,
  action: 'rerequested' | 'requested' | 'completed',
): JsonObject {
  const { repository: _repository, ...view } = viewCheckSuite(world, repository, suite);
  // The description lists the events that it knows here, and is older than `merge_group`.
  const app = { ...viewApp(world), events: world.app.events.filter((event) => event !== 'merge_group') };
  return { action, check_suite: { ...view, app }, ...envelope(world, repository, sender) };
}
