import type { SteeringHistory } from '../domain/exposure/backfill.ts';
import type { ExposureJudgement, JudgementSource } from '../domain/exposure/exposure.ts';
import { parseBackport } from '../domain/statement/parse-backport.ts';
import { parseRevert } from '../domain/statement/parse-revert.ts';
import type { PullRequestReference } from '../domain/statement/pull-request-reference.ts';
import type { GitHub } from '../ports/github.ts';
import type { MergedPullRequest, QueryCost } from '../ports/github-past.ts';
import type { InstalledRepository, OpinionStore } from '../ports/store.ts';
import type { BaseContext } from './base-context.ts';
import { formOpinion, judgeBody } from './form-opinion.ts';
import { buildContext, type ContextDeps, loadBaseContext } from './load-base-context.ts';
import type { ReferencedStatement } from './snapshot.ts';
import { toJudgement } from './to-exposure.ts';

export interface JudgeMergedDeps extends ContextDeps {
  readonly github: ContextDeps['github'] & Pick<GitHub, 'mergedPullRequestsNumbered'>;
  readonly store: ContextDeps['store'] & { readonly opinions: Pick<OpinionStore, 'find'> };
}

interface PastContext {
  readonly context: BaseContext;
  readonly source: JudgementSource;
}

export interface JudgedMerges {
  readonly judgements: ReadonlyMap<number, ExposureJudgement>;
  /** Those that are judged only now, and the pull requests that they revert or backport, by number. */
  readonly late: ReadonlySet<number>;
  readonly referenced: ReadonlyMap<number, MergedPullRequest>;
  /** What reading the pull requests that they revert or backport took; `null`: nothing. */
  readonly cost: QueryCost | null;
}

/**
 * What we said of each merged pull request while it was open; where we did not, what we would have said with the
 * template and the configuration of its day.
 */
export async function judgeMerged(
  deps: JudgeMergedDeps,
  repository: InstalledRepository,
  merged: readonly MergedPullRequest[],
  steering: SteeringHistory,
): Promise<JudgedMerges> {
  const judgements = new Map<number, ExposureJudgement>();
  const late: MergedPullRequest[] = [];
  for (const one of merged) {
    const { number, head, base, body } = one.pullRequest;
    const opinion = await deps.store.opinions.find(repository.id, number);
    if (opinion === null || opinion.headSha !== head.sha) {
      late.push(one);
      continue;
    }
    const { config } = await loadBaseContext(deps, repository, base.ref);
    judgements.set(number, toJudgement(opinion, { source: 'at-merge', mode: config.mode, body }));
  }
  const { referenced, cost } = await readReferenced(deps, repository, late);
  for (const one of late) {
    const { pullRequest, files } = one;
    const { title, body, head, number } = pullRequest;
    const { context, source } = await contextAt(deps, repository, one, steering);
    const speakFor = async (references: readonly PullRequestReference[]): Promise<ReferencedStatement | null> => {
      const claimed = claimedIn(repository, references);
      const original = claimed === null ? undefined : referenced.get(claimed);
      if (claimed === null || original === undefined) return null;
      const then = await contextAt(deps, repository, original, steering);
      return { number: claimed, statement: judgeBody(original.pullRequest, then.context) };
    };
    const opinion = formOpinion({
      pullRequest,
      files,
      context,
      personal: [],
      history: null,
      reverted: await speakFor(parseRevert(title, body, head.ref)),
      original: await speakFor(parseBackport(title, body)),
    });
    // Nobody was asked for anything then, whatever the configuration of that day would have done.
    judgements.set(number, toJudgement(opinion, { source, mode: 'off', body }));
  }
  return { judgements, late: new Set(late.map((one) => one.pullRequest.number)), referenced, cost };
}

/** The newest change of configuration or templates that was there when it was merged. */
async function contextAt(
  deps: ContextDeps,
  repository: InstalledRepository,
  { pullRequest }: MergedPullRequest,
  { changes, complete }: SteeringHistory,
): Promise<PastContext> {
  const mergedAt = Date.parse(pullRequest.mergedAt ?? pullRequest.updatedAt);
  const change = changes.find(({ at }) => Date.parse(at) <= mergedAt);
  if (change !== undefined) {
    return { context: await loadBaseContext(deps, repository, change.sha), source: 'of-its-day' };
  }
  if (!complete) {
    return { context: await loadBaseContext(deps, repository, repository.defaultBranch), source: 'present' };
  }
  return { context: await buildContext(deps, repository, null, []), source: 'of-its-day' };
}

function claimedIn({ owner, name }: InstalledRepository, references: readonly PullRequestReference[]): number | null {
  const here = `${owner}/${name}`.toLowerCase();
  const claimed = references.find((one) => one.repository === undefined || one.repository.toLowerCase() === here);
  return claimed?.number ?? null;
}

/** Those of the same page are here; the others cost one query. */
async function readReferenced(
  deps: JudgeMergedDeps,
  repository: InstalledRepository,
  page: readonly MergedPullRequest[],
): Promise<{ readonly referenced: ReadonlyMap<number, MergedPullRequest>; readonly cost: QueryCost | null }> {
  const referenced = new Map(page.map((one) => [one.pullRequest.number, one]));
  const claimed = page.flatMap(({ pullRequest: { title, body, head } }) => [
    claimedIn(repository, parseRevert(title, body, head.ref)),
    claimedIn(repository, parseBackport(title, body)),
  ]);
  const missing = [...new Set(claimed)].filter((number) => number !== null && !referenced.has(number));
  const numbers = missing.flatMap((number) => number ?? []).slice(0, 100);
  const { items, cost } = await deps.github.mergedPullRequestsNumbered(repository, numbers);
  for (const one of items) referenced.set(one.pullRequest.number, one);
  return { referenced, cost };
}
