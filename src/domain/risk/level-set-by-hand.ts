import type { PersonalStatement } from '../pull-request/personal-statement.ts';
import type { RiskAssessment } from './risk-assessment.ts';
import { compareLevels, RULE_LEVELS, type RuleLevel } from './risk-level.ts';

export const RISK_LABEL_PREFIX = 'risk: ';

/** The level that a label names (`risk: high`), or `null` for any other label. */
export function levelOfLabel(name: string): RuleLevel | null {
  const word = name.toLowerCase().startsWith(RISK_LABEL_PREFIX)
    ? name.slice(RISK_LABEL_PREFIX.length).toLowerCase()
    : '';
  return RULE_LEVELS.find((level) => level === word) ?? null;
}

/**
 * A `risk: …` label set by hand counts while it is on the pull request: anyone may raise the level, only a
 * maintainer may lower it, and nobody may talk away an `unknown` (the file list is not whole).
 */
export function levelSetByHand(
  assessment: RiskAssessment,
  statements: readonly PersonalStatement[],
  observedLabels: readonly string[],
): RiskAssessment {
  const byHand = statements.find((statement) => statement.kind === 'risk');
  if (!byHand || assessment.level === 'unknown') return assessment;
  const present = observedLabels.some((name) => levelOfLabel(name) === byHand.level);
  const lowers = compareLevels(byHand.level, assessment.level) < 0;
  if (!present || byHand.level === assessment.level || (lowers && !byHand.maintainer)) return assessment;
  return { ...assessment, level: byHand.level, setBy: byHand.by };
}
