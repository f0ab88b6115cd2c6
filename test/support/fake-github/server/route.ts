import type { Actor } from '../state/actor.ts';
import type { Json } from '../state/json.ts';
import type { World } from '../state/world.ts';

/** A request as routes see it: authenticated, judged, its body parsed. */
export interface RouteRequest {
  readonly method: string;
  readonly world: World;
  readonly actor: Actor;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Tells the request judge of findings that only a route can make. */
  readonly report: (findings: readonly string[]) => void;
  /** The address that the client used, without query: paging links start with it. */
  readonly address: string;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

type Access = 'anyone' | 'app' | 'token';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As in GitHub's description: `/repos/{owner}/{repo}`; `{path+}` takes slashes. */
  readonly template: string;
  readonly operationId: string;
  readonly access?: Access;
  readonly handle: (request: RouteRequest) => Reply | Promise<Reply>;
}

export function ok(body: Json): Reply {
  return { status: 200, body };
}

export function created(body: Json): Reply {
  return { status: 201, body };
}

export function noContent(): Reply {
  return { status: 204 };
}
