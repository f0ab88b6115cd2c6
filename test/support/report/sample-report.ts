import type { RecordedIncident } from '../../../src/domain/record/repository-record.ts';
import { buildReport } from '../../../src/domain/report/build-report.ts';
import { isoDay } from '../../../src/domain/calendar.ts';
import { parsePeriod } from '../../../src/domain/report/parse-period.ts';
import { periodAt } from '../../../src/domain/report/period-at.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { seededRandom } from '../../../src/domain/stats/seeded-random.ts';
import { cellOf, incidentOf, namedOf, recordOf, speedOf } from './sample-record.ts';
import { CANNOT_TELL, IMPROVED, NOT_STARTED, WORSE } from './sample-tried.ts';

const FIRST = 20_332; // 2025-09-01
const LAST = 20_697; // 2026-09-01
const CAUSES = ['code', 'configuration', 'data-or-migration', 'dependency', 'capacity'];
const KINDS = ['regression', 'incident', 'regression', 'near-miss', 'inquiry'] as const;
const AREAS = ['app/billing', 'app/search', 'db/migrate', 'lib/index', 'web/checkout/components'];

const PROMISED: Report['promised'] = [
  {
    project: { id: 'refactor', title: 'Large refactor' },
    measure: 'incidents-per-100-prs',
    target: 1,
    actual: 1.6,
    interval: { lower: 0.5, upper: 3.7 },
    state: 'cannot-tell',
    budgetLeft: -0.6,
    exhaustedOn: '2026-08-19',
  },
  {
    project: { id: 'refactor', title: 'Large refactor' },
    measure: 'lead-time-p50',
    target: 172_800,
    actual: 93_600,
    interval: { lower: 72_000, upper: 122_400 },
    state: 'kept',
    budgetLeft: null,
    exhaustedOn: null,
  },
  {
    project: { id: 'refactor', title: 'Large refactor' },
    measure: 'monitored',
    target: 0.95,
    actual: 0.81,
    interval: { lower: 0.74, upper: 0.86 },
    state: 'broken',
    budgetLeft: null,
    exhaustedOn: null,
  },
];

/** A year of one repository with three actions of every answer: made up, the same each time. */
export function sampleReport(over: Partial<Report> = {}): Report {
  const random = seededRandom(11);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const cells = [];
  const speeds = [];
  const incidents: RecordedIncident[] = [];
  const named = new Map();
  for (let day = FIRST; day < LAST; day++) {
    if ((day + 3) % 7 > 4) continue;
    const date = isoDay(day);
    const enforced = day >= FIRST + 180;
    const stated = random() < (enforced ? 0.95 : 0.4);
    cells.push(
      cellOf(date, { enforced, watched: enforced ? (random() < 0.8 ? 'done' : 'lapsed') : null }, { changes: 6 }),
      cellOf(
        date,
        stated
          ? { risk: 'high', enforced, watched: 'done' }
          : { risk: 'high', enforced, verdict: 'placeholder', status: 'missing', accepted: false },
        { changes: 2, reverted: random() < 0.1 ? 1 : 0 },
      ),
    );
    if (random() < 0.1) cells.push(cellOf(date, { status: 'exempt', verdict: 'missing' }, { changes: 1 }));
    speeds.push(speedOf(date, [1 + 30 * random(), 2 + 60 * random(), 100 * random()]));
    if (random() < (enforced ? 0.3 : 0.6)) {
      const number = 100 + incidents.length;
      named.set(`#${number}`, namedOf(number, [pick(AREAS), pick(AREAS)], `Rework ${pick(AREAS)} for the new plans`));
      const guess = random() < 0.3;
      incidents.push(
        incidentOf(incidents.length, `${date}T09:30:00Z`, {
          title: pick(['Checkout fails for some cards', 'Search returns nothing', 'Invoices are sent twice']),
          kind: pick(KINDS),
          causes: [pick(CAUSES)],
          detectedBy: pick(['Datadog', 'Customer support', null]),
          causedBy: `#${number}`,
          certainty: guess ? 'likely' : 'confirmed',
          suspects: guess ? [[`#${number}`, 0.5 + random() / 2]] : [],
        }),
      );
    }
  }
  const report = buildReport({
    repository: 'acme/shop',
    project: null,
    period: parsePeriod('2026-08', 0) ?? periodAt('month', LAST - 1),
    record: recordOf('2026-09-01T03:00:00Z', { cells, speeds, incidents, named }),
    estimates: [],
    projects: [],
    rewritten: new Map(),
    windows: [],
    maySee: () => true,
  });
  return {
    ...report,
    promised: PROMISED,
    tried: [IMPROVED, CANNOT_TELL, WORSE, NOT_STARTED],
    verdict: 'mixed',
    ...over,
  };
}
