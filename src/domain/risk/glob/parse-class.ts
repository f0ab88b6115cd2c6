import type { CharacterClass } from './glob.ts';
import type { GlobProblem } from './glob-problem.ts';

/** POSIX names as git's wildmatch knows them: ASCII only. */
const NAMED = new Map<string, readonly (readonly [number, number])[]>([
  ['alnum', ranges('09', 'AZ', 'az')],
  ['alpha', ranges('AZ', 'az')],
  ['blank', ranges('  ', '\t\t')],
  ['digit', ranges('09')],
  ['lower', ranges('az')],
  ['punct', ranges('!/', ':@', '[`', '{~')],
  ['space', ranges('  ', '\t\r')],
  ['upper', ranges('AZ')],
  ['xdigit', ranges('09', 'AF', 'af')],
]);

/** Parses the text between `[` and `]`; `offset` is where it stands in the pattern. */
export function parseClass(inside: string, offset: number): CharacterClass | GlobProblem {
  const negated = inside.startsWith('!') || inside.startsWith('^');
  const chars = [...inside.slice(negated ? 1 : 0)];
  const found: (readonly [number, number])[] = [];
  for (let at = 0; at < chars.length; at += 1) {
    const name = nameAt(chars, at);
    if (name !== undefined) {
      const named = NAMED.get(name);
      if (named === undefined) return { code: 'class-unknown-name', at: offset };
      found.push(...named);
      at += name.length + 3;
      continue;
    }
    if (chars[at] === '\\') at += 1;
    const low = chars[at] ?? '';
    let high = low;
    if (chars[at + 1] === '-' && at + 2 < chars.length) {
      at += chars[at + 2] === '\\' ? 3 : 2;
      high = chars[at] ?? '';
    }
    if (low === '/' || high === '/') return { code: 'class-holds-slash', at: offset };
    const range = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0] as const;
    if (range[0] > range[1]) return { code: 'class-reversed-range', at: offset };
    found.push(range);
  }
  return { negated, ranges: found };
}

/** `[:name:]` at this place, without its brackets. */
function nameAt(chars: readonly string[], at: number): string | undefined {
  if (chars[at] !== '[' || chars[at + 1] !== ':') return undefined;
  const rest = chars.slice(at + 2).join('');
  const end = rest.indexOf(':]');
  return end === -1 ? undefined : rest.slice(0, end);
}

function ranges(...pairs: string[]): readonly (readonly [number, number])[] {
  return pairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)] as const);
}
