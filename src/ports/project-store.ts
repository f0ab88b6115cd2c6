import type { Agreement, Alignment } from '../domain/project/alignment.ts';
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

/** Where targets are agreed on, and who has agreed to which. */
export interface AgreementStore {
  /** Replaces the one of the same project. */
  readonly align: (alignment: Alignment) => Promise<void>;
  readonly alignment: (repositoryId: number, project: string) => Promise<Alignment | null>;
  readonly alignmentAt: (issueRepositoryId: number, issueNumber: number) => Promise<Alignment | null>;
  /** Replaces what the same account said of the same targets. */
  readonly agree: (agreement: Agreement) => Promise<void>;
  /** To any targets, oldest first. */
  readonly of: (repositoryId: number, project: string) => Promise<readonly Agreement[]>;
}
