import type { BenchRow } from './bench-row.ts';

type Measure = () => Promise<readonly BenchRow[]>;

/** Every group of `npm run bench`, in the order of the report. Loaded when asked for: each has its own dependencies. */
export const BENCH_GROUPS: Readonly<Record<string, () => Promise<Measure>>> = {
  calls: async () => (await import('./calls.ts')).callRows,
  statement: async () => (await import('./statement.ts')).statementRows,
  globs: async () => (await import('./globs.ts')).globRows,
  queue: async () => (await import('./accept-store.ts')).acceptStoreRows,
  accept: async () => (await import('./accept.ts')).acceptRows,
  plan: async () => (await import('./plan.ts')).planRows,
  import: async () => (await import('./import.ts')).importRows,
  publish: async () => (await import('./publish.ts')).publishRows,
  report: async () => (await import('./report.ts')).reportRows,
  start: async () => (await import('./start.ts')).startRows,
};
