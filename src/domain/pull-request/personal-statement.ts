import type { RiskLevel, RuleLevel } from '../risk/risk-level.ts';

/** What a person said of a pull request outside its body. Times are ISO 8601 in UTC. */
export type PersonalStatement =
  /** `/impact none <reason>`: stands in for a body that states nothing. */
  | { readonly kind: 'none'; readonly by: string; readonly reason: string; readonly at: string }
  /** `/impact override <reason>` by a maintainer: holds while the risk is not above `level`. */
  | {
      readonly kind: 'override';
      readonly by: string;
      readonly reason: string;
      readonly level: RiskLevel;
      readonly at: string;
    }
  /** A `risk: …` label set by hand: anyone who may label can raise the level, only a maintainer can lower it. */
  | {
      readonly kind: 'risk';
      readonly by: string;
      readonly level: RuleLevel;
      readonly maintainer: boolean;
      readonly at: string;
    };
