import { indexFiles, matchPaths } from '../domain/attribution/analysis/match-paths.ts';
import {
  type AttributedCause,
  type Attribution,
  type DecidedAttribution,
  MAX_CANDIDATES,
  NO_CHANGE,
} from '../domain/attribution/attribution.ts';
import type { Calibration } from '../domain/attribution/ranking-weights.ts';
import { SHIPPED_WEIGHTS } from '../domain/attribution/ranking-weights.ts';
import { changedAreas } from '../domain/attribution/changed-areas.ts';
import { indexHistory } from '../domain/attribution/history-index.ts';
import { calibrateFrom, countNoChange } from '../domain/attribution/learn-from-decisions.ts';
import { noChangePrior } from '../domain/attribution/no-change-prior.ts';
import { rankCauses } from '../domain/attribution/rank-causes.ts';
import { settleLinks } from '../domain/attribution/settle-links.ts';
import { unitOf } from '../domain/exposure/exposure.ts';
import { type Incident, momentOf } from '../domain/incident/incident.ts';
import { compileGlobs, selectsPath } from '../domain/risk/glob/compile-globs.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { blameMends } from './blame-mends.ts';
import type { InstallationDeps } from './deps.ts';
import { findUnit, type KnownChange } from './find-change.ts';
import { findMendingReverts } from './find-mending-reverts.ts';
import { newestBefore, toUnits, touchingBefore } from './gather-suspects.ts';
import { findIncidentPlace } from './incident-place.ts';
import { loadCodeOwners } from './load-code-owners.ts';
import type { AttributeIncidentPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { postmortemsJob } from './postmortems-job.ts';
import { publishAttribution } from './publish-attribution.ts';
import { readStatements } from './read-statements.ts';
import { tellWatches } from './tell-watches.ts';

/** Of a service, the files that changes touched say where it hurts; more of them say nothing. */
const MOST_SERVICE_FILES = 100;

/**
 * What caused an incident: snapshot → suspects → the same pure ranking as over a clone → save → say so on the incident.
 * Everything that may change the answer comes here and only says that it is time to look; the answer depends on what is
 * stored and on what GitHub shows, not on the order in which anything arrived.
 */
export async function attributeIncident(
  deps: InstallationDeps,
  payloads: readonly AttributeIncidentPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const incident = await deps.store.incidents.find(last.incident);
  if (incident === null || incident.repositoryId === null) return;
  const tracker = payloads.find((payload) => payload.tracker !== null)?.tracker ?? null;
  const repository =
    tracker?.id === incident.repositoryId ? tracker : await deps.store.repositories.find(incident.repositoryId);
  // One that was handed to another owner is no business of this installation's any more.
  if (repository === null || repository.installationId !== incident.installationId) return;
  const place = await findIncidentPlace(deps.store.repositories, incident, tracker);
  const before = await deps.store.attributions.find(incident);
  const decisions = before?.decisions ?? (await deps.store.attributions.decisionsOn(incident));
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);

  const attribution =
    incident.state === 'withdrawn'
      ? withdrawn(incident, repository, before)
      : await workOut(deps, { incident, repository, place, before, decisions, config });
  const links = settleLinks(attribution, decisions);
  const areas = attribution.candidates
    .filter(({ unit }) => links.some((link) => link.unit === unit))
    .flatMap((cause) => cause.areas);
  await deps.store.transaction(async (session) => {
    await session.attributions.save(attribution, areas);
    if (config.projects.length > 0) await session.outbox.enqueue([postmortemsJob(repository)]);
  });
  const again = payloads.some((payload) => payload.again === true);
  const quiet = payloads.every((payload) => payload.quiet === true);
  const { locale } = config;
  await publishAttribution(deps, { incident, repository, place, attribution, decisions, locale, again, quiet });
  const units = [...(before?.attribution.candidates ?? []), ...attribution.candidates, ...decisions].map(
    ({ unit }) => unit,
  );
  await tellWatches(deps, repository, attribution, links, units);
}

type Situation = {
  readonly incident: Incident;
  readonly repository: InstalledRepository;
  readonly place: Awaited<ReturnType<typeof findIncidentPlace>>;
  readonly before: DecidedAttribution | null;
  readonly decisions: DecidedAttribution['decisions'];
  readonly config: Awaited<ReturnType<typeof loadBaseContext>>['config'];
};

