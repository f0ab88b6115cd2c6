/** Ordered: a later level is a higher risk. */
export const RULE_LEVELS = ['low', 'medium', 'high'] as const;
/** What a rule can say, and what a policy can ask for. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** What an assessment can say: `unknown` when the evidence is not whole (law 5: fail closed, visibly). */
export type RiskLevel = RuleLevel | 'unknown';

/** `unknown` asks for as much as `high` does. */
export function levelToSatisfy(level: RiskLevel): RuleLevel {
  return level === 'unknown' ? 'high' : level;
}

export function compareLevels(a: RuleLevel, b: RuleLevel): number {
  return RULE_LEVELS.indexOf(a) - RULE_LEVELS.indexOf(b);
}
