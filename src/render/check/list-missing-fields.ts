import { levelToSatisfy } from '../../domain/risk/risk-level.ts';
import type { FieldStatement, ImpactStatement } from '../../domain/statement/impact-statement.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';

/** The fields that still need words, with what was found of each. */
export function listMissingFields({
  opinion: { assessment, decision, statement },
  policy,
}: JudgedPullRequest): readonly { readonly id: string; readonly found: FieldStatement }[] {
  const asked = decision.reasons.find((reason) => reason.code === 'fields-required');
  const ids = asked?.fields ?? policy.require[levelToSatisfy(assessment.level)];
  return ids
    .map((id) => ({ id, found: fieldOf(statement, id) }))
    .filter(({ found }) => asked !== undefined || found.verdict !== 'filled');
}

/** Field ids are the configuration's words: `constructor` is one like any other. */
function fieldOf(statement: ImpactStatement, id: string): FieldStatement {
  const found = Object.hasOwn(statement.fields, id) ? statement.fields[id] : undefined;
  return found ?? { verdict: 'missing' };
}
