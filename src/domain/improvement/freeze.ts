import type { IncidentKind } from '../incident/incident-kind.ts';
import type { EstimatorChoice } from './choose-estimator.ts';
import type { DayRange } from './day.ts';
import type { Windows } from './estimate-ratio.ts';
import type { Coverage } from './find-coverage.ts';
import type { FollowUp } from './find-follow-up.ts';

/** What was fixed before anything was estimated; printed with its date. */
export interface Freeze {
  /** The day of the data that it was fixed on: in the registration, or, until it is there, for this estimate alone. */
  readonly frozenOn: number;
  /** Whether the registration has it, so that later data cannot move it. */
  readonly registered: boolean;
  readonly exposure: 'merged-changes';
  readonly endpoint: readonly IncidentKind[];
  readonly followUp: FollowUp;
  /** Days from merge to incident in the middle; `null` without any. */
  readonly medianLag: number | null;
  readonly coverage: Coverage;
  readonly observed: DayRange;
  /** `null` when the action is not in force. */
  readonly windows: Windows | null;
  readonly estimator: EstimatorChoice | null;
  /** Other actions on the same endpoint that cut a window short. */
  readonly cutBy: readonly string[];
  /** Other actions that came into force during the washout: their effects cannot be told apart. */
  readonly overlapping: readonly string[];
}
