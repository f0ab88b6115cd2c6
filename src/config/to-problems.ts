import type { z } from 'zod';
import type { ConfigFault, ConfigProblem, ValueKind } from './config-problem.ts';
import { KEY_SEPARATOR } from './schema/mapping.ts';
import { placeOfKey, placeOfValue, problemAt, type SourceMap } from './source-map.ts';
import { suggest } from './suggest.ts';
import type { YamlPath } from './yaml-path.ts';

type Issue = z.core.$ZodIssue;

/** Turns zod's issues about a value into problems that know their place in the file. */
export function toProblems(issues: readonly Issue[], value: unknown, source: SourceMap): readonly ConfigProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], value, source));
}

function problemsOf(issue: Issue, base: YamlPath, root: unknown, source: SourceMap): readonly ConfigProblem[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const value = valueAt(root, path);
  const key = path.at(-1);
  if (value === undefined && typeof key === 'string' && issue.code !== 'invalid_key') {
    return [problemAt({ ...placeOfValue(source, path.slice(0, -1)) }, { code: 'missing-key', key })];
  }
  const here = (fault: ConfigFault) => [problemAt(placeOfValue(source, path), fault)];
  switch (issue.code) {
    case 'custom':
      return here(issue.params?.fault as ConfigFault);
    case 'unrecognized_keys': {
      const allowed = issue.message.split(KEY_SEPARATOR);
      return issue.keys.map((unknown) =>
        problemAt(placeOfKey(source, [...path, unknown]), {
          code: 'unknown-key',
          key: unknown,
          allowed,
          ...suggest(unknown, allowed),
        }),
      );
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (typeof value !== 'string') return here({ code: 'wrong-type', expected: 'text', got: kindOf(value) });
      return here({ code: 'not-allowed', got: value, allowed, ...suggest(value, allowed) });
    }
    case 'invalid_union': {
      // A list is meant as a list, anything else as the single value that stands first.
      const branch = issue.errors[Array.isArray(value) ? issue.errors.length - 1 : 0] ?? [];
      return branch.flatMap((inner) => problemsOf(inner, path, root, source));
    }
    case 'invalid_key':
      return [
        problemAt(placeOfKey(source, path), { code: 'bad-format', format: 'id', got: String(issue.path.at(-1) ?? '') }),
      ];
    case 'too_big':
      return here({ code: 'too-many', limit: Number(issue.maximum), got: Array.isArray(value) ? value.length : 0 });
    case 'invalid_type':
      return here({ code: 'wrong-type', expected: KINDS[issue.expected] ?? 'mapping', got: kindOf(value) });
    default:
      // No schema here makes another issue; an unforeseen one must still be told.
      return here({ code: 'wrong-type', expected: 'mapping', got: kindOf(value) });
  }
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
};

function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'mapping';
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[part];
  }
  return value;
}
