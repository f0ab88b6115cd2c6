import type { IncidentReport } from '../domain/incident/incident.ts';
import type { Deployment } from '../domain/exposure/deployment.ts';
import type { IncidentKey } from '../domain/incident/incident.ts';
import type { Release } from '../domain/monitoring/watch.ts';
import type { Author, PullRequest } from '../domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../ports/store.ts';

/** Something happened to a pull request; the pull request is a hint, as the payload had it. */
export interface CheckPullRequestPayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  readonly pullRequest: PullRequest | null;
  /** The webhook's action, or `sweep`, `recheck`, `config`. */
  readonly because: string;
  /** Who caused it: the app's own echo is known by the sender's id. `null` when nobody did (sweep). */
  readonly sender: Author | null;
  /** With `labeled` and `unlabeled`: which one. */
  readonly label?: string;
}

/** Publishes what is thought of the open pull requests of one commit. */
export interface PublishCheckPayload {
  readonly repository: InstalledRepository;
  readonly headSha: string;
  /** Write even when nothing changed: GitHub has cleared the run, or a person asked. */
  readonly again?: boolean;
}

/** A pull request edits the configuration: check what it would become. */
export interface CheckConfigPayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  readonly headSha: string;
  readonly again?: boolean;
}

export interface CheckMergeGroupPayload {
  readonly repository: InstalledRepository;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** Write even when nothing changed: GitHub has cleared the run. */
  readonly again?: boolean;
}

/** A comment as it is after the edit: it may hold commands or, when it is ours, boxes that a person ticked. */
export interface CommentPayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  readonly isPullRequest: boolean;
  readonly commentId: number;
  readonly body: string;
  /** Who wrote or edited it. */
  readonly author: Author;
  /** When it was written or edited (ISO 8601 in UTC). */
  readonly at?: string;
}

/** A button under our check was pressed, or GitHub's own "Re-run". */
export interface PressButtonPayload {
  readonly repository: InstalledRepository;
  readonly headSha: string;
  /** Tells a merge group's commit, which is no pull request's head. */
  readonly headBranch: string | null;
  readonly button: 'insert-section' | 'recheck' | 'rerequested';
  /** Empty for forks: then the commit finds them. */
  readonly numbers: readonly number[];
  readonly sender: Author;
  /** Names this press, so that a redelivery runs once. */
  readonly deliveryId: string;
}

export interface NoticePushPayload {
  readonly repository: InstalledRepository;
  /** Branch name, without `refs/heads/`. */
  readonly branch: string;
  readonly after: string;
  /** Paths added, modified or removed; `null` when the payload does not list all (forced, truncated, created). */
  readonly paths: readonly string[] | null;
}

/** Something happened to an issue. Its text is read from GitHub. */
export interface NoticeIssuePayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  /** The webhook's action. */
  readonly action: string;
  /** Those that it has or had a moment ago: whether it may be, or have been, an incident. */
  readonly labels: readonly string[];
  readonly updatedAt: string;
  /** With `transferred`. */
  readonly movedTo?: { readonly repositoryId: number; readonly number: number };
}

/** A merged pull request that claims to undo another. */
export interface NoteNearMissPayload {
  readonly repository: InstalledRepository;
  readonly number: number;
}

/** What a program reported. */
export interface RecordIncidentsPayload {
  readonly reports: readonly IncidentReport[];
  /** Where the program reports on several repositories: their ids, to find out which of them has the service. */
  readonly boundTo?: readonly number[];
}

/** Something was learned that may change what is thought to have caused an incident. */
export interface AttributeIncidentPayload {
  readonly incident: IncidentKey;
  /** Where it is told, when that is an issue whose repository the sender knows. */
  readonly tracker: InstalledRepository | null;
  /** Write our comment even when it says the same: somebody edited it. */
  readonly again?: boolean;
  /** Begins no comment where there is none: a past that comes in is no news to anybody. */
  readonly quiet?: boolean;
}

/** Files of the default branch that may be postmortems. */
export interface ReadPostmortemsPayload {
  readonly repository: InstalledRepository;
  /** `null`: any file, since nobody knows which. */
  readonly paths: readonly string[] | null;
}

export interface SweepRepositoryPayload {
  readonly repository: InstalledRepository;
  readonly because: 'start' | 'hourly' | 'config' | 'installed';
}

export interface RegisterInstallationPayload {
  readonly installationId: number;
}

export interface SaveRepositoryPayload {
  readonly repository: InstalledRepository;
}

/** A label is no longer defined under this name. */
export interface ForgetLabelPayload {
  readonly repository: InstalledRepository;
  readonly name: string;
}

export interface RemoveRepositoriesPayload {
  readonly installationId: number;
  readonly repositoryIds: readonly number[];
}

/** A pull request was merged. */
export interface RecordExposurePayload {
  readonly repository: InstalledRepository;
  readonly number: number;
}

