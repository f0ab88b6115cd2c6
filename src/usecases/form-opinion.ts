import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import { assessRisk } from '../domain/risk/assess-risk.ts';
import { selectsAll } from '../domain/risk/glob/selects-all.ts';
import { levelSetByHand } from '../domain/risk/level-set-by-hand.ts';
import { compareLevels, levelToSatisfy, type RiskLevel } from '../domain/risk/risk-level.ts';
import { chooseTemplate } from '../domain/statement/choose-template.ts';
import { decide } from '../domain/statement/decide.ts';
import type { Decision } from '../domain/statement/decision.ts';
import { findExemption, type Override } from '../domain/statement/find-exemption.ts';
import type { ImpactStatement } from '../domain/statement/impact-statement.ts';
import { inheritStatement } from '../domain/statement/inherit-statement.ts';
import { judgeStatement } from '../domain/statement/judge-statement.ts';
import { statementFromCommand } from '../domain/statement/statement-from-command.ts';
import type { BaseContext, BrokenConfig } from './base-context.ts';
import type { PullRequestSnapshot } from './snapshot.ts';

/** The author's words in the body, judged with the template and the policy of the base branch. */
export function judgeBody({ body }: Pick<PullRequest, 'body'>, context: BaseContext): ImpactStatement {
  return judgeStatement(body, context.config.statement, chooseTemplate(body, context.templates));
}

/** Everything that is thought of a pull request, from a snapshot alone: pure, so it can be replayed and previewed. */
export function formOpinion(snapshot: PullRequestSnapshot): Omit<Opinion, 'judgedAt'> {
  const { pullRequest, files, context, personal, reverted, history } = snapshot;
  const { config, broken } = context;
  const assessment = levelSetByHand(
    assessRisk(context.ruleSet, files, history ?? undefined),
    personal,
    pullRequest.labels,
  );
  const { statement, inherited } = findStatement(snapshot);
  const decision = decide({
    mode: config.mode,
    statement,
    assessment,
    policy: config.statement,
    exemption: findExemption({
      pullRequest,
      files,
      policy: config.exempt,
      selectPaths: selectsAll,
      revertedStatement: reverted,
      override: standingOverride(snapshot, assessment.level),
    }),
    inherited,
    draft: pullRequest.draft,
  });
  return {
    headSha: pullRequest.head.sha,
    baseRef: pullRequest.base.ref,
    configHash: context.configHash,
    statement,
    assessment,
    decision: broken === null ? decision : failClosed(decision, broken),
  };
}

/** The body's own words win; else what was said by command; else what the backported pull request said. */
function findStatement({ pullRequest, context, personal, original }: PullRequestSnapshot): {
  readonly statement: ImpactStatement;
  readonly inherited: number | null;
} {
  const own = judgeBody(pullRequest, context);
  if (own.verdict === 'filled' || own.verdict === 'none') return { statement: own, inherited: null };
  const byCommand = personal.find(({ kind }) => kind === 'none');
  if (byCommand?.kind === 'none') {
    return { statement: statementFromCommand(byCommand.reason, context.config.statement), inherited: null };
  }
  return inheritStatement(own, original) ?? { statement: own, inherited: null };
}

/** An override was given for the risk of its day: it ends when the pull request becomes riskier. */
function standingOverride({ personal }: PullRequestSnapshot, level: RiskLevel): Override | null {
  const override = personal.find(({ kind }) => kind === 'override');
  if (override?.kind !== 'override') return null;
  const risen = compareLevels(levelToSatisfy(level), levelToSatisfy(override.level)) > 0;
  return risen ? null : override;
}

/** A configuration that cannot be read judges nobody: it blocks where it would have enforced, and says so. */
function failClosed(decision: Decision, broken: BrokenConfig): Decision {
  return {
    conclusion: broken.mode === 'enforce' ? 'failure' : 'neutral',
    status: decision.status,
    reasons: [{ code: 'config-broken', problems: broken.problems.length }],
  };
}
