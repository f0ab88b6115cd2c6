import type { IncidentKind } from '../incident/incident-kind.ts';

export interface SuspectedChange {
  readonly unit: string;
  readonly number: number | null;
  readonly title: string;
  /** 0–1. */
  readonly probability: number;
}

/** An incident whose cause nobody has confirmed or ruled out yet. */
export interface AwaitingLink {
  /** `null`: told where fewer people may read than here. */
  readonly title: string | null;
  readonly url: string | null;
  readonly kind: IncidentKind;
  readonly day: string;
  /** Likeliest first. */
  readonly suspects: readonly SuspectedChange[];
}