/** The default branch moved. */
export interface RecordPushPayload {
  readonly repository: InstalledRepository;
  /** `null` when the branch is new. */
  readonly before: string | null;
  readonly after: string;
}

export interface RecordDeploymentPayload {
  readonly repository: InstalledRepository;
  readonly deployment: Deployment;
}

export interface RecordReleasePayload {
  readonly repository: InstalledRepository;
  readonly id: number;
  readonly tag: string;
  readonly prerelease: boolean;
  readonly publishedAt: string;
}

export interface BackfillRepositoryPayload {
  readonly repository: InstalledRepository;
}

/** What a repository's projects need now and then: whom their members are, what is expected of them. */
export interface TendProjectsPayload {
  readonly repository: InstalledRepository;
}

/** Something was shipped or merged: which changes reached their users? */
export interface FindReleasesPayload {
  readonly repository: InstalledRepository;
}

/** Something that was learned of a merged change that is, or will be, watched. Times are ISO 8601 in UTC. */
export type WatchFact =
  | { readonly kind: 'released'; readonly release: Release; readonly paceMs: number }
  | { readonly kind: 'reverted'; readonly at: string }
  | { readonly kind: 'confirmed'; readonly at: string; readonly note: string }
  | { readonly kind: 'unconfirmed' };

/** A fact was learned, an incident was linked, or a moment has come. */
export interface WatchChangePayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  readonly facts: readonly WatchFact[];
  /** Write our comment even when it says the same: somebody edited it. */
  readonly again?: boolean;
}

/** How many windows somebody has open changed. */
export interface RecountWindowsPayload {
  readonly repository: InstalledRepository;
  readonly watcherId: number;
}

/** Is a report due? */
export interface PublishReportPayload {
  readonly repository: InstalledRepository;
}

/** It is time to look at a repository's postmortems, and at what may ask for one. */
export interface TendPostmortemsPayload {
  readonly repository: InstalledRepository;
  /** Somebody with write access asked for one, in a comment on an issue or a pull request. */
  readonly asked?: {
    readonly projectId: string;
    readonly number: number;
    readonly commentId: number;
    /** ISO 8601 in UTC. */
    readonly at: string;
  };
  /** Something happened to the issue of one: it may be reopened. */
  readonly issue?: { readonly repositoryId: number; readonly number: number };
  /** That issue was moved there. */
  readonly movedTo?: { readonly repositoryId: number; readonly number: number };
}

/** The issue in which a project's targets are agreed on; `look`: the project whose issue may have changed. */
export interface AlignExpectationsPayload {
  readonly repository: InstalledRepository;
  readonly look?: string;
}

/** The issue of a project's targets was edited, or one that says to be such. */
export interface NoticeAlignmentPayload {
  readonly repository: InstalledRepository;
  readonly number: number;
  /** The hashes of targets whose box was ticked by this very edit. */
  readonly ticked: readonly string[];
  /** Who edited it: a ticked box is that person's word. */
  readonly sender: Author;
  readonly at?: string;
}

/** Every kind of job and what it carries. */
export interface JobPayloads {
  readonly 'check-pull-request': CheckPullRequestPayload;
  readonly 'publish-check': PublishCheckPayload;
  readonly 'check-config': CheckConfigPayload;
  readonly 'check-merge-group': CheckMergeGroupPayload;
  readonly 'run-commands': CommentPayload;
  readonly 'press-button': PressButtonPayload;
  readonly 'notice-push': NoticePushPayload;
  readonly 'notice-issue': NoticeIssuePayload;
  readonly 'note-near-miss': NoteNearMissPayload;
  readonly 'record-incidents': RecordIncidentsPayload;
  readonly 'attribute-incident': AttributeIncidentPayload;
  readonly 'tick-boxes': CommentPayload;
  readonly 'read-postmortems': ReadPostmortemsPayload;
  readonly 'record-exposure': RecordExposurePayload;
  readonly 'record-push': RecordPushPayload;
  readonly 'record-deployment': RecordDeploymentPayload;
  readonly 'record-release': RecordReleasePayload;
  readonly 'find-releases': FindReleasesPayload;
  readonly 'watch-change': WatchChangePayload;
  readonly 'recount-windows': RecountWindowsPayload;
  readonly 'backfill-repository': BackfillRepositoryPayload;
  readonly 'tend-projects': TendProjectsPayload;
  readonly 'align-expectations': AlignExpectationsPayload;
  readonly 'notice-alignment': NoticeAlignmentPayload;
  readonly 'publish-report': PublishReportPayload;
  readonly 'tend-postmortems': TendPostmortemsPayload;
  readonly 'sweep-repository': SweepRepositoryPayload;
  readonly 'register-installation': RegisterInstallationPayload;
  readonly 'save-repository': SaveRepositoryPayload;
  readonly 'remove-repositories': RemoveRepositoriesPayload;
  readonly 'forget-label': ForgetLabelPayload;
}

export type JobKind = keyof JobPayloads;
