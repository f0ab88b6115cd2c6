import type { Json } from '../state/json.ts';
import type { Reply, RouteRequest } from './route.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** One page of a list: 30 items unless asked otherwise, 100 at most; a `Link` header when there is more than one page. */
export function pageOf<T>(request: RouteRequest, all: readonly T[]): Page<T> {
  const size = Math.min(Math.max(Number(request.query.get('per_page') ?? 30) || 30, 1), 100);
  const page = Math.max(Number(request.query.get('page') ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(all.length / size), 1);
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: last === 1 ? {} : { link: linkHeader(request, page, last) },
  };
}

export function listReply<T>(request: RouteRequest, all: readonly T[], view: (item: T) => Json): Reply {
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: items.map(view), headers };
}

/** For lists that GitHub wraps: `{total_count, check_runs: […]}`. */
export function wrappedListReply<T>(
  request: RouteRequest,
  all: readonly T[],
  key: string,
  view: (item: T) => Json,
  extra: Readonly<Record<string, Json>> = {},
): Reply {
  const { items, headers } = pageOf(request, all);
  return { status: 200, body: { total_count: all.length, ...extra, [key]: items.map(view) }, headers };
}

function linkHeader(request: RouteRequest, page: number, last: number): string {
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(to));
    return `<${request.address}?${query.toString()}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(link(page - 1, 'prev'));
  if (page < last) links.push(link(page + 1, 'next'), link(last, 'last'));
  if (page > 1) links.push(link(1, 'first'));
  return links.join(', ');
}
