import type { Deployment } from '../../../src/domain/exposure/deployment.ts';
import type { Exposure } from '../../../src/domain/exposure/exposure.ts';
import type { IncidentReport } from '../../../src/domain/incident/incident.ts';
import type { RiskLevel } from '../../../src/domain/risk/risk-level.ts';
import type { YearPlan } from './year-plan.ts';

/** How the watching of a change ends. Times in milliseconds since the epoch. */
export interface Fate {
  readonly state: 'done' | 'lapsed' | 'incident' | 'reverted';
  /** When its last release began, and when that one's window ends. */
  readonly openedAt: number;
  readonly endsAt: number;
  /** When the window was left. */
  readonly at: number;
}

export interface GeneratedChange {
  readonly unit: string;
  readonly exposure: Exposure;
  readonly position: number;
  /** Milliseconds. */
  readonly mergedAt: number;
  readonly openedAt: number | null;
  /** When it first reached its users. */
  readonly releasedAt: number;
  readonly level: RiskLevel | 'none';
  /** Sorted. */
  readonly projects: readonly string[];
  readonly accepted: boolean | null;
  readonly body: string | null;
  /** `null`: it is not watched. */
  readonly fate: Fate | null;
  readonly wasReverted: boolean;
}

/** An incident with the truth about it. */
export interface GeneratedIncident {
  readonly report: IncidentReport;
  /** Milliseconds: when it is told, after it began. */
  readonly toldAt: number;
  /** What the ranking is to say, most likely first. */
  readonly candidates: readonly { readonly unit: string; readonly confidence: number }[];
  readonly decisions: readonly { readonly unit: string; readonly verdict: 'confirmed' | 'rejected' }[];
  /** The change that it has to count for, and why. */
  readonly causedBy: string | null;
  readonly certainty: 'confirmed' | 'likely' | 'unlinked' | 'no-change';
  /** It began and was confirmed while its cause was watched. */
  readonly endsWindow: boolean;
}

export interface GeneratedDeployment {
  readonly deployment: Deployment;
  /** Milliseconds: not always in the order in which they happened. */
  readonly toldAt: number;
  /** The commit of the default branch that it holds; `null`: it is on no branch that anybody knows. */
  readonly contains: string | null;
  /** True: it brings changes to their users for the first time. */
  readonly carries: boolean;
}

export interface GeneratedYear {
  readonly plan: YearPlan;
  /** Text of `.github/impact.yml`. */
  readonly config: string;
  /** In the order of the default branch. */
  readonly changes: readonly GeneratedChange[];
  readonly incidents: readonly GeneratedIncident[];
  readonly deployments: readonly GeneratedDeployment[];
  /** Milliseconds: when everything has come to its end. */
  readonly endsAt: number;
}
