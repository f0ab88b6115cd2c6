import { compareLevels, levelToSatisfy, type RiskLevel } from '../risk/risk-level.ts';
import type { RiskAssessment } from '../risk/risk-assessment.ts';
import type { Conclusion, Decision, DecisionReason, Exemption, ImpactStatus } from './decision.ts';
import type { ImpactStatement } from './impact-statement.ts';
import type { Mode, StatementPolicy } from './statement-policy.ts';

export interface DecisionInput {
  readonly mode: Mode;
  readonly statement: ImpactStatement;
  readonly assessment: RiskAssessment;
  readonly policy: StatementPolicy;
  readonly exemption: Exemption | null;
  /** The number of the pull request whose statement this one took over. */
  readonly inherited?: number | null;
  /** A draft gets the conclusion it would get when ready; a lost `ready_for_review` must not leave it mergeable. */
  readonly draft: boolean;
}

/** What the check says. An unknown risk is never a success, unless nobody has to state anything (exempt, overridden). */
export function decide(input: DecisionInput): Decision {
  const { mode, statement, assessment, policy, exemption } = input;
  if (mode === 'off') return { conclusion: 'neutral', status: statusOf(statement), reasons: [{ code: 'mode-off' }] };
  if (exemption) {
    const status: ImpactStatus = exemption.code === 'overridden' ? 'overridden' : 'exempt';
    return { conclusion: 'success', status, reasons: [exemption] };
  }
  const refusals = refusalsOf(statement, assessment.level, policy);
  if (assessment.level === 'unknown') {
    refusals.push({ code: 'risk-unknown', because: assessment.unknown ?? 'not-found' });
  }
  const inherited: DecisionReason[] = input.inherited ? [{ code: 'inherited', number: input.inherited }] : [];
  const [headline, ...others] = refusals;
  if (headline) {
    const conclusion: Conclusion = mode === 'enforce' ? 'failure' : 'neutral';
    return { conclusion, status: statusOf(statement), reasons: [headline, ...others, ...inherited] };
  }
  const accepted: DecisionReason =
    statement.verdict === 'none' ? { code: 'none-accepted', level: assessment.level } : { code: 'stated' };
  return { conclusion: 'success', status: statusOf(statement), reasons: [accepted, ...inherited] };
}

/** Everything that stands in the way, the most basic first. */
function refusalsOf(statement: ImpactStatement, level: RiskLevel, policy: StatementPolicy): DecisionReason[] {
  if (statement.verdict === 'missing') return [{ code: 'statement-missing' }];
  if (statement.verdict === 'placeholder') return [{ code: 'statement-placeholder' }];
  const asked = policy.require[levelToSatisfy(level)];
  if (statement.verdict === 'filled') return fieldRefusals(statement, asked, level, false);

  const { allowedUpTo, reason } = policy.none;
  const refusals: DecisionReason[] = [];
  const within = allowedUpTo !== 'never' && compareLevels(levelToSatisfy(level), allowedUpTo) <= 0;
  if (within) {
    // "No impact" answers for the fields too.
    if (reason === 'required' && !hasReason(statement)) refusals.push({ code: 'none-without-reason' });
    return refusals;
  }
  const missing = fieldRefusals(statement, asked, level, true);
  if (missing.length > 0 || asked.length === 0) refusals.push({ code: 'none-above-limit', level, allowedUpTo });
  return [...refusals, ...missing];
}

/** A reason may stand behind the statement's "none" or behind a field's words. */
function hasReason(statement: ImpactStatement): boolean {
  if (statement.reason) return true;
  return Object.values(statement.fields).some((field) => field.verdict === 'filled' || Boolean(field.reason));
}

function fieldRefusals(
  statement: ImpactStatement,
  asked: readonly string[],
  level: RiskLevel,
  inWords: boolean,
): DecisionReason[] {
  const fields = asked.filter((id) => {
    const field = statement.fields[id];
    if (field?.verdict === 'filled') return false;
    return inWords || field?.verdict !== 'none';
  });
  return fields.length > 0 ? [{ code: 'fields-required', fields, level }] : [];
}

function statusOf(statement: ImpactStatement): ImpactStatus {
  if (statement.verdict === 'filled') return 'stated';
  return statement.verdict === 'none' ? 'none' : 'missing';
}
