import { assignUnits, type GraphCommit } from '../domain/attribution/analysis/assign-units.ts';
import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import { findHotPlaces } from '../domain/attribution/analysis/find-hot-places.ts';
import { looksLikeFix } from '../domain/attribution/analysis/looks-like-fix.ts';
import type {
  AnalyzedFault,
  AnalyzedRevert,
  RepositoryAnalysis,
} from '../domain/attribution/analysis/repository-analysis.ts';
import { createReferenceResolver } from '../domain/attribution/analysis/resolve-references.ts';
import { suggestRules } from '../domain/attribution/analysis/suggest-rules.ts';
import { toIsoTime } from '../domain/attribution/analysis/unit-reference.ts';
import { spreadOf } from '../domain/attribution/analysis/spread-of.ts';
import { findStatedCauses } from '../domain/attribution/find-stated-causes.ts';
import { indexHistory } from '../domain/attribution/history-index.ts';
import { parseRevertBranch } from '../domain/attribution/revert-title.ts';
import type { StatedCause } from '../domain/attribution/stated-cause.ts';
import { parseUnitTitle, type UnitTitle } from '../domain/attribution/unit-title.ts';
import { CODE_OWNERS_PATHS, type CodeOwners } from '../domain/code-owners/code-owners.ts';
import { parseCodeOwners } from '../domain/code-owners/parse-code-owners.ts';
import type { ListedIncident } from '../domain/incident/list-incidents.ts';
import type { Clock } from '../ports/clock.ts';
import type { BlameAnswer, CommitChanges, CommitRecord, History } from '../ports/history.ts';
import { blameFixes } from './blame-fixes.ts';
import { linkIncidents } from './link-incidents.ts';
import { linkReverts } from './link-reverts.ts';
import { linkStatedFaults } from './link-stated-faults.ts';

export const ANALYSIS_STAGES = ['commits', 'changes', 'blame', 'report'] as const;
export type AnalysisStage = (typeof ANALYSIS_STAGES)[number];

/** Blame answers by fix: they never change, so an interrupted analysis goes on where it stopped. */
export interface BlameMemory {
  readonly get: (fix: string) => BlameAnswer | undefined;
  readonly set: (fix: string, answer: BlameAnswer) => void;
}

export interface AnalyzeDeps {
  readonly history: History;
  readonly clock: Clock;
  readonly memory?: BlameMemory;
  readonly onProgress?: (stage: AnalysisStage, done: number, total: number | null) => void;
}

export interface AnalyzeOptions {
  /** Unix seconds: changes before it are known but not counted. */
  readonly since?: number;
  readonly incidents?: readonly ListedIncident[];
  /** How long fixes without a stated cause may be blamed. 0: not at all. */
  readonly blameBudgetMs?: number;
  /** `owner/name`, to tell our references from those of others. */
  readonly repository?: string;
  /** Aborting ends the blame early and keeps what is known; before that it ends the analysis. */
  readonly signal?: AbortSignal;
}

/** What one commit says, kept small: messages are read once and dropped. */
export interface CommitClaims {
  readonly commit: string;
  readonly causes: readonly StatedCause[];
  readonly revertTitle: string | undefined;
}

