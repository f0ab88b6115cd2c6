import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ChangeUnit } from '../src/domain/attribution/change-unit.ts';
import type { Fault } from '../src/domain/attribution/fault.ts';
import { type HistoryIndex, indexHistory } from '../src/domain/attribution/history-index.ts';

const Blame = z.array(z.object({ u: z.string(), t: z.number(), lines: z.number() }));
const Pair = z.object({
  fix_unit: z.string(),
  fix_time: z.number(),
  cause_unit: z.string(),
  fix_code_files: z.array(z.string()),
  blame: Blame,
  context_blame: Blame.optional(),
});
const Unit = z.object({ u: z.string(), t: z.number(), pr: z.number().nullish(), f: z.array(z.string()) });

/** One fix whose cause its author named. The fix's message is not here: the answer is in it. */
export interface LinkPair {
  readonly fault: Fault;
  readonly cause: string;
}

export interface LinkSet {
  readonly pairs: readonly LinkPair[];
  readonly history: HistoryIndex;
}

function read(path: string): string {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Reads pairs (JSON) and units (JSON lines), each plain or gzipped. */
export function readLinkSet(pairsPath: string, unitsPath: string): LinkSet {
  const units: ChangeUnit[] = read(unitsPath)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Unit.parse(JSON.parse(line)))
    .map(({ u, t, pr, f }) => ({ id: u, at: t, files: f, ...(pr == null ? {} : { pullRequest: pr }) }));
  const history = indexHistory(units);
  const pairs = z
    .array(Pair)
    .parse(JSON.parse(read(pairsPath)))
    .map((pair): LinkPair => {
      const own = history.units[history.position.get(pair.fix_unit) ?? -1]?.files ?? [];
      const blame = pair.blame.map(({ u, lines }) => ({ unit: u, lines }));
      const context = (pair.context_blame ?? []).map(({ u, lines }) => ({ unit: u, lines, context: true }));
      const files = pair.fix_code_files.length > 0 ? pair.fix_code_files : own;
      return {
        cause: pair.cause_unit,
        fault: { at: pair.fix_time, files, blame: [...blame, ...context], fix: pair.fix_unit },
      };
    });
  return { pairs, history };
}
