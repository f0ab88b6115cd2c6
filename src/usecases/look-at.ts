import type { CheckOutput } from '../domain/pull-request/check-run.ts';
import type { Locale } from '../domain/locale.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHubReader, RepositoryName } from '../ports/github.ts';
import type { JudgedPullRequest } from '../render/check/judged-pull-request.ts';
import { renderDetails } from '../render/check/render-details.ts';
import { worstFirst } from '../render/check/worst-first.ts';
import { joinBlocks } from '../render/layout/join-blocks.ts';
import { textsIn } from '../render/texts/texts-in.ts';
import { createContextMemo } from './base-context.ts';
import { isoNow } from './deps.ts';
import { formOpinion } from './form-opinion.ts';
import { judgeMergeGroup, type MergeGroup } from './judge-merge-group.ts';
import { loadBaseContext } from './load-base-context.ts';
import { presentOpinions } from './present-opinions.ts';
import { recordNothing } from './record-nothing.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface LookDeps {
  readonly github: Pick<
    GitHubReader,
    'repository' | 'pullRequest' | 'changedFiles' | 'baseFiles' | 'remoteFile' | 'pullRequestsBetween'
  >;
  readonly clock: Clock;
}

export type Subject =
  | { readonly kind: 'pull-request'; readonly number: number }
  | ({ readonly kind: 'merge-group' } & MergeGroup);

export interface Look {
  /** What the App's check would say. */
  readonly output: CheckOutput;
  /** The output's text in Markdown, without the commands that only the App hears. */
  readonly details: string;
  /** The pull request that decides it; `null` in a merge group of which none can be read. */
  readonly worst: JudgedPullRequest | null;
  readonly locale: Locale;
}

/** The App's judgement at this moment, for those who cannot be told by webhooks: it writes and keeps nothing. `null` when it is not there. */
export async function lookAt(deps: LookDeps, at: RepositoryName, subject: Subject): Promise<Look | null> {
  const found = await deps.github.repository(at);
  if (found === null) return null;
  const repository = { ...found, installationId: 0 };
  const inner = { ...deps, store: recordNothing(), contexts: createContextMemo() };
  if (subject.kind === 'merge-group') {
    const { output, members, context } = await judgeMergeGroup(inner, repository, subject);
    const [worst = null] = worstFirst(members.filter((member) => member.kind === 'judged'));
    return { output, details: output.text, worst, locale: context.config.locale };
  }
  const pullRequest = await deps.github.pullRequest(repository, subject.number);
  if (pullRequest === null) return null;
  const context = await loadBaseContext(inner, repository, pullRequest.base.ref);
  const snapshot = await takeSnapshot(inner, repository, pullRequest, context);
  const opinion = { ...formOpinion(snapshot), judgedAt: isoNow(deps.clock) };
  const judged = { pullRequest, opinion, policy: context.config.statement, context };
  const { locale } = context.config;
  const output = presentOpinions(judged, [judged], { canInsert: false });
  const isJudged = context.broken === null && context.config.mode !== 'off';
  const details = isJudged ? joinBlocks(renderDetails(judged, locale), textsIn(locale).check.cut) : output.text;
  return { output, details, worst: judged, locale };
}
