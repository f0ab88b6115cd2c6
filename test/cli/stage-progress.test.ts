import { describe, expect, it } from 'vitest';
import { createStageProgress } from '../../src/cli/stage-progress.ts';
import { analyzeTexts } from '../../src/cli/texts/analyze-texts.ts';

function lines(act: (progress: ReturnType<typeof createStageProgress>, wait: (ms: number) => void) => void): string[] {
  const drawn: string[] = [];
  let now = 0;
  const terminal = {
    out: () => undefined,
    err: () => undefined,
    progress: (text: string) => void drawn.push(text),
    colors: false,
    locale: 'en',
    read: async () => '',
    stream: () => (async function* () {})(),
    exists: () => false,
  } as const;
  act(createStageProgress(terminal, { now: () => now }, analyzeTexts('en')), (ms) => {
    now += ms;
  });
  return drawn;
}

describe('createStageProgress', () => {
  it('shows a bar and the time left at the pace so far', () => {
    const drawn = lines((progress, wait) => {
      progress('changes', 0, 1_000);
      wait(10_000);
      progress('changes', 250, 1_000);
      wait(30_000);
      progress('changes', 1_000, 1_000);
    });
    expect(drawn).toEqual([
      'reading changes ░░░░░░░░░░░░░░░░░░░░░░░░ 0 % · 0/1000',
      'reading changes ██████░░░░░░░░░░░░░░░░░░ 25 % · 250/1000 · 0:30 left',
      'reading changes ████████████████████████ 100 % · 1000/1000 · 0:00 left',
    ]);
  });

  it('counts where the size is unknown, and draws no faster than the eye sees', () => {
    const drawn = lines((progress, wait) => {
      progress('commits', 0, null);
      wait(10);
      progress('commits', 1_000, null);
      wait(200);
      progress('commits', 2_000, null);
    });
    expect(drawn).toEqual(['reading commits', 'reading commits 2000']);
  });
});