async function workOut(deps: InstallationDeps, situation: Situation): Promise<Attribution> {
  const { incident, repository, place, before, decisions, config } = situation;
  const happenedAt = startOf(incident, before);
  // A near miss begins with the very merge that was undone: that one is not out.
  const startMs = Date.parse(happenedAt) + (incident.source === 'revert' ? 1_000 : 0);
  const isOwn = place !== null && place.tracker.id === repository.id;
  const number = place?.number ?? null;

  const statements = await readStatements(deps, incident, repository, place);
  const closing = isOwn ? await deps.github.closingPullRequests(repository, place.number) : [];
  const mends = await blameMends(deps, repository, closing);
  const named = new Set([...mends.numbers, ...statements.named]);
  if (incident.source === 'revert' && number !== null) named.add(number);
  const reverts = await findMendingReverts(deps, repository, { startMs, number: isOwn ? number : null, named });

  const suspects = new Map<string, KnownChange>();
  const suspect = (changes: readonly KnownChange[]) => {
    for (const change of changes) suspects.set(unitOf(change), change);
  };
  const newest = await newestBefore(deps, repository, startMs);
  suspect(newest);
  const hurt = placesHurt(situation, statements.text, newest, mends.files);
  suspect(await touchingBefore(deps, repository, hurt, startMs));
  suspect(statements.changes);
  const blamed = mends.blame.map(({ unit }) => unit);
  const known = [...blamed, ...reverts.map(({ undone }) => undone), ...decisions.map(({ unit }) => unit)];
  for (const unit of new Set(known)) {
    const change = suspects.has(unit) ? null : await findUnit(deps, repository, unit);
    if (change !== null) suspect([change]);
  }

  const decided = await deps.store.attributions.decided(repository.id);
  const calibration = await learn(deps, repository, decided);
  const rejected = new Set(decisions.filter(({ verdict }) => verdict === 'rejected').map(({ unit }) => unit));
  const { environments } = config.monitoring;
  const units = await toUnits(deps, repository, [...suspects.values()], { startMs, environments });
  const codeOwners = hurt.length === 0 ? { rules: [] } : await loadCodeOwners(deps, repository);
  const confirmed = decisions.filter(({ unit, verdict }) => verdict === 'confirmed' && unit !== NO_CHANGE);
  const ranking = rankCauses(
    {
      at: Math.floor(startMs / 1000),
      files: hurt,
      blame: mends.blame,
      stated: [...statements.stated, ...confirmed.map(({ unit }) => ({ unit, certainty: 'stated' as const }))],
      reverted: reverts.map(({ undone }) => undone),
      noChange: noChangePrior(incident.causes, mends.numbers.length > 0, countNoChange(decided)),
    },
    indexHistory(
      units.filter(({ id }) => !rejected.has(id)),
      codeOwners,
    ),
    { ...SHIPPED_WEIGHTS, calibration },
  );
  const atOf = new Map(units.map(({ id, at }) => [id, at]));
  const describe = (unit: string, confidence: number, evidence: AttributedCause['evidence']): AttributedCause[] => {
    const change = suspects.get(unit);
    if (change === undefined) return [];
    const at = atOf.get(unit);
    const reachedAt = at === undefined ? change.mergedAt : new Date(at * 1000).toISOString().replace('.000Z', 'Z');
    const { title, files } = change;
    return [{ unit, number: change.number, title, at: reachedAt, areas: changedAreas(files), confidence, evidence }];
  };
  const ranked = ranking.causes
    .slice(0, MAX_CANDIDATES)
    .flatMap(({ unit, confidence, evidence }) => describe(unit.id, confidence, evidence));
  // What people decided is shown whatever the ranking makes of it: also changes that came after the start.
  const others = decisions
    .filter(({ unit }) => unit !== NO_CHANGE && !ranked.some((cause) => cause.unit === unit))
    .flatMap(({ unit, verdict }) => describe(unit, verdict === 'confirmed' ? 1 : 0, []));
  return {
    ...keyOf(incident),
    repositoryId: repository.id,
    happenedAt,
    causes: incident.causes,
    candidates: [...ranked, ...others],
    noChange: ranking.noChange,
    leading: ranking.leading,
    fixes: mends.numbers,
    comment: before?.attribution.comment ?? null,
    backReferences: before?.attribution.backReferences ?? [],
  };
}

/** The stored calibration is what people's decisions so far make of the shipped one. */
async function learn(
  { store }: InstallationDeps,
  repository: InstalledRepository,
  decided: readonly DecidedAttribution[],
): Promise<Calibration> {
  if (decided.length === 0) return SHIPPED_WEIGHTS.calibration;
  const calibration = calibrateFrom(decided);
  const known = await store.attributions.calibration(repository.id);
  if (JSON.stringify(known) !== JSON.stringify(calibration)) {
    await store.attributions.saveCalibration(repository.id, calibration);
  }
  return calibration;
}

/** Files that the texts name, files of the fix, and what belongs to its services: where it hurts. */
function placesHurt(
  { incident, config }: Situation,
  text: string,
  changes: readonly KnownChange[],
  fixed: readonly string[],
): readonly string[] {
  const files = new Set(changes.flatMap((change) => change.files.map(({ path }) => path)));
  const hurt = new Set([...fixed, ...incident.paths, ...matchPaths(text, indexFiles(files))]);
  const services = config.incidents.services.filter(({ id }) =>
    incident.services.some((name) => name.toLowerCase() === id.toLowerCase()),
  );
  for (const { paths } of services) {
    const globs = compileGlobs(paths);
    for (const file of [...files]
      .filter((path) => selectsPath(globs, path))
      .sort()
      .slice(0, MOST_SERVICE_FILES)) {
      hurt.add(file);
    }
  }
  return [...hurt].sort();
}

/** Where nobody says when it began, the first telling counts: later ones are edits. */
function startOf(incident: Incident, before: DecidedAttribution | null): string {
  return incident.startedAt ?? incident.detectedAt ?? before?.attribution.happenedAt ?? momentOf(incident);
}

function withdrawn(
  incident: Incident,
  repository: InstalledRepository,
  before: DecidedAttribution | null,
): Attribution {
  return {
    ...keyOf(incident),
    repositoryId: repository.id,
    happenedAt: startOf(incident, before),
    causes: [],
    candidates: [],
    noChange: 0,
    leading: null,
    fixes: [],
    comment: before?.attribution.comment ?? null,
    backReferences: before?.attribution.backReferences ?? [],
  };
}

function keyOf({ installationId, source, externalId }: Incident) {
  return { installationId, source, externalId };
}
