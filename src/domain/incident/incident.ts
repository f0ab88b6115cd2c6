import type { Escape } from './incident-cause.ts';
import type { IncidentFinding } from './incident-finding.ts';
import type { IncidentJudgement } from './incident-judgement.ts';
import type { IncidentKind } from './incident-kind.ts';
import type { Severity } from './severity.ts';

/** Where a report came from. */
export const INCIDENT_SOURCES = [
  'issue',
  'postmortem',
  'pagerduty',
  'sentry',
  'grafana',
  'generic',
  'import',
  'revert',
] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

/** `withdrawn`: its source no longer calls it an incident (label taken off, file or issue deleted). */
export const INCIDENT_STATES = ['open', 'resolved', 'withdrawn'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What names an incident: the same for every telling of it. */
export interface IncidentKey {
  readonly installationId: number;
  readonly source: IncidentSource;
  /** As the source names it; with `repositoryId` in it where the source is a repository. */
  readonly externalId: string;
}

/** What the words of a text hint at. Shown to people, never counted as fact. */
export interface IncidentSuggestions {
  readonly kind: IncidentKind | null;
  readonly causes: readonly string[];
}

/** The facts of an incident as its source tells them. Times are ISO 8601 in UTC; `null` where nobody has said. */
export interface IncidentFacts {
  readonly url: string | null;
  readonly title: string;
  /** Markdown or plain text, at most `MAX_BODY` characters. */
  readonly body: string;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  readonly state: IncidentState;
  readonly startedAt: string | null;
  readonly detectedAt: string | null;
  readonly resolvedAt: string | null;
  /** A person, a monitor, users: in the source's words. */
  readonly detectedBy: string | null;
  /** The account that wrote the report, where a person did and the source tells. */
  readonly toldBy?: string;
  readonly causes: readonly string[];
  readonly services: readonly string[];
  readonly paths: readonly string[];
  readonly projects: readonly string[];
  readonly escaped: readonly Escape[];
  /** What a form's field "root cause pull request" says, as it is. */
  readonly statedCause: string | null;
  readonly suggestions: IncidentSuggestions;
  readonly findings: readonly IncidentFinding[];
}

/** One telling of an incident. A later telling replaces an earlier one. */
export interface IncidentReport extends IncidentKey, IncidentFacts {
  /** `null`: it is known where it is told, not which repository it concerns. */
  readonly repositoryId: number | null;
  /** When the source last changed it. */
  readonly reportedAt: string;
}

/** The newest report, with what people confirmed since: their word beats the source's, and both beat suggestions. */
export interface Incident extends IncidentReport {
  /** The kind as the source told it, whatever was judged since. */
  readonly toldKind: IncidentKind | null;
  readonly judgements: readonly IncidentJudgement[];
  /** True: a person said that no change caused it. */
  readonly noChange: boolean;
}

/** GitHub's own limit for an issue's body; what is longer is cut, and a finding says so. */
export const MAX_BODY = 65_536;

/** When it happened as far as anybody knows. */
export function momentOf(report: Pick<IncidentReport, 'startedAt' | 'detectedAt' | 'reportedAt'>): string {
  return report.startedAt ?? report.detectedAt ?? report.reportedAt;
}
