import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestJudge } from '../../openapi/create-request-judge.ts';
import type { Actor } from '../state/actor.ts';
import type { World } from '../state/world.ts';
import { authenticate } from './authenticate.ts';
import { checkAccess } from './check-access.ts';
import { failAnswer } from './fail-answer.ts';
import type { Fault, Faults } from './faults.ts';
import { GitHubProblem, notFound } from './github-problem.ts';
import type { LimitResource, RateLimits } from './rate-limits.ts';
import { isObject } from './read-body.ts';
import type { RequestLog } from './request-log.ts';
import { type Call, parseJson, readCall } from './read-call.ts';
import { revalidate } from './revalidate.ts';
import type { Reply } from './route.ts';
import type { FindRoute, RouteMatch } from './router.ts';

export interface ServerParts {
  readonly world: World;
  readonly findRoute: FindRoute;
  readonly judge: RequestJudge | null;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly latencyMs: () => number;
}

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves GitHub's REST and GraphQL on loopback, at the root and under `/api/v3` (as GitHub Enterprise Server does). */
export async function startHttpServer(parts: ServerParts, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => {
    // A client that goes away in the middle (a killed process) is no trouble of ours.
    serve(parts, request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await readCall(parts.world, request);
  const latency = parts.latencyMs();
  if (latency > 0) await sleep(latency);
  const match = parts.findRoute(call.method, call.url.pathname);
  const operationId = match?.route.operationId ?? null;
  const resource: LimitResource = operationId === 'graphql' ? 'graphql' : 'core';
  const body = call.text === '' ? undefined : parseJson(call.text);
  const fault = parts.faults.draw(operationId ?? `${call.method} ${call.url.pathname}`);
  let actor: Actor = { kind: 'anonymous' };
  let reply: Reply;
  try {
    actor = authenticate(parts.world, call.authorization);
    if (operationId !== 'rate-limit/get') parts.limits.spend(actor, resource);
    reply = revalidate(call, await answer(parts, call, match, actor, body, fault));
    if (reply.status === 304) parts.limits.refund(actor, resource);
  } catch (error) {
    reply = replyTo(error);
  }
  parts.log.add({
    method: call.method,
    path: `${call.url.pathname}${call.url.search}`,
    operationId,
    body,
    status: fault === null ? reply.status : null,
    fault: fault?.kind ?? null,
    actor: actor.kind,
  });
  if (fault !== null) return failAnswer(response, fault, parts.world.now());
  send(response, reply, parts.limits.headers(actor, resource));
}

async function answer(
  parts: ServerParts,
  call: Call,
  match: RouteMatch | null,
  actor: Actor,
  body: unknown,
  fault: Fault | null,
): Promise<Reply> {
  const findings =
    call.url.pathname === '/graphql'
      ? []
      : (parts.judge?.judge({ method: call.method, path: `${call.url.pathname}${call.url.search}`, body }) ?? []);
  if (match === null) throw notFound();
  if (findings.length > 0) throw new GitHubProblem(422, 'Invalid request.', { errors: findings });
  checkAccess(parts.world, match.route, actor);
  if (fault?.phase === 'before') return { status: 500 };
  return match.route.handle({
    method: call.method,
    world: parts.world,
    actor,
    params: match.params,
    query: call.url.searchParams,
    body: isObject(body) ? body : {},
    report: (found) => parts.judge?.report({ method: call.method, path: call.url.pathname, body }, found),
    address: `${call.origin}${call.url.pathname}`,
  });
}

function replyTo(error: unknown): Reply {
  if (error instanceof GitHubProblem) return { status: error.status, body: error.body, headers: error.headers };
  console.error('The stand-in for GitHub failed:', error);
  return { status: 500, body: { message: `The stand-in failed: ${String(error)}` } };
}

function send(response: ServerResponse, reply: Reply, limits: Readonly<Record<string, string>>): void {
  const headers: Record<string, string> = { 'x-github-request-id': 'STAND:IN', ...limits, ...reply.headers };
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body);
  if (text !== '') headers['content-type'] = 'application/json; charset=utf-8';
  response.writeHead(reply.status, headers).end(text);
}
