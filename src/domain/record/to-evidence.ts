import { dayOf } from '../calendar.ts';
import type { CountedEvidence } from '../improvement/counted-evidence.ts';
import type { RegisteredAction } from '../improvement/registered-action.ts';
import { pairClassifications } from './pair-classifications.ts';
import type { RepositoryRecord } from './repository-record.ts';

/** What is counted of a repository, as the estimates take it. */
export function toEvidence(record: RepositoryRecord, actions: readonly RegisteredAction[]): CountedEvidence {
  return {
    counts: record,
    named: new Map([...record.named].map(([unit, { change }]) => [unit, change])),
    incidents: record.incidents.map(({ observed }) => observed),
    actions,
    observedFrom: null,
    today: dayOf(record.at),
    classifications: pairClassifications(record.incidents.map(({ incident }) => incident)),
    seed: record.repositoryId,
    leftOut: { duplicateChanges: 0, invalidTimes: 0 },
  };
}
