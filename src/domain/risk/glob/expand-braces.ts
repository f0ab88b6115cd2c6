import { classEnd } from './class-end.ts';
import { type GlobProblem, MAX_BRACE_ALTERNATIVES, MAX_BRACE_DEPTH } from './glob-problem.ts';

const RANGE = /^(?:(\d{1,4})\.\.(\d{1,4})|([a-z])\.\.([a-z])|([A-Z])\.\.([A-Z]))$/;

interface Group {
  /** Finished alternatives, each already expanded. */
  readonly done: string[];
  /** Expansions of the alternative being read. */
  open: readonly string[];
  readonly start: number;
}

/**
 * Writes out `{a,b}`, `{1..3}` and `{a..c}`, nested too, as a shell does: `{a,b}/c` is `a/c` and `b/c`.
 * Braces without a comma or a range are literal, so that `{{cookiecutter.name}}/` means what it says.
 * What is escaped or inside a class is left alone.
 */
export function expandBraces(pattern: string): readonly string[] | GlobProblem {
  const groups: Group[] = [{ done: [], open: [''], start: 0 }];
  for (let at = 0; at < pattern.length; at += 1) {
    const group = groups.at(-1) as Group;
    const token = tokenAt(pattern, at);
    if (token === '{') {
      if (groups.length > MAX_BRACE_DEPTH) return { code: 'brace-too-deep', at };
      groups.push({ done: [], open: [''], start: at });
    } else if (token === '}' && groups.length > 1) {
      groups.pop();
      const outer = groups.at(-1) as Group;
      const alternatives = closeGroup(group, pattern.slice(group.start + 1, at));
      if (outer.open.length * alternatives.length > MAX_BRACE_ALTERNATIVES) {
        return { code: 'brace-too-many', at: group.start };
      }
      outer.open = outer.open.flatMap((head) => alternatives.map((tail) => head + tail));
    } else if (token === '}') {
      return { code: 'brace-unbalanced', at };
    } else if (token === ',' && groups.length > 1) {
      group.done.push(...group.open);
      group.open = [''];
      if (group.done.length >= MAX_BRACE_ALTERNATIVES) return { code: 'brace-too-many', at: group.start };
    } else {
      group.open = group.open.map((head) => head + token);
      at += token.length - 1;
    }
  }
  const last = groups.at(-1) as Group;
  if (groups.length > 1) return { code: 'brace-unbalanced', at: last.start };
  return [...new Set(last.open)];
}

/** An escaped character, a whole class, or one character. An unclosed class is left for the parser to refuse. */
function tokenAt(pattern: string, at: number): string {
  const first = pattern.charAt(at);
  if (first === '\\') return pattern.slice(at, at + 2);
  if (first !== '[') return first;
  const end = classEnd(pattern, at);
  return end === -1 ? first : pattern.slice(at, end + 1);
}

function closeGroup(group: Group, source: string): readonly string[] {
  if (group.done.length > 0) return [...group.done, ...group.open];
  return expandRange(source) ?? group.open.map((inner) => `{${inner}}`);
}

function expandRange(source: string): readonly string[] | undefined {
  const match = RANGE.exec(source);
  if (match === null) return undefined;
  const [first, last] = match.slice(1).filter((part) => part !== undefined) as [string, string];
  const numeric = /\d/.test(first);
  const from = numeric ? Number(first) : first.charCodeAt(0);
  const to = numeric ? Number(last) : last.charCodeAt(0);
  const padded = numeric && [first, last].some((part) => part.length > 1 && part.startsWith('0'));
  const width = padded ? Math.max(first.length, last.length) : 0;
  const step = from <= to ? 1 : -1;
  // One more than the limit is enough for the caller to refuse it.
  const count = Math.min(Math.abs(to - from), MAX_BRACE_ALTERNATIVES) + 1;
  return Array.from({ length: count }, (_, index) => {
    const value = from + step * index;
    return numeric ? String(value).padStart(width, '0') : String.fromCharCode(value);
  });
}
