export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
}

/** GitHub gives a hundred of anything at most, and asks that the number be said. */
const MOST = 100;

/** A connection over a list; its cursors are keys of items. `nodeOf` is called for the page alone. */
export function connection<T>(
  items: readonly T[],
  args: PageArguments,
  how: { readonly keyOf: (item: T) => string | number; readonly nodeOf: (item: T) => object },
): object {
  const size = args.first ?? args.last;
  if (size === null || size === undefined || size < 1 || size > MOST) {
    throw new Error(
      'You must provide a `first` or `last` value between 1 and 100 to properly paginate the connection.',
      {
        cause: 'MISSING_PAGINATION_BOUNDARIES',
      },
    );
  }
  const cursorOf = (item: T) => Buffer.from(`cursor:${how.keyOf(item)}`).toString('base64');
  const from = args.after ? items.findIndex((item) => cursorOf(item) === args.after) + 1 : 0;
  const page = args.last ? items.slice(-args.last) : items.slice(from, from + size);
  const last = page.at(-1);
  return {
    totalCount: items.length,
    pageInfo: {
      hasNextPage: !args.last && from + page.length < items.length,
      hasPreviousPage: from > 0,
      endCursor: last === undefined ? null : cursorOf(last),
    },
    nodes: () => page.map(how.nodeOf),
  };
}
