import { decidingGlob } from './glob/compile-globs.ts';
import type { RuleLevel } from './risk-level.ts';
import type { HistoryCondition, RuleCondition } from './risk-rule.ts';
import type { RiskRuleSet } from './risk-rule-set.ts';

/** What one rule says to one path. */
export interface RuleExplanation {
  readonly ruleId: string;
  readonly level: RuleLevel;
  /** `selected` and `taken-out` by the deciding pattern; `no-pattern` matches; `every-path` for a rule without paths. */
  readonly outcome: 'selected' | 'taken-out' | 'no-pattern' | 'every-path';
  /** The last pattern that matches the path, with its 0-based place in the rule. */
  readonly pattern?: { readonly glob: string; readonly position: number };
  readonly labels: readonly string[];
  readonly why?: string;
  /** What else must hold before the rule matches a pull request; a path alone cannot tell. */
  readonly when?: RuleCondition;
  readonly fromHistory?: HistoryCondition;
}

/** Every rule in order, with whether it selects the path and which pattern decided. */
export function explainPath({ rules, index }: RiskRuleSet, path: string): readonly RuleExplanation[] {
  return rules.map((rule, at) => {
    const common = {
      ruleId: rule.id,
      level: rule.level,
      labels: rule.labels ?? [],
      ...(rule.why !== undefined && { why: rule.why }),
      ...(rule.when !== undefined && { when: rule.when }),
      ...(rule.fromHistory !== undefined && { fromHistory: rule.fromHistory }),
    };
    if (rule.paths === undefined) return { ...common, outcome: 'every-path' };
    const globs = index.lists[at] ?? [];
    const position = decidingGlob({ globs }, path);
    const glob = globs[position];
    if (glob === undefined) return { ...common, outcome: 'no-pattern' };
    const pattern = { glob: glob.source, position };
    return { ...common, outcome: glob.negated ? 'taken-out' : 'selected', pattern };
  });
}
