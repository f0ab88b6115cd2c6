import { type DocumentNode, Kind, type SelectionSetNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

export interface QueryCost {
  /** By GitHub's formula: the requests that a query's connections would take, over a hundred; one at least. */
  readonly points: number;
  /** How many nodes it may give; GitHub refuses more than half a million. */
  readonly nodes: number;
}

export const MOST_NODES = 500_000;

export function queryCost(document: DocumentNode, variables: Variables): QueryCost {
  const fragments = new Map<string, SelectionSetNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one.selectionSet);
  }
  let requests = 0;
  let nodes = 0;
  const visit = (set: SelectionSetNode, times: number): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) visit(fragment, times);
        continue;
      }
      let inner = times;
      if (selection.kind === Kind.FIELD) {
        const size = selection.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
        const asked = size?.kind === Kind.VARIABLE ? variables[size.name.value] : size?.kind === Kind.INT && size.value;
        if (size !== undefined) {
          requests += times;
          inner = times * Number(asked);
          nodes += inner;
        }
      }
      if (selection.selectionSet !== undefined) visit(selection.selectionSet, inner);
    }
  };
  for (const one of document.definitions) if (one.kind === Kind.OPERATION_DEFINITION) visit(one.selectionSet, 1);
  return { points: Math.max(1, Math.round(requests / 100)), nodes };
}
