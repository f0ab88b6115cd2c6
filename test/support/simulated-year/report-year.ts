import { parseConfig } from '../../../src/config/parse-config.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { periodAt } from '../../../src/domain/report/period-at.ts';
import { gatherReport, type GatherReportDeps } from '../../../src/usecases/gather-report.ts';
import type { GeneratedYear } from './generated-year.ts';
import { REPOSITORY } from './year-plan.ts';

const DAY_MS = 86_400_000;

/** The report of the quarter in which the year's last changes were merged, from what is stored, on the day after. */
export async function reportYear(store: GatherReportDeps['store'], year: GeneratedYear): Promise<Report> {
  const parsed = parseConfig(year.config, { path: '.github/impact.yml' });
  if ('problems' in parsed) throw new Error('The generated configuration has problems.', { cause: parsed.problems });
  const today = year.plan.firstDay + year.plan.days;
  const period = periodAt('quarter', today - 1);
  const clock = { now: () => today * DAY_MS };
  const { config } = parsed;
  return gatherReport({ store, clock }, { repository: REPOSITORY, config, project: null, period, audience: 'local' });
}
