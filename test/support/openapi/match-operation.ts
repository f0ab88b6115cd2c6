import type { Operation } from './operation.ts';

export interface OperationMatch {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

export interface OperationMatcher {
  readonly match: (method: string, pathname: string) => OperationMatch | null;
  /** The methods that a path takes; empty when the path is unknown. */
  readonly methodsOf: (pathname: string) => readonly string[];
}

interface Compiled {
  readonly operation: Operation;
  readonly names: readonly string[];
  readonly pattern: RegExp;
}

/** A parameter takes one segment, but file paths and refs take slashes. Literal segments win over parameters. */
const MANY_SEGMENTS = new Set(['path', 'basehead', 'ref']);

export function createOperationMatcher(operations: readonly Operation[]): OperationMatcher {
  // By method and first segment, so that a request is tried against dozens of patterns and not a thousand.
  const buckets = new Map<string, Compiled[]>();
  for (const operation of operations) {
    const key = operation.template.split('/')[1] ?? '';
    const bucket = buckets.get(key) ?? [];
    bucket.push({ operation, ...compile(operation.template) });
    buckets.set(key, bucket);
  }
  for (const bucket of buckets.values()) {
    bucket.sort((a, b) => a.names.length - b.names.length || b.operation.template.length - a.operation.template.length);
  }
  const candidates = (pathname: string) =>
    (buckets.get(pathname.split('/')[1] ?? '') ?? []).filter(({ pattern }) => pattern.test(pathname));

  return {
    match: (method, pathname) => {
      const found = candidates(pathname).find(({ operation }) => operation.method === method);
      if (found === undefined) return null;
      const values = found.pattern.exec(pathname)?.slice(1) ?? [];
      const params = found.names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')] as const);
      return { operation: found.operation, params: Object.fromEntries(params) };
    },
    methodsOf: (pathname) => [...new Set(candidates(pathname).map(({ operation }) => operation.method))],
  };
}

function compile(template: string): { readonly names: readonly string[]; readonly pattern: RegExp } {
  const names: string[] = [];
  const source = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{([^}]+)\}/g, (_all, name: string) => {
    names.push(name);
    return MANY_SEGMENTS.has(name) ? '(.*)' : '([^/]+)';
  });
  return { names, pattern: new RegExp(`^${source}$`) };
}
