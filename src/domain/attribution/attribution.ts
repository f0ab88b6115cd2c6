import type { IncidentKey } from '../incident/incident.ts';
import type { CauseEvidence } from './evidence.ts';

/** A change that may have caused an incident, with why we think so. */
export interface AttributedCause {
  /** `#12`, or the commit of a direct push: `unitOf` of its exposure. */
  readonly unit: string;
  readonly number: number | null;
  readonly title: string;
  /** ISO 8601; when it reached users, or its branch where no deployment is known. */
  readonly at: string;
  /** Where it changed things: folders, and files at the root. The most changed first. */
  readonly areas: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Strongest first. */
  readonly evidence: readonly CauseEvidence[];
}

/** The ranking's own first answer, before anybody's statement and before calibration: what judgements are learned from. */
export interface LeadingCause {
  readonly unit: string;
  readonly share: number;
}

/** A comment of ours that says an incident was caused here. */
export interface BackReference {
  readonly number: number;
  readonly commentId: number;
  readonly contentHash: string;
}

/** Which changes may have caused one incident, as last worked out. */
export interface Attribution extends IncidentKey {
  readonly repositoryId: number;
  /** ISO 8601: when it happened. */
  readonly happenedAt: string;
  /** What its people say contributed, as far as the probability of "no change" goes. */
  readonly causes: readonly string[];
  /** Most likely first, at most {@link MAX_CANDIDATES}. */
  readonly candidates: readonly AttributedCause[];
  /** How likely no change caused it. */
  readonly noChange: number;
  readonly leading: LeadingCause | null;
  /** Pull requests that mended it. */
  readonly fixes: readonly number[];
  /** Where we said so: `null` when nothing was said yet, or nowhere to say it. */
  readonly comment: { readonly id: number; readonly contentHash: string } | null;
  readonly backReferences: readonly BackReference[];
}

export const MAX_CANDIDATES = 5;

/** Stands for the answer "no change caused it" where units are decided. No commit and no pull request is called so. */
export const NO_CHANGE = 'no-change';

/** What a person with the right to say so said of one change. */
export interface LinkDecision {
  /** A candidate's unit, or {@link NO_CHANGE}. */
  readonly unit: string;
  readonly verdict: 'confirmed' | 'rejected';
  readonly by: string;
  readonly why: string;
  readonly at: string;
  /** True: the person was not shown our ranking before. Such answers measure it without following it. */
  readonly blind: boolean;
  /** The ranking's own answer at that moment. */
  readonly leading: LeadingCause | null;
}

/** An attribution, and what people decided. */
export interface DecidedAttribution {
  readonly attribution: Attribution;
  readonly decisions: readonly LinkDecision[];
}
