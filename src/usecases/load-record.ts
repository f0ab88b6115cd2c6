import type { Config } from '../config/config.ts';
import type { DecidedAttribution } from '../domain/attribution/attribution.ts';
import { changedAreas } from '../domain/attribution/changed-areas.ts';
import type { Exposure } from '../domain/exposure/exposure.ts';
import { buildCells } from '../domain/record/build-cells.ts';
import { type ChangeFacts, type CountedChange, countChange, dayOf } from '../domain/record/count-change.ts';
import { findMended } from '../domain/record/find-mended.ts';
import {
  type ConfiguredGlobs,
  compileConfiguredGlobs,
  incidentId,
  observeIncident,
} from '../domain/record/observe-incident.ts';
import type { NamedChange, RepositoryRecord } from '../domain/record/repository-record.ts';
import { tieIncidents, type UntiedIncident } from '../domain/record/tie-incidents.ts';
import type { ExposureCursor } from '../ports/exposure-store.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { frameOf, type GatherDeps, gatherChanges } from './gather-changes.ts';

export interface LoadRecordDeps extends GatherDeps {
  readonly store: GatherDeps['store'] & Pick<Store, 'exposures' | 'incidents' | 'attributions'>;
}

const PAGE = 1_000;

/** All that is counted of a repository up to `at` (ISO 8601), with what its configuration says now. */
export async function loadRecord(
  deps: LoadRecordDeps,
  repository: InstalledRepository,
  config: Config,
  at: string,
): Promise<RepositoryRecord> {
  const period = { from: 0, to: Date.parse(at) };
  const attributions = await deps.store.attributions.inPeriod(repository.id, period);
  const mended = findMended(attributions);
  const wanted = namedUnits(attributions);
  const frame = await frameOf(deps, repository, config, period.to);
  const counted: CountedChange[] = [];
  const named = new Map<string, NamedChange>();
  let after: ExposureCursor | null = null;
  do {
    const page: readonly Exposure[] = await deps.store.exposures.inPeriod(repository.id, period, {
      after,
      limit: PAGE,
    });
    for (const facts of await gatherChanges(deps, frame, page, mended)) {
      const one = countChange(facts);
      counted.push(one);
      if (wanted.has(one.change.id)) named.set(one.change.id, nameChange(facts, one));
    }
    after = nextAfter(page);
  } while (after !== null);
  const incidents = await loadIncidents(
    deps,
    repository,
    attributions,
    compileConfiguredGlobs(globsIn(config)),
    period,
  );
  return {
    repositoryId: repository.id,
    ...buildCells(counted),
    incidents: tieIncidents(incidents, named, dayOf(at)),
    named,
    at,
  };
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

function nextAfter(page: readonly Exposure[]): ExposureCursor | null {
  const last = page.at(-1);
  if (last === undefined || page.length < PAGE) return null;
  return { mergedAt: last.mergedAt, unit: last.number === null ? (last.sha ?? '') : `#${last.number}` };
}

async function loadIncidents(
  { store }: LoadRecordDeps,
  repository: InstalledRepository,
  attributions: readonly DecidedAttribution[],
  globs: ConfiguredGlobs,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly UntiedIncident[]> {
  const byId = new Map(attributions.map((one) => [incidentId(one.attribution), one] as const));
  const { installationId, id: repositoryId } = repository;
  const incidents = await store.incidents.between({ installationId, repositoryId, from, to });
  return incidents.map(({ body: _, ...incident }) => {
    return { incident, observed: observeIncident(incident, byId.get(incidentId(incident)) ?? null, globs) };
  });
}

/** Every glob that says what a part of the repository is. */
function globsIn({ incidents, rules, projects }: Config): readonly string[] {
  return [
    ...incidents.services.flatMap(({ paths }) => paths),
    ...rules.flatMap((rule) => rule.paths ?? []),
    ...projects.flatMap(({ match }) => match.paths),
  ];
}
