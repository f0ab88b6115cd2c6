import type { MemberReference } from '../domain/project/project-members.ts';

/** `not-found`: GitHub has no such account or team, or does not show it to this installation. */
export type MemberProblem = 'not-found' | 'failed';

/** Whom a login or a team stood for when GitHub was last asked. */
export interface KnownMembers {
  readonly ids: readonly number[];
  /** When they were read and when it was last tried, in milliseconds; `readAt` is `null` when it never succeeded. */
  readonly readAt: number | null;
  readonly triedAt: number;
  /** Why the last try brought nothing; `ids` are then the old ones. */
  readonly problem: MemberProblem | null;
}

/** Teams belong to organisations, so what is known of them holds for all repositories of an installation. */
export interface MemberStore {
  readonly save: (installationId: number, reference: MemberReference, members: KnownMembers) => Promise<void>;
  /** Those of the references that are known. */
  readonly of: (
    installationId: number,
    references: readonly MemberReference[],
  ) => Promise<ReadonlyMap<MemberReference, KnownMembers>>;
}
