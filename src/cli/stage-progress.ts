import type { Clock } from '../ports/clock.ts';
import type { AnalysisStage } from '../usecases/analysis-deps.ts';
import type { Terminal } from './terminal.ts';
import type { AnalyzeTexts } from './texts/analyze-texts.ts';

const BAR = 24;
/** A line drawn more often than the eye can follow costs time and says nothing. */
const EVERY_MS = 100;

/** Draws a bar with the time left, by the pace so far, for a stage whose size is known; a count otherwise. */
export function createStageProgress(
  terminal: Terminal,
  clock: Clock,
  texts: AnalyzeTexts,
): (stage: AnalysisStage, done: number, total: number | null) => void {
  let stage: AnalysisStage | undefined;
  let started = 0;
  let drawn = 0;
  return (current, done, total) => {
    const now = clock.now();
    if (current !== stage) {
      stage = current;
      started = now;
    } else if (now - drawn < EVERY_MS && done !== total) return;
    drawn = now;
    if (total === null || total === 0) {
      terminal.progress(`${texts.stage[current]} ${done === 0 ? '' : done}`.trimEnd());
      return;
    }
    const share = Math.min(1, done / total);
    const bar = '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');
    const left = done === 0 ? '' : ` · ${texts.left(clockTime(((now - started) / done) * (total - done)))}`;
    terminal.progress(`${texts.stage[current]} ${bar} ${Math.floor(share * 100)} % · ${done}/${total}${left}`);
  };
}

function clockTime(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
