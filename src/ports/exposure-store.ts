import type { Backfill } from '../domain/exposure/backfill.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { Exposure } from '../domain/exposure/exposure.ts';
import type { MainLineCommit } from '../domain/exposure/main-line-commit.ts';

/** From `from` on, before `to`, in milliseconds since the epoch. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** A place in a list that is read in pages: the last exposure of the page before, `null` at the start. */
export interface ExposureCursor {
  readonly mergedAt: string;
  readonly unit: string;
}

/** Every change that users were exposed to. */
export interface ExposureStore {
  /**
   * Saving the same one again changes nothing. A worse judgement (see `JUDGEMENT_SOURCES`) never replaces a better
   * one, and a pull request takes the place of the direct push that its commit was first taken for.
   * Several statements: call it in a transaction.
   */
  readonly save: (exposures: readonly Exposure[]) => Promise<void>;
  readonly find: (repositoryId: number, unit: string) => Promise<Exposure | null>;
  /** Which of the units are known. */
  readonly known: (repositoryId: number, units: readonly string[]) => Promise<ReadonlySet<string>>;
  /**
   * By the commit that brought it, or any other of its commits on the default branch. From 7 digits on an id may be cut
   * short: it names the one known commit that begins so, and none when several do.
   */
  readonly atCommit: (repositoryId: number, sha: string) => Promise<Exposure | null>;
  /** By merge time, oldest first. */
  readonly inPeriod: (
    repositoryId: number,
    period: Period,
    page: { readonly after: ExposureCursor | null; readonly limit: number },
  ) => Promise<readonly Exposure[]>;
  /** Those that touch a path that begins with `prefix`, by its old name or its new one; newest first. */
  readonly touching: (
    repositoryId: number,
    prefix: string,
    period: Period,
    limit: number,
  ) => Promise<readonly Exposure[]>;
  /** Those on the default branch after one commit (`null`: from the start), up to and with another; oldest first. */
  readonly between: (repositoryId: number, after: string | null, upTo: string) => Promise<readonly Exposure[]>;
}

/** The default branch's chain of first parents, as far as it was read. */
export interface MainLineStore {
  readonly save: (repositoryId: number, commits: readonly MainLineCommit[]) => Promise<void>;
  readonly find: (repositoryId: number, sha: string) => Promise<MainLineCommit | null>;
  /** Places of those commits that are on it. */
  readonly positions: (repositoryId: number, shas: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Forgets commits from one place on, before another: the branch was rewritten, and they are no longer on it. */
  readonly cut: (repositoryId: number, from: number, before: number) => Promise<void>;
  /** `null` when nothing was read yet. */
  readonly ends: (
    repositoryId: number,
  ) => Promise<{ readonly oldest: MainLineCommit; readonly newest: MainLineCommit } | null>;
}

export interface PlacedDeployment extends Deployment {
  readonly position: number | null;
}

export interface DeploymentStore {
  /** Several statements: call it in a transaction. */
  readonly save: (deployments: readonly Deployment[]) => Promise<void>;
  /**
   * What was shipped to environments of these names (any case) from `from` (ms) on, oldest first, with the place on the
   * main line of the newest commit of it that was shipped; `null` where none is known.
   */
  readonly timeline: (
    repositoryId: number,
    environments: readonly string[],
    from: number,
  ) => Promise<readonly PlacedDeployment[]>;
  /** Whether anything was ever shipped to environments of these names (any case) from `from` (ms) on. */
  readonly anySince: (repositoryId: number, environments: readonly string[], from: number) => Promise<boolean>;
  /** Keeps which commit of the main line one beside it contains (`base`); `null`: none. */
  readonly place: (repositoryId: number, sha: string, base: string | null, at: number) => Promise<void>;
  /** What was kept so, and when (ms); `null` when nobody asked yet. */
  readonly placed: (
    repositoryId: number,
    sha: string,
  ) => Promise<{ readonly base: string | null; readonly at: number } | null>;
  /** By time, oldest first; `environment: null` for all. */
  readonly inPeriod: (
    repositoryId: number,
    environment: string | null,
    period: Period,
  ) => Promise<readonly Deployment[]>;
  /** The first success of each environment that brought a commit of the default branch to its users. */
  readonly firstWith: (repositoryId: number, sha: string) => Promise<readonly Deployment[]>;
}

/** How far the reading of each repository's past has come. */
export interface BackfillStore {
  readonly save: (backfill: Backfill) => Promise<void>;
  readonly find: (repositoryId: number) => Promise<Backfill | null>;
  readonly all: () => Promise<readonly Backfill[]>;
}
