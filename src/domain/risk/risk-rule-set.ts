import { compileGlobs } from './glob/compile-globs.ts';
import { type GlobIndex, indexGlobs } from './glob/glob-index.ts';
import type { RiskRule } from './risk-rule.ts';

/** Rules with all their globs in one index. Build it once for each configuration, not for each pull request. */
export interface RiskRuleSet {
  readonly rules: readonly RiskRule[];
  /** One list for each rule, in order; empty for a rule without paths. */
  readonly index: GlobIndex;
}

/** @throws RangeError on a glob that the configuration would have refused. */
export function compileRiskRules(rules: readonly RiskRule[]): RiskRuleSet {
  return { rules, index: indexGlobs(rules.map((rule) => compileGlobs(rule.paths ?? []).globs)) };
}
