import { gitText } from './run-git.ts';

export interface BlamedLine {
  readonly commit: string;
  /** 1-based in the blamed version. */
  readonly line: number;
}

/** Ranges beyond this are blamed without: the whole file is cheaper than an endless command line. */
const MAX_RANGES = 300;

/**
 * Who wrote these lines of `path` at `commit`, white space ignored and moves within the file followed. `ignored` are commits
 * that only reformat. `undefined` when git cannot say.
 */
export async function blameLines(
  directory: string,
  commit: string,
  path: string,
  lines: readonly number[],
  ignored: readonly string[],
  signal?: AbortSignal,
): Promise<BlamedLine[] | undefined> {
  const ranges = toRanges(lines);
  const limits = ranges.length > MAX_RANGES ? [] : ranges.flatMap(([from, to]) => ['-L', `${from},${to}`]);
  const args = [
    'blame',
    '--incremental',
    '--no-textconv',
    '-w',
    '-M',
    ...ignored.map((id) => `--ignore-rev=${id}`),
    ...limits,
    commit,
    '--',
    path,
  ];
  const { text, end } = await gitText(directory, args, { signal });
  if (end.code !== 0) return undefined;
  const wanted = new Set(lines);
  const found: BlamedLine[] = [];
  for (const match of text.toString('latin1').matchAll(/^([0-9a-f]{40,64}) \d+ (\d+) (\d+)$/gm)) {
    const [, id = '', first = '0', count = '0'] = match;
    for (let i = 0; i < Number(count); i += 1) {
      const line = Number(first) + i;
      if (wanted.has(line)) found.push({ commit: id, line });
    }
  }
  return found;
}

function toRanges(lines: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}
