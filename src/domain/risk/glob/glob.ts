/** One character that a class such as `[a-z]` or `[!0-9]` stands for; ranges are code points, ends included. */
export interface CharacterClass {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [number, number])[];
}

/** One position of a pattern: a literal character, `?` (null), or a class. */
export type Atom = string | null | CharacterClass;

/** A run between two stars: a literal where possible, because the engine's own string search is fastest. */
export type Chunk = { readonly literal: string } | { readonly atoms: readonly Atom[] };

/** One path segment: `literal` without wildcards, else the chunks around its stars (one chunk means no star). */
export type SegmentPattern = { readonly literal: string } | { readonly chunks: readonly Chunk[] };

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
