/** One character that a class such as `[a-z]` or `[!0-9]` stands for; ranges are code points, ends included. */
export interface CharacterClass {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [number, number])[];
}

/** A piece of a pattern: literal characters, `?` (null), or a class; the last two stand for one character. */
export type Atom = string | null | CharacterClass;

/** What stands between two stars. No two literals follow each other; no atoms at all match the empty text. */
export interface Chunk {
  readonly atoms: readonly Atom[];
  /** The place of the longest literal in `atoms`, to search by; -1 without one. */
  readonly anchor: number;
  /** The shortest text that can match, in UTF-16 units. */
  readonly minLength: number;
}

/** One path segment: `literal` without wildcards, else the chunks around its stars (one chunk means no star). */
export type SegmentPattern =
  | { readonly literal: string }
  | { readonly chunks: readonly Chunk[]; readonly minLength: number };

/** `**` stands for any number of whole segments, none included. */
export type GlobSegment = SegmentPattern | '**';

/**
 * A glob after its braces are expanded, always seen from the repository's root.
 * `file` selects only the path itself, `below` only what lies under it, `file-or-below` both.
 */
export interface GlobPath {
  readonly segments: readonly GlobSegment[];
  readonly selects: 'file' | 'below' | 'file-or-below';
}

/** A parsed pattern. A path matches it when it matches one of the alternatives. */
export interface Glob {
  readonly source: string;
  readonly negated: boolean;
  readonly alternatives: readonly GlobPath[];
}
