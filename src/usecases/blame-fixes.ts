import type { AnalyzedUnit } from '../domain/attribution/analysis/analyzed-unit.ts';
import type { GraphCommit } from '../domain/attribution/analysis/assign-units.ts';
import { codeFiles } from '../domain/attribution/analysis/code-files.ts';
import type { AnalyzedCause, AnalyzedFault } from '../domain/attribution/analysis/repository-analysis.ts';
import { referenceTo } from '../domain/attribution/analysis/unit-reference.ts';
import type { Fault } from '../domain/attribution/fault.ts';
import type { HistoryIndex } from '../domain/attribution/history-index.ts';
import { rankCauses } from '../domain/attribution/rank-causes.ts';
import type { BlameAnswer } from '../ports/history.ts';
import type { AnalyzeDeps, AnalyzeOptions } from './analysis-deps.ts';

const PARALLEL = 2;
/** Below this a guess is not worth a line in a report. */
const WORTH_SHOWING = 0.5;
const SHOWN = 3;

export interface BlamedFixes {
  readonly faults: AnalyzedFault[];
  readonly done: number;
  readonly left: number;
  readonly skippedFiles: number;
}

/** Infers the cause of fixes that name none, newest first, until the budget is spent or somebody has had enough. */
export async function blameFixes(
  { history, clock, memory, onProgress }: AnalyzeDeps,
  fixes: readonly AnalyzedUnit[],
  graph: ReadonlyMap<string, GraphCommit>,
  unitOf: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, AnalyzedUnit>,
  index: HistoryIndex,
  { blameBudgetMs = 0, signal }: AnalyzeOptions,
): Promise<BlamedFixes> {
  const answers = new Map<string, BlameAnswer>();
  for (const fix of fixes) {
    const known = memory?.get(fix.id);
    if (known !== undefined) answers.set(fix.id, known);
  }
  const open = fixes.filter((fix) => !answers.has(fix.id));
  const deadline = clock.now() + blameBudgetMs;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < open.length && clock.now() < deadline && signal?.aborted !== true) {
      const fix = open[next];
      next += 1;
      const parent = graph.get(fix?.id ?? '')?.parents[0];
      if (fix === undefined) continue;
      const answer =
        parent === undefined
          ? { removed: [], beside: [], skippedFiles: 0 }
          : await orInterrupted(history.blame({ id: fix.id, parent }, codeFiles(fix.files), signal), signal);
      if (answer === undefined) return;
      answers.set(fix.id, answer);
      memory?.set(fix.id, answer);
      onProgress?.('blame', answers.size, fixes.length);
    }
  };
  if (blameBudgetMs > 0) await Promise.all(Array.from({ length: PARALLEL }, worker));

  const faults: AnalyzedFault[] = [];
  let skippedFiles = 0;
  for (const fix of fixes) {
    const answer = answers.get(fix.id);
    if (answer === undefined) continue;
    skippedFiles += answer.skippedFiles;
    const causes = inferCauses(fix, answer, unitOf, byId, index);
    if (causes.length > 0) faults.push({ ...referenceTo(fix), causes });
  }
  return { faults, done: answers.size, left: fixes.length - answers.size, skippedFiles };
}

/** An interruption ends the blame, not the analysis: what is known is worth printing. */
async function orInterrupted(
  answer: Promise<BlameAnswer>,
  signal: AbortSignal | undefined,
): Promise<BlameAnswer | undefined> {
  try {
    return await answer;
  } catch (cause) {
    if (signal?.aborted === true) return undefined;
    throw cause;
  }
}

function inferCauses(
  fix: AnalyzedUnit,
  answer: BlameAnswer,
  unitOf: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, AnalyzedUnit>,
  index: HistoryIndex,
): AnalyzedCause[] {
  const toUnits = (lines: BlameAnswer['removed'], context: boolean) =>
    lines.flatMap(({ commit, lines: count }) => {
      const unit = unitOf.get(commit);
      return unit === undefined ? [] : [{ unit, lines: count, context }];
    });
  const fault: Fault = {
    at: fix.at,
    files: codeFiles(fix.files),
    fix: fix.id,
    blame: [...toUnits(answer.removed, false), ...toUnits(answer.beside, true)],
  };
  const { causes } = rankCauses(fault, index);
  if ((causes[0]?.confidence ?? 0) < WORTH_SHOWING) return [];
  return causes.slice(0, SHOWN).flatMap((cause): AnalyzedCause[] => {
    const unit = byId.get(cause.unit.id);
    if (unit === undefined) return [];
    return [
      {
        ...referenceTo(unit),
        how: 'inferred',
        confidence: cause.confidence,
        lagDays: (fix.at - unit.at) / 86_400,
        evidence: cause.evidence,
      },
    ];
  });
}
