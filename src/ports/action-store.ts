import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { FixedAction } from '../domain/improvement/fix-actions.ts';

/** The improvement actions of each repository, as they were registered. */
export interface ActionStore {
  /** The first registration of an id stays. False: there was one. */
  readonly save: (registration: ActionRegistration) => Promise<boolean>;
  /** Adds estimator and follow-up, once. False: they are fixed already, or nothing is registered. */
  readonly fix: (repositoryId: number, fixed: FixedAction) => Promise<boolean>;
  readonly find: (repositoryId: number, id: string) => Promise<ActionRegistration | null>;
  /** By `registeredAt`, then by id. */
  readonly all: (repositoryId: number) => Promise<readonly ActionRegistration[]>;
}
