import type { Incident, IncidentKey, IncidentReport, IncidentState } from '../domain/incident/incident.ts';
import type { IncidentJudgement } from '../domain/incident/incident-judgement.ts';
import type { IntakeSource } from '../domain/incident/intake-source.ts';
import type { LabelRecord } from '../domain/label/label.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { Opinion } from '../domain/pull-request/opinion.ts';
import type { PersonalStatement } from '../domain/pull-request/personal-statement.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { ActionStore } from './action-store.ts';
import type { AttributionStore } from './attribution-store.ts';
import type { BackfillStore, DeploymentStore, ExposureStore, MainLineStore } from './exposure-store.ts';
import type { BaseFiles, RemoteFile } from './github.ts';
import type { AgreementStore, MemberStore } from './project-store.ts';
import type { ReportStore } from './report-store.ts';
import type { PostmortemStore } from './postmortem-store.ts';
import type { NewJob } from './queue.ts';
import type { RecordStore } from './record-store.ts';
import type { WatchStore, WindowStore } from './window-store.ts';

/** Where a repository is installed. Keys are GitHub's ids: names change. */
export interface InstalledRepository extends Repository {
  readonly installationId: number;
}

export interface RepositoryStore {
  readonly save: (repository: InstalledRepository) => Promise<void>;
  readonly find: (repositoryId: number) => Promise<InstalledRepository | null>;
  readonly all: () => Promise<readonly InstalledRepository[]>;
  readonly remove: (repositoryId: number) => Promise<void>;
}

/** The newest state of each pull request that we were told of. */
export interface PullRequestStore {
  /** Keeps the newer by `updatedAt` (on a tie the one given); gives what is kept. */
  readonly remember: (pullRequest: PullRequest) => Promise<PullRequest>;
  readonly find: (repositoryId: number, number: number) => Promise<PullRequest | null>;
  readonly openAtHead: (repositoryId: number, headSha: string) => Promise<readonly PullRequest[]>;
  readonly openNumbers: (repositoryId: number) => Promise<readonly number[]>;
  /** Any state, highest number first. */
  readonly newest: (repositoryId: number, limit: number) => Promise<readonly PullRequest[]>;
}

/** Files are a function of the two commits, so a body edit costs no call. */
export interface FilesStore {
  readonly save: (repositoryId: number, baseSha: string, headSha: string, files: ChangedFiles) => Promise<void>;
  readonly find: (repositoryId: number, baseSha: string, headSha: string) => Promise<ChangedFiles | null>;
}

/** What we said, or are about to say, of each pull request. */
export interface OpinionStore {
  readonly save: (repositoryId: number, number: number, opinion: Opinion) => Promise<void>;
  readonly find: (repositoryId: number, number: number) => Promise<Opinion | null>;
}

/** What people said of a pull request by command or label. One of each kind: the newest counts. */
export interface PersonalStatementStore {
  /** Replaces the one of the same kind. */
  readonly save: (repositoryId: number, number: number, statement: PersonalStatement) => Promise<void>;
  readonly of: (repositoryId: number, number: number) => Promise<readonly PersonalStatement[]>;
  readonly remove: (repositoryId: number, number: number, kind: PersonalStatement['kind']) => Promise<void>;
}

/** Which check run of ours is on a commit, and a hash of what it says. */
export interface CheckRecord {
  /** `null` while a run is being created: if the answer is lost, the run is looked for before another is made. */
  readonly runId: number | null;
  readonly contentHash: string;
}

export interface CheckLedger {
  readonly save: (repositoryId: number, headSha: string, name: string, record: CheckRecord) => Promise<void>;
  readonly find: (repositoryId: number, headSha: string, name: string) => Promise<CheckRecord | null>;
}

export interface LabelLedger {
  readonly of: (repositoryId: number, number: number) => Promise<readonly LabelRecord[]>;
  /** Replaces all records of the pull request. */
  readonly replace: (repositoryId: number, number: number, records: readonly LabelRecord[]) => Promise<void>;
  /** Labels known to be defined in the repository, so that creating them costs no call the next time. */
  readonly defined: (repositoryId: number) => Promise<readonly string[]>;
  readonly define: (repositoryId: number, names: readonly string[]) => Promise<void>;
  readonly undefine: (repositoryId: number, name: string) => Promise<void>;
}

export interface CachedBaseFiles {
  readonly files: BaseFiles;
  readonly readAt: number;
}

/** Config and templates as last read at a branch. Dropped when a push touches them. */
export interface BaseFilesCache {
  readonly save: (repositoryId: number, ref: string, cached: CachedBaseFiles) => Promise<void>;
  readonly find: (repositoryId: number, ref: string) => Promise<CachedBaseFiles | null>;
  /** `ref: null` drops every branch. */
  readonly drop: (repositoryId: number, ref: string | null) => Promise<void>;
}

