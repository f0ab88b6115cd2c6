import { parseQueueBranch } from '../domain/pull-request/parse-queue-branch.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { levelToSatisfy } from '../domain/risk/risk-level.ts';
import { appendSection } from '../domain/statement/append-section.ts';
import type { NewJob } from '../ports/queue.ts';
import { renderSection } from '../render/section/render-section.ts';
import { loadBaseContext } from './load-base-context.ts';
import type { InstallationDeps } from './deps.ts';
import type { PressButtonPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { isAtLeast } from './is-at-least.ts';

/** A button under the check, or GitHub's "Re-run": look again, or put the section into the body first. */
export async function pressButton(deps: InstallationDeps, payloads: readonly PressButtonPayload[]): Promise<void> {
  for (const press of payloads) {
    const { repository, headSha, button } = press;
    const numbers = await pullRequestsOf(deps, press);
    if (button === 'insert-section') {
      const permission = await deps.github.permission(repository, press.sender.login);
      for (const number of numbers) {
        const pullRequest = await deps.github.pullRequest(repository, number);
        const isAuthor = pullRequest?.author.id === press.sender.id;
        if (pullRequest === null || pullRequest.state === 'closed') continue;
        if (!isAuthor && !isAtLeast(permission, 'write')) continue;
        await insertSection(deps, press, pullRequest);
      }
    }
    const jobs = numbers.length > 0 ? numbers.map((number) => lookAgain(press, number)) : judgeGroupAgain(press);
    await deps.store.outbox.enqueue(jobs);
    deps.log.info({ repositoryId: repository.id, headSha, button, numbers }, 'button pressed');
  }
}

async function insertSection(
  deps: InstallationDeps,
  { repository }: PressButtonPayload,
  pullRequest: PullRequest,
): Promise<void> {
  const { config } = await loadBaseContext(deps, repository, pullRequest.base.ref);
  const opinion = await deps.store.opinions.find(repository.id, pullRequest.number);
  const level = levelToSatisfy(opinion?.assessment.level ?? 'unknown');
  const section = renderSection(config.statement, level, config.locale);
  const body = appendSection(pullRequest.body, section, config.statement.headings);
  if (body === pullRequest.body) return;
  await deps.store.pullRequests.remember(await deps.github.updateBody(repository, pullRequest.number, body));
}

/** GitHub leaves the list empty for forks: then the commit finds them. */
async function pullRequestsOf(deps: InstallationDeps, press: PressButtonPayload): Promise<readonly number[]> {
  const atHead = await deps.store.pullRequests.openAtHead(press.repository.id, press.headSha);
  return [...new Set([...press.numbers, ...atHead.map(({ number }) => number)])];
}

function lookAgain({ repository }: PressButtonPayload, number: number): NewJob {
  return newJob(
    'check-pull-request',
    { repository, number, pullRequest: null, because: 'recheck', sender: null },
    { lane: lanes.pullRequest(repository.id, number), key: 'check', installationId: repository.installationId },
  );
}

/** A commit that the merge queue made: at nobody's head, and so named. */
function judgeGroupAgain({ repository, headSha, headBranch }: PressButtonPayload): NewJob[] {
  const queue = headBranch === null ? null : parseQueueBranch(headBranch);
  if (headBranch === null || queue === null) return [];
  const { baseRef, baseSha } = queue;
  return [
    newJob(
      'check-merge-group',
      { repository, headSha, headRef: headBranch, baseSha, baseRef, again: true },
      { lane: lanes.commit(repository.id, headSha), key: 'merge-group', installationId: repository.installationId },
    ),
  ];
}