/** Reads a clone once through and tallies it: changes, reverts, faults, near misses, hot places, rules. */
export async function analyzeRepository(deps: AnalyzeDeps, options: AnalyzeOptions = {}): Promise<RepositoryAnalysis> {
  const { history, clock, onProgress } = deps;
  const started = clock.now();
  const stages: Record<string, number> = {};
  const timed = async <T>(stage: AnalysisStage, work: () => Promise<T>): Promise<T> => {
    const from = clock.now();
    onProgress?.(stage, 0, null);
    const result = await work();
    stages[stage] = (clock.now() - from) / 1_000;
    return result;
  };
  const state = await history.state(options.signal);
  const read = await timed('commits', () => readCommits(deps, state.head, options.signal));
  const unitOf = state.head === null ? new Map<string, string>() : assignUnits(read.graph, state.head);
  const { units, uncounted } = await timed('changes', () => readUnits(deps, read, state, options.signal));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const numbers = new Map(
    units.flatMap((unit) => (unit.pullRequest === undefined ? [] : [[unit.pullRequest, unit.id] as const])),
  );
  const resolver = createReferenceResolver(unitOf, numbers, options.repository);
  const inWindow = units.filter((unit) => unit.at >= (options.since ?? 0));

  const claims = read.claims.flatMap((claim) => {
    const unit = byId.get(unitOf.get(claim.commit) ?? '');
    return unit === undefined ? [] : [{ ...claim, unit }];
  });
  const allReverts = linkReverts(claims, units, byId, resolver);
  const stated = linkStatedFaults(claims, byId, resolver);
  const index = indexHistory(
    units.map(({ id, at, files, lines }) => ({ id, at, files, ...(lines === null ? {} : { facts: { lines } }) })),
    await readCodeOwners(deps, options.signal),
  );
  const named = new Set([...stated.faults.map((fault) => fault.unit), ...allReverts.map((revert) => revert.unit)]);
  const fixes = inWindow
    .filter((unit) => !named.has(unit.id) && looksLikeFix(unit.title))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const blamed = await timed('blame', () => blameFixes(deps, fixes, read.graph, unitOf, byId, index, options));

  onProgress?.('report', 0, null);
  const kept = <T extends { readonly at: string }>(items: readonly T[]): T[] =>
    items
      .filter((item) => Date.parse(item.at) / 1_000 >= (options.since ?? 0))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const reverts: AnalyzedRevert[] = kept(allReverts);
  const faults: AnalyzedFault[] = kept([...stated.faults, ...blamed.faults]);
  const nearMisses = reverts.filter(isNearMiss);
  const causing = new Set([
    ...faults.flatMap((fault) => fault.causes.filter((cause) => cause.confidence >= 0.5).map((cause) => cause.unit)),
    ...nearMisses.map((revert) => revert.reverted.unit),
  ]);
  const hot = findHotPlaces(inWindow, causing);
  const times = inWindow.map((unit) => unit.at);
  const pullRequests = inWindow.filter((unit) => unit.pullRequest !== undefined);
  return {
    head: state.head,
    since: options.since === undefined ? null : toIsoTime(options.since),
    commits: read.graph.size,
    units: {
      count: inWindow.length,
      merges: inWindow.filter((unit) => unit.kind === 'merge').length,
      squashes: inWindow.filter((unit) => unit.kind === 'squash').length,
      plain: inWindow.filter((unit) => unit.kind === 'plain').length,
      from: times.length === 0 ? null : toIsoTime(times.reduce((a, b) => Math.min(a, b))),
      to: times.length === 0 ? null : toIsoTime(times.reduce((a, b) => Math.max(a, b))),
      files: spreadOf(inWindow.map((unit) => unit.files.length)),
      lines: spreadOf(inWindow.flatMap((unit) => (unit.lines === null ? [] : [unit.lines]))),
    },
    prs: {
      count: pullRequests.length,
      // A squash is written when it is merged: only merged branches know when they began.
      leadHours: spreadOf(
        pullRequests.flatMap((unit) =>
          unit.kind !== 'merge' || unit.leadSeconds === null ? [] : [unit.leadSeconds / 3_600],
        ),
      ),
    },
    reverts,
    faults,
    nearMisses,
    incidents: linkIncidents(options.incidents ?? [], byId, index, resolver),
    hot,
    rules: suggestRules(hot, inWindow.length),
    skipped: {
      uncounted,
      blamed: blamed.done,
      blameLeft: blamed.left,
      blameFiles: blamed.skippedFiles,
      unresolved: stated.unresolved,
      shallow: state.shallow,
      partial: state.partial,
    },
    took: { seconds: (clock.now() - started) / 1_000, stages },
  };
}

/** At the head; an empty repository, or one without, has no owners. */
async function readCodeOwners({ history }: AnalyzeDeps, signal?: AbortSignal): Promise<CodeOwners> {
  for (const path of CODE_OWNERS_PATHS) {
    const text = await history.fileAtHead(path, signal);
    if (text !== null) return parseCodeOwners(text);
  }
  return { rules: [] };
}

/** Undone within a day: caught before, or just after, it could do harm. */
function isNearMiss(revert: AnalyzedRevert): boolean {
  return revert.verified && revert.depth % 2 === 1 && revert.lagHours <= 24;
}

type Times = Pick<CommitRecord, 'committedAt' | 'authoredAt'>;

interface ReadCommits {
  readonly graph: ReadonlyMap<string, GraphCommit & Times>;
  /** Of the main line alone. */
  readonly titles: ReadonlyMap<string, UnitTitle>;
  readonly claims: readonly CommitClaims[];
}

