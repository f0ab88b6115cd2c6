import type { ActionArea } from './improvement-action.ts';
import type { RegisteredAction } from './registered-action.ts';

/** Where an action was agreed: in the configuration, or in a postmortem. */
export const ACTION_SOURCES = ['config', 'postmortem'] as const;
export type ActionSource = (typeof ACTION_SOURCES)[number];

/**
 * What was fixed of an action when it was first seen, before its outcome could be: nothing that is written later
 * changes how it is judged. Estimator and follow-up are added once, when the data allow it.
 */
export interface ActionRegistration {
  readonly repositoryId: number;
  readonly action: RegisteredAction;
  /** ISO 8601 in UTC. */
  readonly registeredAt: string;
  readonly source: ActionSource;
  readonly owner: string | null;
  /** Fingerprint of its text then: another one now says that it was rewritten since. */
  readonly textHash: string;
  /** With the source `config`: where the action applied then. Registrations of the first versions lack it. */
  readonly area?: { readonly scope: ActionArea | null; readonly control: ActionArea | null };
  /** With the source `postmortem`: which one, and where the action applies. */
  readonly agreed?: {
    /** Names the postmortem. */
    readonly postmortem: string;
    readonly scope: ActionArea | null;
    readonly control: ActionArea | null;
  };
}
