import type { CauseEvidence } from '../evidence.ts';
import type { HotPlace } from './find-hot-places.ts';
import type { SuggestedRule } from './suggest-rules.ts';

/** One change, as a report names it. Times are ISO 8601 in UTC. */
export interface UnitReference {
  readonly unit: string;
  readonly pullRequest: number | null;
  readonly title: string;
  readonly at: string;
}

export interface AnalyzedRevert extends UnitReference {
  readonly reverted: UnitReference;
  readonly lagHours: number;
  /** 1 undoes a change, 2 applies it again, and so on. */
  readonly depth: number;
  /** The diff undoes it; without, it is what somebody wrote. */
  readonly verified: boolean;
}

export interface AnalyzedCause extends UnitReference {
  readonly how: 'stated' | 'inferred';
  /** 0 to 1. */
  readonly confidence: number;
  readonly lagDays: number;
  readonly evidence: readonly CauseEvidence[];
}

export interface AnalyzedFault extends UnitReference {
  /** Most likely first. */
  readonly causes: readonly AnalyzedCause[];
}

export interface AnalyzedIncident {
  readonly id: string;
  readonly title: string;
  readonly startedAt: string;
  /** Most likely first, at most 5. */
  readonly causes: readonly AnalyzedCause[];
  readonly noChange: number;
}

/** `null` where nothing could be measured. Hours. */
export interface Spread {
  readonly n: number;
  readonly p50: number | null;
  readonly p90: number | null;
}

/** What a clone alone says about a repository; `schemas/hiyari.analyze.1.schema.json`. */
export interface RepositoryAnalysis {
  readonly head: string | null;
  readonly since: string | null;
  readonly commits: number;
  readonly units: {
    readonly count: number;
    readonly merges: number;
    readonly squashes: number;
    readonly plain: number;
    readonly from: string | null;
    readonly to: string | null;
    readonly files: Spread;
    readonly lines: Spread;
  };
  readonly prs: { readonly count: number; readonly leadHours: Spread };
  readonly reverts: readonly AnalyzedRevert[];
  readonly faults: readonly AnalyzedFault[];
  readonly nearMisses: readonly AnalyzedRevert[];
  readonly incidents: readonly AnalyzedIncident[];
  /** Places by how many faults their changes caused. */
  readonly hot: readonly HotPlace[];
  readonly rules: readonly SuggestedRule[];
  readonly skipped: {
    /** Changes whose content is not in this clone: their lines were not counted. */
    readonly uncounted: number;
    /** Fixes without a stated cause: blamed so far, and still to blame. */
    readonly blamed: number;
    readonly blameLeft: number;
    readonly blameFiles: number;
    /** References that name no change of this clone. */
    readonly unresolved: number;
    readonly shallow: boolean;
    readonly partial: boolean;
  };
  readonly took: { readonly seconds: number; readonly stages: Readonly<Record<string, number>> };
}
