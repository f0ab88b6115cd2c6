import type { SuggestedRule } from '../../domain/attribution/analysis/suggest-rules.ts';
import type { Locale } from '../../domain/locale.ts';
import { count, percent, short } from './analysis-numbers.ts';
import { analysisTexts } from './analysis-texts-in.ts';

/** Rules to paste under the configuration's root, each with the numbers behind it. JSON strings are YAML strings. */
export function renderRulesYaml(rules: readonly SuggestedRule[], locale: Locale): string {
  const { ruleNumbers, ruleWhy } = analysisTexts(locale);
  const entries = rules.flatMap(({ id, level, paths, faults, changes, ratio, interval: [low, high] }) => {
    const times = ratio === null ? null : short(ratio);
    const numbers = ruleNumbers(
      count(faults),
      count(changes),
      percent(faults / changes),
      times,
      short(low),
      high === null ? null : short(high),
    );
    const path = paths[0]?.replace(/\/\*\*$/, '') ?? '';
    return [
      `    # ${numbers}`,
      `    - id: ${JSON.stringify(id)}`,
      `      level: ${level}`,
      `      paths: ${JSON.stringify(paths)}`,
      `      why: ${JSON.stringify(ruleWhy(path, count(faults), count(changes), times))}`,
    ];
  });
  return ['risk:', '  rules:', ...entries].join('\n');
}
