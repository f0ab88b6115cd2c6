import { findReferences } from '../domain/attribution/find-references.ts';
import { findStatedCauses } from '../domain/attribution/find-stated-causes.ts';
import type { Fault } from '../domain/attribution/fault.ts';
import type { ChangeReference } from '../domain/attribution/reference.ts';
import { unitOf } from '../domain/exposure/exposure.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { parseMarker } from '../render/comment/marker.ts';
import type { InstallationDeps } from './deps.ts';
import { findChange, findChangeOfCommit, type KnownChange } from './find-change.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import type { IncidentPlace } from './incident-place.ts';

/** A text that states more causes than this is a list. */
const MOST_STATED = 20;
const MOST_TEXT = 1_000_000;

export interface Statements {
  /** The incident's words and those of people who may say so, for what else they name. */
  readonly text: string;
  readonly stated: NonNullable<Fault['stated']>;
  readonly changes: readonly KnownChange[];
  /** Pull requests that the words name in whatever way. */
  readonly named: readonly number[];
}

/**
 * What people stated as the cause: in the incident, in its form's field, in comments. On a public repository anybody may
 * comment: the word of those who do not belong to it counts as a suspicion.
 */
export async function readStatements(
  deps: Pick<InstallationDeps, 'store' | 'github' | 'app'>,
  incident: Incident,
  repository: InstalledRepository,
  place: IncidentPlace | null,
): Promise<Statements> {
  const comments =
    place === null || incident.source !== 'issue' ? [] : await deps.github.issueComments(place.tracker, place.number);
  const botId = await deps.app.botUserId();
  // A bot's list of suspects is no statement; ours least of all.
  const said = comments.filter(({ authorId, body }) => authorId !== botId && parseMarker(body) === null);
  const own = `${incident.title}\n\n${incident.body}`;
  const isHere = place === null || place.tracker.id === repository.id;
  const found = new Map<string, 'stated' | 'hedged'>();
  const changes = new Map<string, KnownChange>();
  const references: { readonly reference: ChangeReference; readonly certainty: 'stated' | 'hedged' }[] = [
    ...findReferences(incident.statedCause ?? '').map((reference) => ({ reference, certainty: 'stated' as const })),
    ...faultsIn(own),
    ...said.flatMap(({ body, byInsider }) =>
      faultsIn(body).map(({ reference, certainty }) => ({
        reference,
        certainty: byInsider ? certainty : ('hedged' as const),
      })),
    ),
  ];
  for (const { reference, certainty } of references.slice(0, MOST_STATED)) {
    const change = await resolve(deps, repository, reference, isHere);
    if (change === null) continue;
    const unit = unitOf(change);
    changes.set(unit, change);
    if (found.get(unit) !== 'stated') found.set(unit, certainty);
  }
  const text = [own, ...said.filter(({ byInsider }) => byInsider).map(({ body }) => body)].join('\n\n');
  return {
    text: text.slice(0, MOST_TEXT),
    stated: [...found].map(([unit, certainty]) => ({ unit, certainty })),
    changes: [...changes.values()],
    named: findReferences(text.slice(0, MOST_TEXT)).flatMap((reference) =>
      reference.number !== undefined && concerns(reference, repository, isHere) ? [reference.number] : [],
    ),
  };
}

function faultsIn(text: string) {
  return findStatedCauses(text).filter(({ kind }) => kind === 'fault');
}

async function resolve(
  deps: Pick<InstallationDeps, 'store' | 'github'>,
  repository: InstalledRepository,
  reference: ChangeReference,
  isHere: boolean,
): Promise<KnownChange | null> {
  if (reference.kind === 'issue' || !concerns(reference, repository, isHere)) return null;
  if (reference.number !== undefined) return findChange(deps, repository, reference.number);
  return reference.sha === undefined ? null : findChangeOfCommit(deps, repository, reference.sha);
}

/** In a central tracker a bare `#12` is one of its own issues. */
function concerns({ repository: named }: ChangeReference, repository: InstalledRepository, isHere: boolean): boolean {
  return named === undefined ? isHere : named.toLowerCase() === fullName(repository).toLowerCase();
}
