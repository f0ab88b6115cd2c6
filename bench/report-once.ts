import { openSqliteStore } from '../src/storage/sqlite/open-store.ts';
import { parsePeriod } from '../src/domain/report/parse-period.ts';
import { renderReportMarkdown } from '../src/render/report/markdown/render-report-markdown.ts';
import { gatherReport } from '../src/usecases/gather-report.ts';
import { REPORT_NOW, REPORT_PERIOD, reportConfig } from './report-history.ts';

/*
 * node report-once.js FILE — one report in a process of its own: opens the store, counts what is stale (nothing), loads
 * the record, estimates three actions, and writes the report as Markdown. Prints its time and the memory it took.
 */
const [path = ''] = process.argv.slice(2);
const config = reportConfig();
const clock = { now: () => REPORT_NOW };
const silent = () => undefined;
const log = { debug: silent, info: silent, warn: silent, error: silent };
const period = parsePeriod(REPORT_PERIOD, REPORT_NOW / 86_400_000);
if (period === null) throw new Error('no period');

const began = performance.now();
const store = await openSqliteStore({ path, role: 'worker', clock, log });
const [repository] = await store.repositories.all();
if (repository === undefined) throw new Error('no repository');
const report = await gatherReport({ store, clock }, { repository, config, project: null, period, audience: 'local' });
const text = renderReportMarkdown(report, {
  locale: 'en',
  repositoryUrl: 'https://github.com/acme/shop',
  titled: true,
  marker: null,
  previousUrl: null,
});
const milliseconds = Math.round(performance.now() - began);
await store.close();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
process.stdout.write(JSON.stringify({ milliseconds, megabytes, characters: text.length }));
