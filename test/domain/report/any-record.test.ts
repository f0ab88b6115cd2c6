import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INCIDENT_KINDS } from '../../../src/domain/incident/incident-kind.ts';
import { LOCALES } from '../../../src/domain/locale.ts';
import { WINDOW_STATES } from '../../../src/domain/monitoring/monitoring-window.ts';
import { buildReport } from '../../../src/domain/report/build-report.ts';
import { isoDay } from '../../../src/domain/calendar.ts';
import { periodAt } from '../../../src/domain/report/period-at.ts';
import { REPORT_PERIODS } from '../../../src/domain/report/report-schedule.ts';
import { IMPACT_STATUSES } from '../../../src/domain/statement/decision.ts';
import { STATEMENT_VERDICTS } from '../../../src/domain/statement/impact-statement.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown/render-report-markdown.ts';
import { renderReportCsv } from '../../../src/render/report/render-report-csv.ts';
import { cellOf, incidentOf, namedOf, recordOf, speedOf } from '../../support/report/sample-record.ts';

const FIRST = 20_500;
const day = fc.integer({ min: FIRST, max: FIRST + 400 });

const cells = fc.array(
  fc.record({
    day,
    risk: fc.constantFrom('high', 'medium', 'low', 'unknown', 'none' as const),
    status: fc.option(fc.constantFrom(...IMPACT_STATUSES)),
    verdict: fc.option(fc.constantFrom(...STATEMENT_VERDICTS)),
    accepted: fc.option(fc.boolean()),
    enforced: fc.boolean(),
    watched: fc.option(fc.constantFrom(...WINDOW_STATES)),
    changes: fc.integer({ min: 1, max: 1_000 }),
  }),
  { maxLength: 40 },
);

const incidents = fc.array(
  fc.record({
    day,
    kind: fc.constantFrom(...INCIDENT_KINDS),
    causes: fc.array(fc.constantFrom('code', 'process', '__proto__', 'constructor'), { maxLength: 3 }),
    certainty: fc.constantFrom('confirmed', 'likely', 'unlinked', 'no-change' as const),
    causedBy: fc.option(fc.constantFrom('#1', '#2', '#gone')),
    suspects: fc.array(fc.tuple(fc.constantFrom('#1', '#2', '#gone'), fc.double({ min: 0, max: 1, noNaN: true })), {
      maxLength: 4,
    }),
  }),
  { maxLength: 30 },
);

describe('a report of any record', () => {
  it('adds up, holds no number that is none, and can be written out', () => {
    fc.assert(
      fc.property(
        cells,
        incidents,
        fc.constantFrom(...REPORT_PERIODS),
        day,
        (someCells, someIncidents, unit, today) => {
          const period = periodAt(unit, today);
          const record = recordOf(`${isoDay(today)}T12:00:00Z`, {
            cells: someCells
              .map(({ day: merged, changes, ...traits }) => cellOf(isoDay(merged), traits, { changes }))
              .sort((a, b) => a.day - b.day),
            speeds: someCells.map(({ day: merged, changes }) => speedOf(isoDay(merged), [changes / 10])),
            incidents: someIncidents
              .sort((a, b) => a.day - b.day)
              .map(({ day: began, ...facts }, i) => incidentOf(i, `${isoDay(began)}T01:00:00Z`, facts)),
            named: new Map([1, 2].map((number) => [`#${number}`, namedOf(number, ['app', `app/${number}`])])),
          });
          const report = buildReport({
            repository: 'acme/shop',
            project: null,
            period,
            record,
            estimates: [],
            projects: [],
            rewritten: new Map(),
            windows: [],
            maySee: () => true,
          });
          const { happened, quality, habits } = report;
          const total = happened.kinds.reduce((sum, { now }) => sum + now, 0);
          expect(quality.incidents).toBe(total);
          expect(quality.confirmed + quality.likely + quality.noChange + quality.unlinked.count).toBe(total);
          expect(Object.values(quality.detectedBy).reduce((sum, count) => sum + count, 0)).toBe(total);
          const [all, ...levels] = habits.coverage;
          expect(levels.reduce((sum, { now }) => sum + now.of, 0)).toBeLessThanOrEqual(all?.now.of ?? 0);
          expect(happened.trend.weeks.length).toBeLessThanOrEqual(53);
          const written = [
            JSON.stringify(report),
            ...LOCALES.map((locale) =>
              renderReportMarkdown(report, {
                locale,
                repositoryUrl: null,
                titled: true,
                marker: null,
                previousUrl: null,
              }),
            ),
            ...renderReportCsv(report).values(),
          ];
          for (const text of written) expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
        },
      ),
      { seed: 17, numRuns: 60 },
    );
  });
});
