import { count } from '../analysis/analysis-numbers.ts';
import type { Phrase, TableBlock } from './report-document.ts';
import type { ReportContext } from './report-context.ts';

/** A table of `limit` rows at most, that says how many were left out. */
export function buildTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Phrase[])[],
  { limit, texts }: ReportContext,
): TableBlock {
  const left = rows.length - limit;
  return { kind: 'table', caption, head, rows: rows.slice(0, limit), more: left > 0 ? texts.more(count(left)) : null };
}
