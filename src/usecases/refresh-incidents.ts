import type { Config } from '../config/config.ts';
import type { DecidedAttribution } from '../domain/attribution/attribution.ts';
import type { Incident, IncidentKey } from '../domain/incident/incident.ts';
import {
  type ConfiguredGlobs,
  compileConfiguredGlobs,
  incidentId,
  observeIncident,
} from '../domain/record/observe-incident.ts';
import type { UntiedIncident } from '../domain/record/tie-incidents.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { configuredGlobs } from './record-definitions.ts';
import type { RefreshRecordDeps } from './refresh-record.ts';

const ALWAYS = { from: 0, to: Number.MAX_SAFE_INTEGER };
const PIECE = 500;

/** Observes the incidents that have changed, or (`null`) all of the repository, and keeps them without their words. */
export async function refreshIncidents(
  { store }: RefreshRecordDeps,
  repository: InstalledRepository,
  config: Config,
  changed: readonly Pick<IncidentKey, 'source' | 'externalId'>[] | null,
): Promise<void> {
  const globs = compileConfiguredGlobs(configuredGlobs(config));
  const { installationId, id: repositoryId } = repository;
  if (changed !== null) {
    const observed = new Map<string, UntiedIncident | null>();
    for (const key of new Map(changed.map((one) => [incidentId(one), one])).values()) {
      const incident = await store.incidents.find({ installationId, ...key });
      const ours = incident !== null && incident.repositoryId === repositoryId && incident.state !== 'withdrawn';
      const attributed = ours ? await store.attributions.find({ installationId, ...key }) : null;
      observed.set(incidentId(key), ours ? observe(incident, attributed, globs) : null);
    }
    await store.transaction((session) => session.records.replaceIncidents(repositoryId, observed));
    return;
  }
  const attributions = await store.attributions.inPeriod(repositoryId, ALWAYS);
  const byId = new Map(attributions.map((one) => [incidentId(one.attribution), one] as const));
  const incidents = await store.incidents.between({ installationId, repositoryId, ...ALWAYS });
  // Nothing is taken out before the rest stands: others read meanwhile, and must never find only a part.
  const gone = new Set((await store.records.incidents(repositoryId, ALWAYS.to)).map(({ observed }) => observed.id));
  for (const one of incidents) gone.delete(incidentId(one));
  for (let at = 0; at < incidents.length; at += PIECE) {
    const observed = new Map(
      incidents.slice(at, at + PIECE).map((one) => {
        return [incidentId(one), observe(one, byId.get(incidentId(one)) ?? null, globs)] as const;
      }),
    );
    await store.transaction((session) => session.records.replaceIncidents(repositoryId, observed));
  }
  const taken = new Map([...gone].map((id) => [id, null] as const));
  await store.transaction((session) => session.records.replaceIncidents(repositoryId, taken));
}

function observe(
  { body: _, ...incident }: Incident,
  attributed: DecidedAttribution | null,
  globs: ConfiguredGlobs,
): UntiedIncident {
  return { incident, observed: observeIncident(incident, attributed, globs) };
}
