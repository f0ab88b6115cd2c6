import type { ActionRegistration } from '../domain/improvement/action-registration.ts';

/** The improvement actions of each repository, as they were registered. */
export interface ActionStore {
  /** The first registration of an id stays. False: there was one. */
  readonly save: (registration: ActionRegistration) => Promise<boolean>;
  readonly find: (repositoryId: number, id: string) => Promise<ActionRegistration | null>;
  /** By `registeredAt`, then by id. */
  readonly all: (repositoryId: number) => Promise<readonly ActionRegistration[]>;
}
