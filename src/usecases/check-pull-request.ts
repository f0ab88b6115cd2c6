import { revertedNumber } from '../domain/attribution/reverted-number.ts';
import { overruleLabel, planLabels } from '../domain/label/plan-labels.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { RiskAssessment } from '../domain/risk/risk-assessment.ts';
import type { NewJob } from '../ports/queue.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { applyLabels } from './apply-labels.ts';
import { CONFIG_PATH } from './base-context.ts';
import { loadBaseContext } from './load-base-context.ts';
import { contentHash } from './content-hash.ts';
import { isoNow, type InstallationDeps } from './deps.ts';
import { formOpinion } from './form-opinion.ts';
import type { CheckPullRequestPayload } from './jobs.ts';
import { lanes } from './lanes.ts';
import { newJob } from './new-job.ts';
import { noteHandSetLabels } from './note-hand-set-labels.ts';
import { resolvePullRequest } from './resolve-pull-request.ts';
import type { PullRequestSnapshot } from './snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { definitionsOf, wantedLabels } from './wanted-labels.ts';

/**
 * Snapshot → assess → judge → plan → save → apply, for one pull request, in its lane. Every event of a pull request
 * comes here: it only says that it is time to look. The check itself is published from the commit's lane.
 */
export async function checkPullRequest(
  deps: InstallationDeps,
  payloads: readonly CheckPullRequestPayload[],
): Promise<void> {
  const botId = await deps.app.botUserId();
  const events = payloads.filter((payload) => !isOwnEcho(payload, botId));
  const last = events.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;

  const hints = events.map(({ pullRequest }) => pullRequest);
  const resolved = await resolvePullRequest(deps, repository, number, hints);
  if (resolved === null) return;
  if (resolved.pullRequest.state === 'closed') return letOthersSpeak(deps, repository, resolved.pullRequest);

  const context = await loadBaseContext(deps, repository, resolved.pullRequest.base.ref);
  const removedByPeople = await noteHandSetLabels(deps, resolved.pullRequest, events);
  const again = events.some(({ because }) => because === 'recheck');
  const snapshot = await takeSnapshot(deps, repository, resolved.pullRequest, context, { refetch: again });
  const { pullRequest } = snapshot;
  const opinion: Opinion = { ...formOpinion(snapshot), judgedAt: isoNow(deps.clock) };

  const previous = await deps.store.opinions.find(repository.id, number);
  const records = await deps.store.labels.of(repository.id, number);
  const before = matchedHash(previous?.assessment ?? opinion.assessment);
  const plan = planLabels({
    wanted: wantedLabels(opinion, context.config.mode),
    observed: pullRequest.labels,
    observedIsFresh: resolved.fresh,
    records: removedByPeople.reduce((kept, name) => overruleLabel(kept, name, before), records),
    matchedHash: matchedHash(opinion.assessment),
  });

  // All that was learned and all that follows from it, in one commit: the disk is the slowest part of a judgement.
  await deps.store.transaction(async (session) => {
    await session.pullRequests.remember(pullRequest);
    for (const { pullRequest: owner, files } of snapshot.newFiles) {
      await session.files.save(repository.id, owner.base.sha, owner.head.sha, files);
    }
    await session.opinions.save(repository.id, number, opinion);
    await session.labels.replace(repository.id, number, plan.before);
    await session.outbox.enqueue(jobsOfCommit(snapshot, repository, again));
    // Those that share the commit which it left are no longer held up by it.
    if (previous !== null && previous.headSha !== opinion.headSha) {
      await session.outbox.enqueue([publishJob(repository, previous.headSha, false)]);
    }
  });
  const definitions = definitionsOf(opinion, context.config.locale);
  await applyLabels(deps, repository, number, plan, definitions);
}

/** Our own label write comes back as an event: it must cost nothing. */
function isOwnEcho({ because, sender }: CheckPullRequestPayload, botId: number): boolean {
  return (because === 'labeled' || because === 'unlabeled') && sender?.id === botId;
}

/** A pull request that closes no longer counts in the worst of its commit; one that was merged is kept for good. */
async function letOthersSpeak(
  deps: InstallationDeps,
  repository: InstalledRepository,
  closed: PullRequest,
): Promise<void> {
  await deps.store.pullRequests.remember(closed);
  const others = await deps.store.pullRequests.openAtHead(repository.id, closed.head.sha);
  const jobs = others.length === 0 ? [] : [publishJob(repository, closed.head.sha, false)];
  if (closed.merged) {
    const { id, installationId } = repository;
    const place = { lane: lanes.pullRequest(id, closed.number), key: 'exposure', installationId };
    jobs.push(newJob('record-exposure', { repository, number: closed.number }, place));
    if (revertedNumber(closed) !== null) {
      jobs.push(newJob('note-near-miss', { repository, number: closed.number }, { ...place, key: 'near-miss' }));
    }
  }
  if (jobs.length > 0) await deps.store.outbox.enqueue(jobs);
}

function jobsOfCommit(snapshot: PullRequestSnapshot, repository: InstalledRepository, again: boolean): NewJob[] {
  const { number, head } = snapshot.pullRequest;
  const jobs = [publishJob(repository, head.sha, again)];
  const editsConfig = snapshot.files.files.some(
    ({ path, previousPath }) => path === CONFIG_PATH || previousPath === CONFIG_PATH,
  );
  if (editsConfig) {
    const place = {
      lane: lanes.commit(repository.id, head.sha),
      key: `config#${number}`,
      installationId: repository.installationId,
    };
    jobs.push(newJob('check-config', { repository, number, headSha: head.sha, again }, place));
  }
  return jobs;
}

function publishJob(repository: InstalledRepository, headSha: string, again: boolean): NewJob {
  return newJob(
    'publish-check',
    { repository, headSha, again },
    { lane: lanes.commit(repository.id, headSha), key: 'publish', installationId: repository.installationId },
  );
}

/** What a removal by a person is tied to: the level and the rules that matched. */
function matchedHash({ level, matches }: RiskAssessment): string {
  return contentHash({ level, rules: matches.map(({ ruleId }) => ruleId).sort() });
}
