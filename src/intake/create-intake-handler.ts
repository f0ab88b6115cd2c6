import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { IncidentReport } from '../domain/incident/incident.ts';
import type { IntakeKind, IntakeSource } from '../domain/incident/intake-source.ts';
import { type BodyBudget, createBodyBudget, readBody } from '../payload/read-body.ts';
import type { Clock } from '../ports/clock.ts';
import type { Inbox } from '../ports/inbox.ts';
import type { Log } from '../ports/log.ts';
import type { IntakeSourceStore, RepositoryStore } from '../ports/store.ts';
import { hashToken, type Seal } from '../usecases/intake-seal.ts';
import { lanes } from '../usecases/lanes.ts';
import { newJob } from '../usecases/new-job.ts';
import type { IntakeReader, IntakeReport } from './intake-reading.ts';
import { readGeneric } from './read-generic.ts';
import { readGrafana } from './read-grafana.ts';
import { readPagerDuty } from './read-pagerduty.ts';
import { readSentry } from './read-sentry.ts';
import { verifyMessage } from './verify-message.ts';

/** Below it, the token. */
export const INTAKE_PATH = '/api/intake/';
/** Programs send whole stack traces; what an incident keeps of them is capped when it is read. */
export const MAX_INTAKE_BYTES = 12 * 1024 * 1024;

export interface IntakeDeps {
  readonly store: {
    readonly intakeSources: Pick<IntakeSourceStore, 'byTokenHash'>;
    readonly repositories: Pick<RepositoryStore, 'find'>;
  };
  readonly inbox: Pick<Inbox, 'accept'>;
  readonly seal: Pick<Seal, 'unseal'>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Answer {
  readonly status: number;
  readonly message: string;
}

const READERS: Readonly<Record<IntakeKind, IntakeReader>> = {
  pagerduty: readPagerDuty,
  sentry: readSentry,
  grafana: readGrafana,
  generic: readGeneric,
};
const REFUSALS: Readonly<Record<'too-large' | 'aborted' | 'busy', Answer>> = {
  'too-large': { status: 413, message: `the body is larger than ${MAX_INTAKE_BYTES} bytes` },
  aborted: { status: 400, message: 'the body broke off' },
  busy: { status: 503, message: 'too much is being received at once; send it again' },
};
const TOKEN = /^[\w-]{20,200}$/;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/**
 * The door of programs that report incidents: whose it is says the token, that they sent it the signature, what they may
 * report on the source. What is accepted is stored with its job before the answer; a message told twice is kept once.
 */
export function createIntakeHandler(
  deps: IntakeDeps,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const budget = createBodyBudget(8 * MAX_INTAKE_BYTES);
  return async (request, response, url) => {
    const { status, message } = await answer(deps, budget, request, url.pathname.slice(INTAKE_PATH.length));
    if (response.destroyed) return;
    const text = `${JSON.stringify({ message })}\n`;
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      ...(request.complete ? {} : { connection: 'close' }),
      ...(status === 405 ? { allow: 'POST' } : {}),
    });
    response.end(text);
  };
}

/** Trouble ends here: whoever logs it further up would log the path, and with it the token. */
async function answer(deps: IntakeDeps, budget: BodyBudget, request: IncomingMessage, token: string): Promise<Answer> {
  try {
    return await receive(deps, budget, request, token);
  } catch (error) {
    deps.log.error({ err: error }, 'an incident report could not be taken in');
    return { status: 503, message: 'the report could not be taken in; send it again' };
  }
}

async function receive(deps: IntakeDeps, budget: BodyBudget, request: IncomingMessage, token: string): Promise<Answer> {
  if (request.method !== 'POST') return { status: 405, message: 'incidents are sent by POST' };
  const source = TOKEN.test(token) ? await deps.store.intakeSources.byTokenHash(hashToken(token)) : null;
  if (source === null) return { status: 404, message: 'no source has this address; "hiyari intake list" names them' };
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) {
    return { status: 415, message: 'the content type must be application/json' };
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    return { status: 415, message: 'the body must not be compressed' };
  }
  const body = await readBody(request, MAX_INTAKE_BYTES, budget);
  if ('refused' in body) return REFUSALS[body.refused];
  return receiveSigned(deps, request, source, body.bytes);
}

