import type { VerdictAnswer } from '../improvement/verdict.ts';
import type { AwaitingLink } from './awaiting-link.ts';
import type { Habits } from './habits.ts';
import type { Happened } from './happened.ts';
import type { HotPath } from './hot-path.ts';
import type { Pace } from './pace.ts';
import type { PromisedMeasure } from './promised-measure.ts';
import type { RecordQuality } from './record-quality.ts';
import type { ReportPeriod } from './report-period.ts';
import type { TriedAction } from './tried-action.ts';

/** What a repository, or one project of it, went through in a period, and whether what was tried against incidents works. */
export interface Report {
  /** `owner/name` */
  readonly repository: string;
  readonly project: { readonly id: string; readonly title: string } | null;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod;
  /** ISO 8601: the last look. */
  readonly at: string;
  /** The period had ended by then. */
  readonly complete: boolean;
  /** Nothing at all was recorded up to the period's end. */
  readonly empty: boolean;
  /** All actions at once; `none`: there are none. */
  readonly verdict: VerdictAnswer | 'mixed' | 'none';
  readonly happened: Happened;
  readonly promised: readonly PromisedMeasure[];
  readonly tried: readonly TriedAction[];
  readonly habits: Habits;
  readonly pace: Pace;
  /** Most incidents first. */
  readonly hotPaths: readonly HotPath[];
  /** Newest first. */
  readonly awaiting: readonly AwaitingLink[];
  readonly quality: RecordQuality;
}
