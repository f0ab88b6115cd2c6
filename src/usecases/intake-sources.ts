import { randomBytes } from 'node:crypto';
import type { IntakeKind, IntakeSource } from '../domain/incident/intake-source.ts';
import type { Clock } from '../ports/clock.ts';
import type { InstalledRepository, IntakeSourceStore } from '../ports/store.ts';
import { isoNow } from './deps.ts';
import { hashToken, type Seal } from './intake-seal.ts';

export interface IntakeSourceDeps {
  readonly store: { readonly intakeSources: Pick<IntakeSourceStore, 'find' | 'save'> };
  readonly seal: Pick<Seal, 'seal'>;
  readonly clock: Clock;
}

/** What is shown once and never again. */
export interface IntakeCredentials {
  readonly source: IntakeSource;
  /** `null`: it stays what it was. */
  readonly token: string | null;
  /** `null`: the person brought it, or it stays what it was. */
  readonly secret: string | null;
}

/** Long enough to change a secret on both sides in working hours. */
export const OLD_SECRET_MS = 24 * 60 * 60 * 1000;

/** Opens a door for a program. `secret` is the program's own, where it makes one; else one is made. */
export async function addIntakeSource(
  deps: IntakeSourceDeps,
  wanted: {
    readonly kind: IntakeKind;
    /** Of one installation; at least one. */
    readonly repositories: readonly [InstalledRepository, ...InstalledRepository[]];
    readonly secret: string | null;
  },
): Promise<IntakeCredentials> {
  const token = randomBytes(32).toString('base64url');
  const secret = wanted.secret ?? randomBytes(32).toString('base64url');
  const [first] = wanted.repositories;
  const source: IntakeSource = {
    id: `${wanted.kind}-${randomBytes(4).toString('hex')}`,
    kind: wanted.kind,
    installationId: first.installationId,
    repositoryIds: [...new Set(wanted.repositories.map(({ id }) => id))],
    tokenHash: hashToken(token),
    secrets: [{ sealed: deps.seal.seal(secret), until: null }],
    createdAt: isoNow(deps.clock),
  };
  await deps.store.intakeSources.save(source);
  return { source, token, secret: wanted.secret === null ? secret : null };
}

/** A new secret, and a new address where `address` is set. The secret before counts for a day, or ends `atOnce`. */
export async function rotateIntakeSource(
  deps: IntakeSourceDeps,
  id: string,
  wanted: { readonly secret: string | null; readonly address: boolean; readonly atOnce: boolean },
): Promise<IntakeCredentials | null> {
  const known = await deps.store.intakeSources.find(id);
  if (known === null) return null;
  const now = deps.clock.now();
  const token = wanted.address ? randomBytes(32).toString('base64url') : null;
  const secret = wanted.secret ?? randomBytes(32).toString('base64url');
  const [before] = known.secrets;
  const old = before === undefined || wanted.atOnce ? [] : [{ ...before, until: now + OLD_SECRET_MS }];
  const source: IntakeSource = {
    ...known,
    tokenHash: token === null ? known.tokenHash : hashToken(token),
    secrets: [{ sealed: deps.seal.seal(secret), until: null }, ...old],
  };
  await deps.store.intakeSources.save(source);
  return { source, token, secret: wanted.secret === null ? secret : null };
}
