/** Longest pattern, in UTF-16 units. Real ones are under 100. */
export const MAX_GLOB_LENGTH = 256;
/** How many patterns one pattern may expand to through its braces. */
export const MAX_BRACE_ALTERNATIVES = 64;
/** How deep braces may nest. */
export const MAX_BRACE_DEPTH = 3;
/** How many `*` one path segment may hold, and how many `**` one pattern. */
export const MAX_STARS = 8;
/** How many `?` and classes one segment may hold between its stars, where each place of the text is tried. */
export const MAX_FLOATING_WILDCARDS = 8;

/** Why a pattern is refused. `at` is the 0-based offset in the pattern that the reader should look at. */
export const GLOB_PROBLEM_CODES = [
  'empty',
  'too-long',
  'control-character',
  'extglob',
  'brace-unbalanced',
  'brace-too-deep',
  'brace-too-many',
  'class-unclosed',
  'class-reversed-range',
  'class-holds-slash',
  'class-unknown-name',
  'escape-at-end',
  'escape-of-letter',
  'dot-segment',
  'empty-segment',
  'too-many-stars',
  'too-many-wildcards',
] as const;
export type GlobProblemCode = (typeof GLOB_PROBLEM_CODES)[number];

export interface GlobProblem {
  readonly code: GlobProblemCode;
  readonly at: number;
}
