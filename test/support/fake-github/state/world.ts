import type { Account, Installation, Team } from './account.ts';
import type { AppIdentity } from './app-identity.ts';
import type { Ids } from './ids.ts';
import { isoSecond } from './iso-second.ts';
import type { JsonObject } from './json.ts';
import type { Repository } from './repository.ts';

/** What happened, for whoever listens. The payload is built only when somebody does. */
export interface WorldEvent {
  readonly name: string;
  readonly sender: Account;
  readonly repository: Repository | null;
  readonly payload: () => JsonObject;
}

interface TokenGrant {
  readonly token: string;
  readonly holder:
    | { readonly kind: 'installation'; readonly installationId: number }
    | { readonly kind: 'user'; readonly login: string };
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** All that the stand-in knows. Acts change it, views and payloads read it. */
export interface World {
  readonly app: AppIdentity;
  readonly ids: Ids;
  readonly now: () => number;
  /** By lower-case login. */
  readonly accounts: Map<string, Account>;
  readonly teams: Team[];
  readonly repositories: Map<number, Repository>;
  /** Lower-case `owner/name`, also of names that a repository had before. */
  readonly repositoryIds: Map<string, number>;
  readonly installations: Map<number, Installation>;
  readonly tokens: Map<string, TokenGrant>;
  readonly manifestCodes: Map<string, JsonObject>;
  emit: (event: WorldEvent) => void;
}

export function createWorld(parts: {
  readonly app: AppIdentity;
  readonly ids: Ids;
  readonly now: () => number;
}): World {
  return {
    ...parts,
    accounts: new Map([[parts.app.bot.login.toLowerCase(), parts.app.bot]]),
    teams: [],
    repositories: new Map(),
    repositoryIds: new Map(),
    installations: new Map(),
    tokens: new Map(),
    manifestCodes: new Map(),
    emit: () => {},
  };
}

export function timeOf(world: World): string {
  return isoSecond(world.now());
}
