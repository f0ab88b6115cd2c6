import { expect } from 'vitest';
import { parseConfig } from '../../../src/config/parse-config.ts';
import type { Config } from '../../../src/config/config.ts';
import { INCIDENT_KINDS } from '../../../src/domain/incident/incident-kind.ts';
import { findTriggers } from '../../../src/domain/postmortem/find-triggers.ts';
import { analyzeProjects } from '../../../src/domain/project/analyze-projects.ts';
import type { ExpectationMeasure } from '../../../src/domain/project/expectation.ts';
import { findBroken, measureExpectations } from '../../../src/domain/project/measure-expectations.ts';
import type { RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import type { Store } from '../../../src/ports/store.ts';
import { loadRecord } from '../../../src/usecases/load-record.ts';
import type { GeneratedYear } from '../../support/simulated-year/generated-year.ts';
import { seeYear } from '../../support/simulated-year/see-year.ts';
import {
  incidentProjects,
  kindOf,
  type ProjectTally,
  projectsByUnit,
  tallyProject,
  tallyYear,
} from '../../support/simulated-year/tally-year.ts';
import { REPOSITORY } from '../../support/simulated-year/year-plan.ts';

const DAY = 86_400_000;
const BUDGET_DAYS = 28;

export function configOf(year: GeneratedYear): Config {
  const parsed = parseConfig(year.config, { path: '.github/impact.yml' });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

export function recordOf(store: Store, year: GeneratedYear, at = year.endsAt): Promise<RepositoryRecord> {
  return loadRecord({ store }, REPOSITORY, configOf(year), new Date(at).toISOString());
}

/** Whatever the App counted is what the generator knows. */
export async function expectTallies(store: Store, record: RepositoryRecord, year: GeneratedYear): Promise<void> {
  const { leadTimes: known, ...tally } = tallyYear(year);
  const { leadTimes, ...seen } = await seeYear(store, record);
  expect(seen).toEqual(tally);
  expect(leadTimes.known).toBe(known.length);
  for (const share of [0.1, 0.5, 0.9, 0.99]) expectNear(leadTimes.at(share), quantile(known, share));
  expect(await store.windows.countOpen()).toBe(0);
}

/** Kinds × causes × projects: each count here and elsewhere. */
export function expectAnalysis(record: RepositoryRecord, year: GeneratedYear): void {
  const { projects } = configOf(year);
  const { firstDay, days } = year.plan;
  const period = { from: firstDay, to: firstDay + days };
  const inPeriod = (at: number) => at >= period.from * DAY && at < period.to * DAY;
  const projectsOf = projectsByUnit(year.changes);
  const incidents = year.incidents
    .filter(({ report }) => inPeriod(Date.parse(report.startedAt ?? '')))
    .map((one) => ({ ...one, kind: kindOf(one), of: incidentProjects(one, projectsOf) }));
  const tied = incidents.filter(({ causedBy, of }) => causedBy !== null || of.length > 0);
  const merged = year.changes.filter(({ mergedAt }) => inPeriod(mergedAt));
  for (const analysis of analyzeProjects(record, projects, period)) {
    const { project } = analysis;
    expect(analysis.allChanges).toBe(merged.length);
    expect(analysis.changes).toBe(merged.filter((change) => change.projects.includes(project)).length);
    expect(analysis.unlinked).toBe(incidents.length - tied.length);
    for (const kind of INCIDENT_KINDS) {
      const ofKind = tied.filter((one) => one.kind === kind);
      const here = ofKind.filter(({ of }) => of.includes(project)).length;
      expect(analysis.kinds).toContainEqual(
        expect.objectContaining({ kind, incidents: here, elsewhere: ofKind.length - here }),
      );
    }
    for (const { cause, kind, incidents: here, elsewhere } of analysis.causes) {
      const alike = tied.filter((one) => one.kind === kind && one.report.causes.includes(cause));
      const own = alike.filter(({ of }) => of.includes(project)).length;
      expect({ cause, kind, here, elsewhere }).toEqual({ cause, kind, here: own, elsewhere: alike.length - own });
    }
  }
}

/** What each expectation stands at on a day, which numbers that are counted break it, and so ask for a postmortem. */
export function expectExpectations(record: RepositoryRecord, year: GeneratedYear): void {
  const to = Math.floor(Date.parse(record.at) / DAY) + 1;
  const period = { from: to - BUDGET_DAYS, to };
  for (const project of configOf(year).projects) {
    const tally = tallyProject(year, project.id, period);
    const broken = findBroken(record, project).map(({ measure }) => measure);
    const triggers = findTriggers(record, project, []).filter((cause) => cause.kind === 'expectation-broken');
    expect(triggers.map(({ measure }) => measure)).toEqual(broken);
    for (const { measure, value } of triggers) expectNear(value, actualOf(measure, tally));
    for (const { measure, target, value } of measureExpectations(record, project, period)) {
      const actual = actualOf(measure, tally);
      expectNear(value, actual);
      if (COUNTED.has(measure)) {
        const breaks = measure === 'merged-prs-per-week' ? (actual ?? 0) < target : (actual ?? 0) > target;
        expect({ project: project.id, measure, broken: broken.includes(measure) }).toEqual({
          ...{ project: project.id, measure, broken: breaks },
        });
      }
    }
  }
}

const COUNTED: ReadonlySet<ExpectationMeasure> = new Set([
  'incidents-per-28d',
  'regressions-per-28d',
  'near-misses-per-28d',
  'merged-prs-per-week',
]);

function actualOf(measure: ExpectationMeasure, tally: ProjectTally): number | null {
  const { changes, incidents, leadTimes, reviewRounds, confirmed, lapsed } = tally;
  const harmful = incidents.regression + incidents.incident;
  const seconds = (share: number) => {
    const days = quantile(leadTimes, share);
    return days === null ? null : days * 86_400;
  };
  const ratio = (a: number, b: number) => (b === 0 ? null : a / b);
  switch (measure) {
    case 'incidents-per-100-prs':
      return ratio(100 * harmful, changes);
    case 'incidents-per-28d':
      return harmful;
    case 'regressions-per-28d':
      return incidents.regression;
    case 'near-misses-per-28d':
      return incidents['near-miss'];
    case 'change-fail-rate':
      return ratio(tally.failed, changes);
    case 'monitored':
      return ratio(confirmed, confirmed + lapsed);
    case 'lead-time-p50':
      return seconds(0.5);
    case 'lead-time-p90':
      return seconds(0.9);
    case 'merged-prs-per-week':
      return (7 * changes) / BUDGET_DAYS;
    case 'review-rounds-p50':
      return quantile(reviewRounds, 0.5);
  }
}

/** The smallest value that at least this share of the values do not exceed. */
function quantile(ascending: readonly number[], share: number): number | null {
  return ascending[Math.max(1, Math.ceil(share * ascending.length)) - 1] ?? null;
}

/** Durations are kept to 1 %. */
function expectNear(seen: number | null, known: number | null): void {
  if (seen === null || known === null) expect(seen).toBe(known);
  else expect(Math.abs(seen - known)).toBeLessThanOrEqual(0.0101 * known);
}
