import type { ActionArea, ImprovementAction } from '../domain/improvement/improvement-action.ts';
import type { IncidentSources } from '../domain/incident/incident-sources.ts';
import type { Locale } from '../domain/locale.ts';
import type { MonitoringPolicy } from '../domain/monitoring/monitoring-policy.ts';
import type { ExpectationMeasure } from '../domain/project/expectation.ts';
import type { Project } from '../domain/project/project.ts';
import { RULE_LEVELS, type RuleLevel } from '../domain/risk/risk-level.ts';
import type { RiskRule } from '../domain/risk/risk-rule.ts';
import { DEFAULT_STATEMENT_POLICY } from '../domain/statement/default-statement-policy.ts';
import type { ExemptionPolicy, StatementPolicy } from '../domain/statement/statement-policy.ts';
import type { Config } from './config.ts';
import { defaultRiskRules } from './default-risk-rules.ts';

import type { ConfigFile } from './schema/config-schema.ts';

const HOUR = 3_600;

/** Fills in what the file leaves open. Lists that it names replace the defaults, keys that it leaves out keep them. */
export function buildConfig(file: ConfigFile): Config {
  const locale: Locale = file.locale ?? 'en';
  return {
    locale,
    mode: file.mode ?? 'advise',
    statement: buildStatement(file.statement),
    rules: file.risk?.rules?.map(buildRule) ?? defaultRiskRules(locale),
    exempt: buildExemptions(file.exempt),
    projects: Object.entries(file.projects ?? {}).map(([id, project]) => buildProject(id, project)),
    incidents: buildIncidents(file.incidents),
    monitoring: buildMonitoring(file.monitoring),
    actions: (file.actions ?? []).map(buildAction),
    ...(file.report !== undefined && { report: file.report }),
  };
}

type Part<Key extends keyof ConfigFile> = ConfigFile[Key];

function buildStatement(given: Part<'statement'>): StatementPolicy {
  const fields = new Map(DEFAULT_STATEMENT_POLICY.fields.map(({ id, headings }) => [id, headings]));
  for (const [id, { headings }] of Object.entries(given?.fields ?? {})) fields.set(id, headings);
  return {
    headings: given?.headings ?? DEFAULT_STATEMENT_POLICY.headings,
    fields: [...fields].map(([id, headings]) => ({ id, headings })),
    require: eachLevel((level) => given?.require?.[level] ?? DEFAULT_STATEMENT_POLICY.require[level]),
    none: {
      allowedUpTo: given?.none?.['allowed-up-to'] ?? DEFAULT_STATEMENT_POLICY.none.allowedUpTo,
      reason: given?.none?.reason ?? DEFAULT_STATEMENT_POLICY.none.reason,
    },
  };
}

function buildExemptions(given: Part<'exempt'>): ExemptionPolicy {
  return {
    authors: given?.authors ?? ['dependabot[bot]', 'renovate[bot]'],
    onlyPaths: given?.['only-paths'] ?? [],
    reverts: given?.reverts ?? true,
  };
}

type FileRule = NonNullable<NonNullable<Part<'risk'>>['rules']>[number];

function buildRule(rule: FileRule): RiskRule {
  const history = rule['from-history'];
  return {
    id: rule.id,
    level: rule.level,
    ...(rule.paths !== undefined && { paths: rule.paths }),
    ...(rule.labels !== undefined && { labels: rule.labels }),
    ...(rule.when !== undefined && { when: buildCondition(rule.when) }),
    ...(history !== undefined && { fromHistory: { windowDays: history.window, incidents: history.incidents } }),
    ...(rule.why !== undefined && { why: rule.why }),
  };
}

function buildCondition(when: NonNullable<FileRule['when']>): NonNullable<RiskRule['when']> {
  const lines = when['changed-lines'];
  const files = when['changed-files'];
  return {
    ...(lines !== undefined && { changedLines: lines }),
    ...(files !== undefined && { changedFiles: files }),
    ...(when.status !== undefined && { status: [when.status].flat() }),
  };
}

function buildProject(id: string, given: NonNullable<Part<'projects'>>[string]): Project {
  const { match } = given;
  return {
    id,
    title: given.title ?? id,
    match: {
      labels: match.labels ?? [],
      branches: match.branches ?? [],
      paths: match.paths ?? [],
      milestones: match.milestones ?? [],
      titlePrefixes: match.titles ?? [],
      authors: match.authors ?? [],
      teams: match.teams ?? [],
    },
    expectations: Object.entries(given.expect ?? {}).flatMap(([measure, target]) =>
      target === undefined ? [] : [{ measure: measure as ExpectationMeasure, target }],
    ),
    agreedBy: given['agreed-by'] ?? [],
    stopTheLine: given['stop-the-line'] ?? 'off',
  };
}

function buildIncidents(given: Part<'incidents'>): IncidentSources {
  const { issues, files } = given?.from ?? {};
  return {
    issues: { repositories: issues?.repositories ?? ['.'], labels: issues?.labels ?? ['incident'] },
    files: files ?? [],
    services: Object.entries(given?.services ?? {}).map(([id, paths]) => ({ id, paths })),
    causes: given?.causes ?? [],
  };
}

function buildMonitoring(given: Part<'monitoring'>): MonitoringPolicy {
  const defaults: Readonly<Record<RuleLevel, number | null>> = { low: null, medium: 24 * HOUR, high: 72 * HOUR };
  return {
    environments: given?.environments ?? ['production'],
    windowSeconds: eachLevel((level) => {
      const window = given?.window?.[level];
      return window === 'none' ? null : (window ?? defaults[level]);
    }),
    remindSeconds: [given?.remind ?? 12 * HOUR].flat(),
    blockAfter: given?.['block-after'] ?? null,
  };
}

function buildAction(given: NonNullable<Part<'actions'>>[number]): ImprovementAction {
  return {
    id: given.id,
    title: given.title,
    started: given.started,
    targets: given.targets ?? ['regression', 'incident'],
    coverage: given.coverage ?? 'announcement',
    ...(given.owner !== undefined && { owner: given.owner }),
    ...(given.scope !== undefined && { scope: buildArea(given.scope) }),
    ...(given.control !== undefined && { control: buildArea(given.control) }),
  };
}

function buildArea(area: NonNullable<NonNullable<Part<'actions'>>[number]['scope']>): ActionArea {
  return { paths: area.paths ?? [], projects: area.projects ?? [], services: area.services ?? [] };
}

function eachLevel<Value>(of: (level: RuleLevel) => Value): Readonly<Record<RuleLevel, Value>> {
  return Object.fromEntries(RULE_LEVELS.map((level) => [level, of(level)])) as Record<RuleLevel, Value>;
}
