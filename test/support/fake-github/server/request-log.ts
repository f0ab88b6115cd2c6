/** One request as the stand-in saw and answered it. */
interface LoggedRequest {
  readonly method: string;
  /** With query, without `/api/v3`. */
  readonly path: string;
  readonly operationId: string | null;
  readonly body: unknown;
  /** `null` while unanswered, and for answers that a fault swallowed. */
  readonly status: number | null;
  readonly fault: string | null;
  readonly actor: 'anonymous' | 'app' | 'installation' | 'user';
}

interface CallCounts {
  /** All calls but token minting. 304s count: they cost time. */
  readonly total: number;
  readonly reads: number;
  readonly writes: number;
  readonly notModified: number;
  readonly tokens: number;
  readonly byOperation: Readonly<Record<string, number>>;
}

export interface RequestLog {
  readonly requests: readonly LoggedRequest[];
  readonly add: (request: LoggedRequest) => void;
  /** A place in the log, for `since`. */
  readonly mark: () => number;
  readonly since: (mark: number) => readonly LoggedRequest[];
  readonly count: (mark?: number) => CallCounts;
  readonly clear: () => void;
}

const MINTING = 'apps/create-installation-access-token';

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const since = (mark: number) => requests.slice(mark);
  return {
    requests,
    add: (request) => requests.push(request),
    mark: () => requests.length,
    since,
    count: (mark = 0) => countCalls(since(mark)),
    clear: () => requests.splice(0),
  };
}

/** GraphQL queries are reads, although they travel by POST. */
function countCalls(requests: readonly LoggedRequest[]): CallCounts {
  const calls = requests.filter((request) => request.operationId !== MINTING);
  const reads = calls.filter((call) => call.method === 'GET' || call.operationId === 'graphql').length;
  const byOperation: Record<string, number> = {};
  for (const call of calls) {
    const name = call.operationId ?? `${call.method} ${call.path}`;
    byOperation[name] = (byOperation[name] ?? 0) + 1;
  }
  return {
    total: calls.length,
    reads,
    writes: calls.length - reads,
    notModified: calls.filter((call) => call.status === 304).length,
    tokens: requests.length - calls.length,
    byOperation,
  };
}
