import { createHash } from 'node:crypto';
import type { Call } from './read-call.ts';
import type { Reply } from './route.ts';

/** Gives a read its ETag, and 304 without a body to a client that has the same already. */
export function revalidate(call: Call, reply: Reply): Reply {
  if (call.method !== 'GET' || reply.status !== 200) return reply;
  const etag = `W/"${createHash('sha256').update(JSON.stringify(reply.body)).digest('hex')}"`;
  const headers = { ...reply.headers, etag };
  return call.ifNoneMatch === etag ? { status: 304, headers } : { ...reply, headers };
}