async function readCommits(
  { history, onProgress }: AnalyzeDeps,
  head: string | null,
  signal?: AbortSignal,
): Promise<ReadCommits> {
  const graph = new Map<string, GraphCommit & Times>();
  const titles = new Map<string, UnitTitle>();
  const claims: CommitClaims[] = [];
  if (head === null) return { graph, titles, claims };
  // Newest first, so the next commit of the main line is always known before it comes.
  let next: string | undefined = head;
  for await (const { id, parents, committedAt, authoredAt, message } of history.commits(head, signal)) {
    graph.set(id, { id, parents, committedAt, authoredAt });
    if (id === next) {
      titles.set(id, parseUnitTitle(message, parents.length > 1));
      next = parents[0];
    }
    const causes = findStatedCauses(message);
    const revertTitle = /^\s*re(?:vert|apply)/i.test(message)
      ? message.slice(0, 1_000).trim().split('\n', 1)[0]
      : undefined;
    const branch = parents.length > 1 ? parseRevertBranch(message.split('\n', 1)[0] ?? '') : undefined;
    if (branch !== undefined)
      causes.push({
        kind: 'revert',
        certainty: 'stated',
        quote: `revert-${branch}`,
        reference: { kind: 'number', number: branch, start: 0, end: 0 },
      });
    if (causes.length > 0 || revertTitle !== undefined) claims.push({ commit: id, causes, revertTitle });
    if (graph.size % 1_000 === 0) onProgress?.('commits', graph.size, null);
  }
  return { graph, titles, claims };
}

async function readUnits(
  { history, onProgress }: AnalyzeDeps,
  read: ReadCommits,
  { head, shallow }: { readonly head: string | null; readonly shallow: boolean },
  signal?: AbortSignal,
): Promise<{ units: AnalyzedUnit[]; uncounted: number }> {
  const { graph, titles } = read;
  const units: AnalyzedUnit[] = [];
  let uncounted = 0;
  if (head === null) return { units, uncounted };
  const total = titles.size;
  const interned = new Map<string, string>();
  for await (const changes of history.changes(head, null, signal)) {
    const commit = graph.get(changes.id);
    if (commit === undefined) continue;
    if (changes.uncounted === true) uncounted += 1;
    // The oldest commits of a shallow clone look as if they had made everything.
    const boundary = shallow && commit.parents.length === 0;
    const title = titles.get(changes.id) ?? parseUnitTitle('', commit.parents.length > 1);
    units.push(toUnit(changes, title, commit.committedAt, leadOf(commit, read), boundary, interned));
    if (units.length % 500 === 0) onProgress?.('changes', units.length, total);
  }
  units.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { units, uncounted };
}

function toUnit(
  changes: CommitChanges,
  title: UnitTitle,
  at: number,
  leadSeconds: number | null,
  boundary: boolean,
  interned: Map<string, string>,
): AnalyzedUnit {
  const files: string[] = [];
  const changed = new Map<string, { additions: number; deletions: number }>();
  let lines: number | null = changes.uncounted === true || boundary ? null : 0;
  for (const file of boundary ? [] : changes.files) {
    // One string a path, however many changes touch it.
    const path = interned.get(file.path) ?? file.path;
    interned.set(path, path);
    files.push(path);
    if (file.additions === null || file.deletions === null) continue;
    if (lines !== null) lines += file.additions + file.deletions;
    changed.set(path, { additions: file.additions, deletions: file.deletions });
  }
  return {
    id: changes.id,
    at,
    kind: title.kind,
    title: title.title,
    files,
    changed,
    lines,
    leadSeconds,
    ...(title.pullRequest === undefined ? {} : { pullRequest: title.pullRequest }),
  };
}

/** From the first writing of what a merge brought (of the commit itself otherwise) to its arrival. Clocks of authors lie: never below 0. */
function leadOf(commit: GraphCommit & Times, { graph, titles }: ReadCommits): number | null {
  if (commit.committedAt === 0) return null;
  let first = commit.authoredAt;
  let side = commit.parents[1];
  // Down the branch until it left the main line.
  for (let steps = 0; side !== undefined && !titles.has(side) && steps < 500; steps += 1) {
    const step = graph.get(side);
    if (step === undefined) break;
    first = Math.min(first, step.authoredAt);
    side = step.parents[0];
  }
  return Math.max(0, commit.committedAt - first);
}
