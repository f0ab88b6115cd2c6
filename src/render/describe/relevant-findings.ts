import type { Opinion } from '../../domain/pull-request/opinion.ts';
import type { Finding } from '../../domain/statement/impact-statement.ts';

/** The findings that the author can do something about: a field that nobody asks for at this risk is not missed. */
export function relevantFindings({ statement, decision }: Pick<Opinion, 'statement' | 'decision'>): readonly Finding[] {
  const asked = new Set(decision.reasons.flatMap((reason) => (reason.code === 'fields-required' ? reason.fields : [])));
  return statement.findings.filter(
    (finding) => (finding.code !== 'field-missing' && finding.code !== 'field-placeholder') || asked.has(finding.field),
  );
}
