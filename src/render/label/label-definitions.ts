import type { LabelDefinition } from '../../domain/label/label.ts';
import type { Locale } from '../../domain/locale.ts';
import type { RiskLevel } from '../../domain/risk/risk-level.ts';
import type { ImpactStatus } from '../../domain/statement/decision.ts';
import { cutText } from '../escape/cut-text.ts';
import { oneLine } from '../escape/visible-text.ts';
import { textsIn } from '../texts/texts-in.ts';

type MonitoringStatus = 'open' | 'done' | 'lapsed';

/** Middle tones: GitHub darkens or lightens the words on them, so they read in its light and its dark theme. */
const IMPACT_COLORS: Readonly<Record<ImpactStatus, string>> = {
  stated: '2da44e',
  missing: 'd1242f',
  none: '6e7781',
  exempt: '8c959f',
  overridden: 'bf8700',
};
const RISK_COLORS: Readonly<Record<RiskLevel, string>> = {
  low: '1a7f37',
  medium: 'd4a72c',
  high: 'cf222e',
  unknown: '8250df',
};
const MONITORING_COLORS: Readonly<Record<MonitoringStatus, string>> = {
  open: '0969da',
  done: '2da44e',
  lapsed: 'bc4c00',
};
const RULE_COLOR = '54aeff';

/** The labels that Hiyari owns. Names are the same in every language: queries and other tools refer to them. */
export function labelDefinitions(locale: Locale): readonly LabelDefinition[] {
  const { labels } = textsIn(locale);
  return [
    ...family('impact', IMPACT_COLORS, labels.impact),
    ...family('risk', RISK_COLORS, labels.risk),
    ...family('monitoring', MONITORING_COLORS, labels.monitoring),
  ];
}

/** A label that a risk rule names. GitHub takes 50 characters. */
export function ruleLabelDefinition(name: string, locale: Locale): LabelDefinition {
  return { name: cutText(oneLine(name), 50), color: RULE_COLOR, description: textsIn(locale).labels.rule };
}

function family<Status extends string>(
  name: string,
  colors: Readonly<Record<Status, string>>,
  descriptions: Readonly<Record<Status, string>>,
): readonly LabelDefinition[] {
  const statuses = Object.keys(colors) as Status[];
  return statuses.map((status) => ({
    name: `${name}: ${status}`,
    color: colors[status],
    description: descriptions[status],
  }));
}
