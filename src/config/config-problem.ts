import type { GlobProblem } from '../domain/risk/glob/glob-problem.ts';

/** What a value is, in the words of YAML. */
export const VALUE_KINDS = ['nothing', 'text', 'number', 'boolean', 'list', 'mapping'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** Formats of scalars; `describeProblem` has an example of each. */
export const VALUE_FORMATS = [
  'duration',
  'days',
  'threshold',
  'percentage',
  'date',
  'id',
  'whole-number',
  'repository',
  'team',
  'person',
  'extends',
  'label',
] as const;
export type ValueFormat = (typeof VALUE_FORMATS)[number];

/** What is wrong, as data; `render` gives it words in each language. */
export type ConfigFault =
  | { readonly code: 'too-large'; readonly limit: number; readonly got: number }
  | { readonly code: 'too-complex'; readonly limit: number }
  | { readonly code: 'too-deep'; readonly limit: number }
  | { readonly code: 'yaml-syntax'; readonly yamlCode: string }
  | { readonly code: 'yaml-tag'; readonly got: string }
  | { readonly code: 'yaml-alias'; readonly got: string }
  | { readonly code: 'several-documents' }
  | { readonly code: 'duplicate-key'; readonly key: string; readonly firstLine: number }
  | {
      readonly code: 'unknown-key';
      readonly key: string;
      readonly allowed: readonly string[];
      readonly didYouMean?: string;
    }
  | { readonly code: 'missing-key'; readonly key: string }
  | { readonly code: 'wrong-type'; readonly expected: ValueKind; readonly got: ValueKind }
  | {
      readonly code: 'not-allowed';
      readonly got: string;
      readonly allowed: readonly string[];
      readonly didYouMean?: string;
    }
  | { readonly code: 'bad-format'; readonly format: ValueFormat; readonly got: string }
  | { readonly code: 'out-of-range'; readonly min: number; readonly max: number; readonly got: number }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly limit: number; readonly got: number }
  | { readonly code: 'too-many'; readonly limit: number; readonly got: number }
  | { readonly code: 'bad-glob'; readonly got: string; readonly problem: GlobProblem }
  | { readonly code: 'only-negations' }
  | { readonly code: 'rule-without-condition'; readonly got: string }
  | { readonly code: 'project-without-match'; readonly got: string }
  /** The target at `key` is above the one of `limit`, which it can never exceed. */
  | { readonly code: 'contradicting-targets'; readonly key: string; readonly limit: string }
  | { readonly code: 'duplicate-id'; readonly got: string; readonly firstLine: number }
  | {
      readonly code: 'undefined-reference';
      readonly to: 'field' | 'project' | 'service';
      readonly got: string;
      readonly allowed: readonly string[];
      readonly didYouMean?: string;
    }
  | { readonly code: 'reserved-label'; readonly got: string }
  | {
      readonly code: 'extends-not-found';
      readonly got: string;
      readonly because: 'no-repository' | 'no-file' | 'too-large';
    }
  | { readonly code: 'extends-private'; readonly got: string }
  | { readonly code: 'extends-second-level'; readonly got: string }
  | { readonly code: 'extends-cycle'; readonly got: string };

export type ConfigFaultCode = ConfigFault['code'];

/** Where in which file. Line and column are 1-based; the column counts UTF-16 units. */
export interface ConfigPlace {
  /** As given by the caller, e.g. `.github/impact.yml`; a file that is extended is `owner/repo:path`. */
  readonly file: string;
  /** The key, e.g. `risk.rules[0].paths[1]`; empty for the whole file. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Something that makes the configuration unusable. */
export type ConfigProblem = ConfigFault & ConfigPlace;

/** As many problems as are listed: beyond these nobody reads on. */
export const MAX_PROBLEMS = 100;
