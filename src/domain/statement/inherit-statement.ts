import type { ImpactStatement } from './impact-statement.ts';

export interface InheritedStatement {
  readonly statement: ImpactStatement;
  /** The pull request that said it. */
  readonly inherited: number;
}

/**
 * A backport may take over the statement of the pull request it carries, when it says nothing itself and the original
 * did. Its own words always win, for the branch may differ.
 */
export function inheritStatement(
  own: ImpactStatement,
  original: { readonly number: number; readonly statement: ImpactStatement } | null,
): InheritedStatement | null {
  if (!original || own.verdict === 'filled' || own.verdict === 'none') return null;
  const { verdict } = original.statement;
  return verdict === 'filled' || verdict === 'none'
    ? { statement: original.statement, inherited: original.number }
    : null;
}
