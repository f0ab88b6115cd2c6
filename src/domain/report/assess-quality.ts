import { agreementOnKinds } from '../improvement/compare-kinds.ts';
import type { MonitoringWindow } from '../monitoring/monitoring-window.ts';
import { pairClassifications } from '../record/pair-classifications.ts';
import type { RecordedIncident } from '../record/repository-record.ts';
import { detectorOf } from './detector-of.ts';
import { countChanges, type PeriodRecord } from './in-period.ts';
import type { Detector, RecordQuality } from './record-quality.ts';
import { DETECTORS } from './record-quality.ts';
import { shareOf } from './share.ts';

/** How much of the period's record rests on people's words, on guesses and on nothing. */
export function assessQuality(
  { cells, incidents }: PeriodRecord,
  windows: readonly Pick<MonitoringWindow, 'openedBy'>[],
): RecordQuality {
  const certain = (certainty: RecordedIncident['certainty']) =>
    incidents.filter((one) => one.certainty === certainty).length;
  const byPerson = incidents.filter(({ incident }) => incident.judgements.some(({ fact }) => fact === 'kind')).length;
  const byNobody = incidents.filter(({ incident }) => incident.kind === null).length;
  const pairs = pairClassifications(incidents.map(({ incident }) => incident));
  const detectedBy = Object.fromEntries(DETECTORS.map((one) => [one, 0])) as Record<Detector, number>;
  for (const { observed } of incidents) detectedBy[detectorOf(observed.detectedBy)]++;
  return {
    incidents: incidents.length,
    confirmed: certain('confirmed'),
    likely: certain('likely'),
    noChange: certain('no-change'),
    unlinked: shareOf(certain('unlinked'), incidents.length),
    classified: { byPerson, bySource: Math.max(0, incidents.length - byPerson - byNobody), byNobody },
    agreement: {
      alike: shareOf(pairs.filter(({ first, second }) => first === second).length, pairs.length),
      kappa: agreementOnKinds(pairs).kappa,
    },
    detectedBy,
    withoutStart: incidents.filter(({ incident }) => incident.startedAt === null).length,
    openedByMerge: shareOf(windows.filter(({ openedBy }) => openedBy === 'merge').length, windows.length),
    unjudged: shareOf(
      countChanges(cells, ({ traits }) => traits.status === null),
      countChanges(cells),
    ),
  };
}
