import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playYear } from '../../../demo/play-year.ts';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import { openSqlite } from '../../../src/open-database.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown/render-report-markdown.ts';
import { generateYear } from '../../support/simulated-year/generate-year.ts';
import { TEAM_YEAR } from '../../support/simulated-year/plans.ts';
import { reportYear } from '../../support/simulated-year/report-year.ts';
import { yearEvidence } from '../../support/simulated-year/year-evidence.ts';
import { recordingLog } from '../../support/recording-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { expectAnalysis, expectTallies, recordOf } from './expect-year.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const GITHUB_LIMIT = 65_536;
/** What the first line has to say; how much more it says is a matter of words. */
const FIRST_LINES = {
  en: ['Improved: “State the technical impact”.', 'Cannot tell yet: “Longer release notes”, “Rehearse rollbacks”'],
  ja: [
    '改善した施策: 「State the technical impact」。',
    'まだ判断できない施策: 「Longer release notes」、「Rehearse rollbacks」',
  ],
} as const;

describe('the year that the demonstration plays', () => {
  it('is reported as it truly was', async () => {
    const { text, surprises } = await playYear(folder.path);
    expect(surprises).toEqual([]);
    for (const part of Object.values(FIRST_LINES).flat()) expect(text).toContain(part);
    for (const locale of ['en', 'ja'] as const) {
      const page = readFileSync(join(folder.path, `report.${locale}.html`), 'utf8');
      expect(page).toContain(`<html lang="${locale}">`);
      expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(2);
    }

    const year = generateYear(TEAM_YEAR);
    const clock = { now: () => year.endsAt };
    const { store } = await openSqlite({
      path: join(folder.path, 'year.db'),
      role: 'reader',
      clock,
      log: recordingLog(),
    });
    const record = await recordOf(store, year);
    await expectTallies(store, record, year);
    expectAnalysis(record, year);
    const report = await reportYear(store, year);
    for (const locale of ['en', 'ja'] as const) {
      const options = { locale, repositoryUrl: null, titled: false, marker: null, previousUrl: null };
      const markdown = renderReportMarkdown(report, options);
      expect(markdown.length).toBeLessThan(GITHUB_LIMIT);
      const [first = ''] = markdown.split('\n', 1);
      for (const part of FIRST_LINES[locale]) expect(first).toContain(part);
    }
    // What the store kept tells the same as the facts that went into it.
    const plain = estimateActions(yearEvidence(year));
    expect(report.tried.map(({ id, answer }) => ({ id, answer }))).toEqual(
      plain.map(({ action, verdict }) => ({ id: action.id, answer: verdict.answer })),
    );
    report.tried.forEach(({ effect }, at) => {
      expect(effect?.ratio).toBeCloseTo(plain[at]?.main?.ratio ?? Number.NaN, 10);
    });
    await store.close();
  });
});
