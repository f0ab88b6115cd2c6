import type { FieldStatement, ImpactStatement } from './impact-statement.ts';
import type { StatementPolicy } from './statement-policy.ts';

/** `/impact none <reason>` as a statement: none for the whole and for each field. */
export function statementFromCommand(reason: string, policy: StatementPolicy): ImpactStatement {
  const words = reason.replace(/\s+/g, ' ').trim().slice(0, 2_000);
  const none: FieldStatement = words === '' ? { verdict: 'none' } : { verdict: 'none', reason: words };
  const fields = Object.fromEntries(policy.fields.map((field) => [field.id, none]));
  return { ...none, fields, findings: words === '' ? [{ code: 'none-without-reason', line: 1 }] : [] };
}
