import { asksBlind } from '../domain/attribution/asks-blind.ts';
import type { Attribution, BackReference, LinkDecision } from '../domain/attribution/attribution.ts';
import { settleLinks } from '../domain/attribution/settle-links.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { Locale } from '../domain/locale.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { renderAttribution } from '../render/comment/render-attribution.ts';
import { renderBackReference } from '../render/comment/render-back-reference.ts';
import { contentHash } from './content-hash.ts';
import type { InstallationDeps } from './deps.ts';
import { findOurComment } from './find-ours.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import type { IncidentPlace } from './incident-place.ts';

export interface Publication {
  readonly incident: Incident;
  readonly repository: InstalledRepository;
  readonly place: IncidentPlace | null;
  readonly attribution: Attribution;
  readonly decisions: readonly LinkDecision[];
  readonly locale: Locale;
  readonly again: boolean;
  /** Begins no comment; one that is there is kept true. */
  readonly quiet: boolean;
}

type Deps = Pick<InstallationDeps, 'store' | 'github' | 'app'>;

/** Says on the incident what may have caused it, and on each confirmed change that it did. Writes only what differs. */
export async function publishAttribution(deps: Deps, publication: Publication): Promise<void> {
  const { attribution } = publication;
  const comment = await publishComment(deps, publication);
  const backReferences = await publishBackReferences(deps, publication);
  if (comment === attribution.comment && backReferences === attribution.backReferences) return;
  const { decisions } = publication;
  const links = settleLinks(attribution, decisions);
  const areas = attribution.candidates
    .filter(({ unit }) => links.some((link) => link.unit === unit))
    .flatMap((cause) => cause.areas);
  const said = { ...attribution, comment, backReferences };
  await deps.store.transaction((session) => session.attributions.save(said, areas));
}

/** Only issues are answered: a near miss is told by its revert, and other sources are not at GitHub. */
async function publishComment(deps: Deps, publication: Publication): Promise<Attribution['comment']> {
  const { incident, repository, place, attribution, decisions, locale, again, quiet } = publication;
  const known = attribution.comment;
  if (place === null || incident.source !== 'issue') return known;
  if (known === null && (quiet || incident.state === 'withdrawn')) return null;
  const body = renderAttribution(
    {
      incident,
      attribution,
      decisions,
      withdrawn: incident.state === 'withdrawn',
      repository: place.tracker.id === repository.id ? null : fullName(repository),
      // What a private repository's changes are called must not show in a public tracker.
      discreet: repository.private && !place.tracker.private,
      blind: asksBlind(incident) && decisions.length === 0,
    },
    locale,
  );
  const hash = contentHash(body);
  if (known !== null && known.contentHash === hash && !again) return known;
  const id = known?.id ?? (await findOurComment(deps, place.tracker, place.number, { kind: 'causes', key: null }))?.id;
  return { id: await write(deps, place.tracker, place.number, id, body), contentHash: hash };
}

/** One quiet comment on each pull request that a person confirmed: a guess accuses nobody. */
async function publishBackReferences(
  deps: Deps,
  { incident, repository, place, attribution, decisions, locale }: Publication,
): Promise<readonly BackReference[]> {
  const confirmed = attribution.candidates.filter(
    ({ unit, number }) => number !== null && decisions.some((one) => one.unit === unit && one.verdict === 'confirmed'),
  );
  const numbers = new Set([
    ...confirmed.map(({ number }) => number ?? 0),
    ...attribution.backReferences.map(({ number }) => number),
  ]);
  const written: BackReference[] = [];
  let changed = false;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const stands = confirmed.some((cause) => cause.number === number);
    const known = attribution.backReferences.find((one) => one.number === number);
    // What a private tracker calls its incidents must not show in a public repository.
    const discreet = place?.tracker.private === true && !repository.private;
    const at = place === null || discreet ? null : `${fullName(place.tracker)}#${place.number}`;
    const key = `${incident.source}:${incident.externalId}`;
    const body = renderBackReference({ key, at, title: discreet ? null : incident.title, stands }, locale);
    const hash = contentHash(body);
    if (known?.contentHash === hash) {
      written.push(known);
      continue;
    }
    const id = known?.commentId ?? (await findOurComment(deps, repository, number, { kind: 'caused', key }))?.id;
    written.push({ number, commentId: await write(deps, repository, number, id, body), contentHash: hash });
    changed = true;
  }
  return changed ? written : attribution.backReferences;
}

async function write(
  { github }: Deps,
  repository: InstalledRepository,
  number: number,
  id: number | undefined,
  body: string,
): Promise<number> {
  if (id === undefined) return github.createComment(repository, number, body);
  await github.updateComment(repository, id, body);
  return id;
}
