import { assignUnits } from '../domain/attribution/analysis/assign-units.ts';
import { findHotPlaces } from '../domain/attribution/analysis/find-hot-places.ts';
import { looksLikeFix } from '../domain/attribution/analysis/looks-like-fix.ts';
import type {
  AnalyzedFault,
  AnalyzedRevert,
  RepositoryAnalysis,
} from '../domain/attribution/analysis/repository-analysis.ts';
import { joinRebased, spanRebased } from '../domain/attribution/analysis/join-rebased.ts';
import { createReferenceResolver } from '../domain/attribution/analysis/resolve-references.ts';
import { suggestRules } from '../domain/attribution/analysis/suggest-rules.ts';
import { toIsoTime } from '../domain/attribution/analysis/unit-reference.ts';
import { spreadOf } from '../domain/attribution/analysis/spread-of.ts';
import { indexHistory } from '../domain/attribution/history-index.ts';
import { CODE_OWNERS_PATHS, type CodeOwners } from '../domain/code-owners/code-owners.ts';
import { parseCodeOwners } from '../domain/code-owners/parse-code-owners.ts';
import type { AnalysisStage, AnalyzeDeps, AnalyzeOptions } from './analysis-deps.ts';
import { blameFixes } from './blame-fixes.ts';
import { linkIncidents } from './link-incidents.ts';
import { linkReverts } from './link-reverts.ts';
import { linkStatedFaults } from './link-stated-faults.ts';
import { readCommits } from './read-commits.ts';
import { readUnits } from './read-units.ts';

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
  const assigned = state.head === null ? new Map<string, string>() : assignUnits(read.graph, state.head);
  const { units: single, uncounted } = await timed('changes', () => readUnits(deps, read, state, options.signal));
  const { units, joined, oldest } = joinRebased(single, read.titles.keys());
  const unitOf =
    joined.size === 0 ? assigned : new Map([...assigned].map(([id, unit]) => [id, joined.get(unit) ?? unit]));
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
  const blamed = await timed('blame', () =>
    blameFixes(deps, fixes, spanRebased(read.graph, oldest), unitOf, byId, index, options),
  );

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
