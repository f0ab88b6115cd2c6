import { DAY_MS, dayOf } from '../domain/calendar.ts';
import type { Config } from '../config/config.ts';
import type { DecidedAttribution } from '../domain/attribution/attribution.ts';
import { changedAreas } from '../domain/attribution/changed-areas.ts';
import { type Exposure, unitOf } from '../domain/exposure/exposure.ts';
import { buildCells } from '../domain/record/build-cells.ts';
import { type ChangeFacts, type CountedChange, countChange } from '../domain/record/count-change.ts';
import type { CountedDay } from '../domain/record/counted-day.ts';
import { findMended } from '../domain/record/find-mended.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';
import type { ExposureCursor } from '../ports/exposure-store.ts';
import type { DaySpan } from '../ports/record-store.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { definitionsOf } from './record-definitions.ts';
import { frameOf, type GatherFrame, gatherChanges } from './gather-changes.ts';
import { withRegisteredActions } from './with-registered-actions.ts';
import { refreshIncidents } from './refresh-incidents.ts';

export interface RefreshRecordDeps {
  readonly store: Pick<
    Store,
    | 'actions'
    | 'attributions'
    | 'deployments'
    | 'exposures'
    | 'incidents'
    | 'mainLine'
    | 'members'
    | 'records'
    | 'transaction'
    | 'windows'
  >;
}

const PAGE = 1_000;
/** Beyond the days that a date can hold nothing was merged. */
const LAST_DATE_DAY = 100_000_000;
const EVERY_DAY: DaySpan = { from: 0, to: LAST_DATE_DAY };

/**
 * Counts again what has changed since it was counted, from the facts alone: what is kept is always what counting from
 * nothing would give, and doing it twice changes nothing. With other definitions everything is counted again.
 */
export async function refreshRecord(
  deps: RefreshRecordDeps,
  repository: InstalledRepository,
  written: Config,
): Promise<void> {
  const { records } = deps.store;
  const config = await withRegisteredActions(deps.store, repository.id, written);
  const definitions = await definitionsOf(deps, repository, config);
  const stale = await records.stale(repository.id);
  const anew = (await records.definitions(repository.id)) !== definitions;
  if (!anew && stale.days.length === 0 && stale.incidents.length === 0) return;
  const spans = anew ? [EVERY_DAY] : joinSpans(stale.days);
  if (spans.length > 0) {
    const frame = await frameOf(deps, repository, config);
    for (const span of spans) await recountSpan(deps, frame, span);
  }
  await refreshIncidents(deps, repository, config, anew ? null : stale.incidents);
  await deps.store.transaction((session) => session.records.settle(repository.id, definitions, stale.marks));
}

/** In order, and each day once. */
function joinSpans(spans: readonly DaySpan[]): readonly DaySpan[] {
  const joined: DaySpan[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + 1)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

/** Page by page: however long the span, no more than a page and the day that it ends in is in hand. */
async function recountSpan(deps: RefreshRecordDeps, frame: GatherFrame, span: DaySpan): Promise<void> {
  const { repositoryId } = frame;
  const period = { from: span.from * DAY_MS, to: (Math.min(span.to, LAST_DATE_DAY - 1) + 1) * DAY_MS };
  let from = span.from;
  let open: readonly Exposure[] = [];
  let after: ExposureCursor | null = null;
  do {
    const page: readonly Exposure[] = await deps.store.exposures.inPeriod(repositoryId, period, { after, limit: PAGE });
    const read: readonly Exposure[] = [...open, ...page];
    const last = page.length < PAGE ? undefined : page.at(-1);
    // The last day of a page may go on in the next.
    const to: number = last === undefined ? span.to : mergeDayOf(last) - 1;
    const days = await countDays(
      deps,
      frame,
      read.filter((one) => mergeDayOf(one) <= to),
    );
    if (to >= from) {
      const done = { from, to };
      await deps.store.transaction((session) => session.records.replaceDays(repositoryId, done, days));
      from = to + 1;
    }
    open = read.filter((one) => mergeDayOf(one) > to);
    after = last === undefined ? null : { mergedAt: last.mergedAt, unit: unitOf(last) };
  } while (after !== null);
}

function mergeDayOf({ mergedAt }: Exposure): number {
  return Math.floor(dayOf(mergedAt));
}

async function countDays(
  deps: RefreshRecordDeps,
  frame: GatherFrame,
  exposures: readonly Exposure[],
): Promise<CountedDay[]> {
  if (exposures.length === 0) return [];
  const attributions = await deps.store.attributions.namingAny(frame.repositoryId, exposures.map(unitOf));
  const named = namedUnits(attributions);
  const counted = (await gatherChanges(deps, frame, exposures, findMended(attributions))).map((facts) => ({
    facts,
    one: countChange(facts),
  }));
  return [...Map.groupBy(counted, ({ one }) => Math.floor(one.change.mergedAt))].map(([day, changes]) => ({
    day,
    ...buildCells(changes.map(({ one }) => one)),
    named: changes.flatMap(({ facts, one }) => (named.has(one.change.id) ? [nameChange(facts, one)] : [])),
  }));
}

function namedUnits(attributions: readonly DecidedAttribution[]): ReadonlySet<string> {
  const units = attributions.flatMap(({ attribution, decisions }) => [
    ...attribution.candidates.map(({ unit }) => unit),
    ...decisions.map(({ unit }) => unit),
  ]);
  return new Set(units);
}

function nameChange({ exposure, belonging }: ChangeFacts, { change }: CountedChange): NamedChange {
  const { number, title, files } = exposure;
  return { unit: change.id, number, title, projects: belonging.projects, areas: changedAreas(files), change };
}
