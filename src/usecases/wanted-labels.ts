import type { LabelDefinition } from '../domain/label/label.ts';
import type { Locale } from '../domain/locale.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { Mode } from '../domain/statement/statement-policy.ts';
import { labelDefinitions, ruleLabelDefinition } from '../render/label/label-definitions.ts';

/** The labels that say what the opinion says, and those that its rules name. None when the app is switched off. */
export function wantedLabels({ decision, assessment }: Opinion, mode: Mode): readonly string[] {
  if (mode === 'off') return [];
  const named = assessment.matches.flatMap(({ labels }) => labels);
  return [...new Set([`impact: ${decision.status}`, `risk: ${assessment.level}`, ...named])];
}

/** How the repository should define them, if it does not yet. */
export function definitionsOf({ assessment }: Opinion, locale: Locale): readonly LabelDefinition[] {
  const named = assessment.matches.flatMap(({ labels }) => labels);
  return [...labelDefinitions(locale), ...named.map((name) => ruleLabelDefinition(name, locale))];
}