async function receiveSigned(
  deps: IntakeDeps,
  { headers }: IncomingMessage,
  source: IntakeSource,
  body: Buffer,
): Promise<Answer> {
  const now = deps.clock.now();
  const facts = { sourceId: source.id, kind: source.kind };
  const living = source.secrets.filter(({ until }) => until === null || until > now);
  const secrets = living.map(({ sealed }) => deps.seal.unseal(sealed)).filter((secret) => secret !== null);
  if (secrets.length === 0) {
    deps.log.error(
      facts,
      'the secret of an intake source is sealed under another private key: run "hiyari intake rotate"',
    );
    return { status: 503, message: 'the secret of this source cannot be read; rotate it' };
  }
  const verification = verifyMessage(source.kind, { headers, body, secrets, now });
  if (!verification.valid) {
    deps.log.warn({ ...facts, why: verification.why }, 'an incident report was refused');
    return { status: 401, message: verification.why };
  }
  const payload = parseJson(body);
  if (payload === undefined) return { status: 400, message: 'the body is not JSON' };
  const reading = READERS[source.kind](payload, { now });
  if ('malformed' in reading) return { status: 422, message: reading.malformed };
  const reports = 'ignored' in reading ? [] : await bind(deps, source, reading.reports);
  if (!Array.isArray(reports)) return reports;
  return store(deps, source, {
    id: idOf(source, headers, body),
    reports,
    ignored: 'ignored' in reading ? reading.ignored : null,
  });
}

/** Each report gets the repository that it names, or the only one that the source may report on. Another is refused. */
async function bind(
  deps: IntakeDeps,
  { kind, installationId, repositoryIds }: IntakeSource,
  reports: readonly IntakeReport[],
): Promise<IncidentReport[] | Answer> {
  const found = await Promise.all(repositoryIds.map((id) => deps.store.repositories.find(id)));
  const bound = found.flatMap((one) => (one?.installationId === installationId ? [one] : []));
  const only = repositoryIds.length === 1 ? (repositoryIds[0] ?? null) : null;
  const incidents: IncidentReport[] = [];
  for (const { repository: named, ...report } of reports) {
    const meant = bound.find(({ owner, name }) => `${owner}/${name}`.toLowerCase() === named?.trim().toLowerCase());
    if (named !== null && meant === undefined) {
      return { status: 403, message: 'this source is not bound to the repository that it names' };
    }
    incidents.push({ ...report.facts, ...pick(report), source: kind, installationId, repositoryId: meant?.id ?? only });
  }
  return incidents;
}

function pick({ externalId, reportedAt }: Omit<IntakeReport, 'repository'>) {
  return { externalId, reportedAt };
}

async function store(
  deps: IntakeDeps,
  { id: sourceId, kind, installationId, repositoryIds }: IntakeSource,
  message: { readonly id: string; readonly reports: readonly IncidentReport[]; readonly ignored: string | null },
): Promise<Answer> {
  const { id, reports, ignored } = message;
  const place = { lane: lanes.intake(sourceId), key: 'record', installationId };
  const jobs =
    reports.length === 0
      ? []
      : [newJob('record-incidents', { reports, ...(repositoryIds.length > 1 && { boundTo: repositoryIds }) }, place)];
  try {
    const delivery = {
      id,
      event: `intake.${kind}`,
      action: null,
      installationId,
      repositoryId: null,
      receivedAt: deps.clock.now(),
    };
    const acceptance = await deps.inbox.accept(delivery, jobs);
    deps.log.info(
      { sourceId, kind, deliveryId: id, acceptance, reports: reports.length, ignored },
      'incident report stored',
    );
    return { status: 202, message: ignored ?? acceptance };
  } catch (error) {
    deps.log.error({ sourceId, kind, deliveryId: id, err: error }, 'an incident report could not be stored');
    return { status: 503, message: 'the report could not be stored; send it again' };
  }
}

/** What was signed names the message: the same body signed at another time is another message. */
function idOf(source: IntakeSource, headers: IncomingMessage['headers'], body: Buffer): string {
  const stamp = headers['x-hiyari-signature'] ?? headers['x-grafana-alerting-timestamp'] ?? '';
  const hash = createHash('sha256').update(String(stamp)).update('\n').update(body).digest('hex');
  return `intake:${source.id}:${hash.slice(0, 32)}`;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
