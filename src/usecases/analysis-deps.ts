import type { StatedCause } from '../domain/attribution/stated-cause.ts';
import type { ListedIncident } from '../domain/incident/list-incidents.ts';
import type { Clock } from '../ports/clock.ts';
import type { BlameAnswer, History } from '../ports/history.ts';

export const ANALYSIS_STAGES = ['commits', 'changes', 'blame', 'report'] as const;
export type AnalysisStage = (typeof ANALYSIS_STAGES)[number];

/** Blame answers by fix: they never change, so an interrupted analysis goes on where it stopped. */
export interface BlameMemory {
  readonly get: (fix: string) => BlameAnswer | undefined;
  readonly set: (fix: string, answer: BlameAnswer) => void;
}

export interface AnalyzeDeps {
  readonly history: History;
  readonly clock: Clock;
  readonly memory?: BlameMemory;
  readonly onProgress?: (stage: AnalysisStage, done: number, total: number | null) => void;
}

export interface AnalyzeOptions {
  /** Unix seconds: changes before it are known but not counted. */
  readonly since?: number;
  readonly incidents?: readonly ListedIncident[];
  /** How long fixes without a stated cause may be blamed. 0: not at all. */
  readonly blameBudgetMs?: number;
  /** `owner/name`, to tell our references from those of others. */
  readonly repository?: string;
  /** Aborting ends the blame early and keeps what is known; before that it ends the analysis. */
  readonly signal?: AbortSignal;
}

/** What one commit says, kept small: messages are read once and dropped. */
export interface CommitClaims {
  readonly commit: string;
  readonly causes: readonly StatedCause[];
  readonly revertTitle: string | undefined;
}