export interface CachedRemoteFile {
  readonly file: RemoteFile;
  readonly readAt: number;
}

/** Configuration files of other repositories (`extends`), keyed by reference and installation. */
export interface RemoteFileCache {
  readonly save: (installationId: number, reference: string, cached: CachedRemoteFile) => Promise<void>;
  readonly find: (installationId: number, reference: string) => Promise<CachedRemoteFile | null>;
  /** Drops what was read from one repository (`owner/name`, any case), e.g. after a push to it. */
  readonly dropFrom: (installationId: number, repository: string) => Promise<void>;
}

/** Comments and button presses that were carried out: a redelivered command runs once. */
export interface DoneCommands {
  /** False when it was marked before. */
  readonly mark: (repositoryId: number, commandId: string, at: number) => Promise<boolean>;
  readonly has: (repositoryId: number, commandId: string) => Promise<boolean>;
}

export interface IncidentPeriod {
  readonly installationId: number;
  /** `null`: those of which nobody said which repository they concern. */
  readonly repositoryId: number | null;
  /** Milliseconds; by start, else detection, else report. `to` is outside. */
  readonly from: number;
  readonly to: number;
  /** Those that count, `open` and `resolved`, when absent. */
  readonly states?: readonly IncidentState[];
}

/** Incidents as their sources tell them, and what people said of them. */
export interface IncidentStore {
  /** Keeps the newest telling by `reportedAt` (on a tie the one given). False: a newer one is kept already. */
  readonly report: (report: IncidentReport) => Promise<boolean>;
  /** The same of many, in few statements: for tables and pages. */
  readonly reportAll: (reports: readonly IncidentReport[]) => Promise<void>;
  /** Replaces what was said of the same fact. It outlives every report. */
  readonly judge: (incident: IncidentKey, judgement: IncidentJudgement) => Promise<void>;
  /** Takes back what was said of one fact. */
  readonly unjudge: (incident: IncidentKey, fact: IncidentJudgement['fact']) => Promise<void>;
  /** Its source no longer calls it an incident, as of `at` (ISO 8601). A later report brings it back. */
  readonly withdraw: (incident: IncidentKey, at: string) => Promise<void>;
  readonly find: (incident: IncidentKey) => Promise<Incident | null>;
  /** Oldest first. */
  readonly between: (period: IncidentPeriod) => Promise<readonly Incident[]>;
}

/** The doors of programs that report incidents. */
export interface IntakeSourceStore {
  readonly save: (source: IntakeSource) => Promise<void>;
  readonly find: (id: string) => Promise<IntakeSource | null>;
  readonly byTokenHash: (tokenHash: string) => Promise<IntakeSource | null>;
  readonly all: () => Promise<readonly IntakeSource[]>;
  /** False when there was none. */
  readonly remove: (id: string) => Promise<boolean>;
}

/** Up to when the issues of a tracker were looked through for events that nobody told of; milliseconds. */
export interface IssueLookStore {
  readonly save: (repositoryId: number, at: number) => Promise<void>;
  /** `null`: never. */
  readonly find: (repositoryId: number) => Promise<number | null>;
}

/** Jobs written in the same transaction as the facts that ask for them. */
export interface Outbox {
  readonly enqueue: (jobs: readonly NewJob[]) => Promise<void>;
}

export interface StoreSession {
  readonly repositories: RepositoryStore;
  readonly pullRequests: PullRequestStore;
  readonly files: FilesStore;
  readonly opinions: OpinionStore;
  readonly personalStatements: PersonalStatementStore;
  readonly checks: CheckLedger;
  readonly labels: LabelLedger;
  readonly baseFiles: BaseFilesCache;
  readonly remoteFiles: RemoteFileCache;
  readonly doneCommands: DoneCommands;
  readonly exposures: ExposureStore;
  readonly mainLine: MainLineStore;
  readonly deployments: DeploymentStore;
  readonly backfills: BackfillStore;
  readonly incidents: IncidentStore;
  readonly attributions: AttributionStore;
  readonly intakeSources: IntakeSourceStore;
  readonly windows: WindowStore;
  readonly watches: WatchStore;
  readonly members: MemberStore;
  readonly agreements: AgreementStore;
  readonly actions: ActionStore;
  readonly looks: IssueLookStore;
  readonly postmortems: PostmortemStore;
  readonly records: RecordStore;
  readonly reports: ReportStore;
  readonly outbox: Outbox;
}

/** The store port. Outside `transaction` each call is its own. Trouble throws `StorageError`. */
export interface Store extends StoreSession {
  readonly transaction: <T>(work: (session: StoreSession) => Promise<T>) => Promise<T>;
  /** Forgets pull requests closed before `before` (ms); gives how many rows. */
  readonly prune: (before: number) => Promise<number>;
  readonly close: () => Promise<void>;
}
