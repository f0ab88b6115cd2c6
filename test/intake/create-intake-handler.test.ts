import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IntakeKind } from '../../src/domain/incident/intake-source.ts';
import { createIntakeHandler, INTAKE_PATH, MAX_INTAKE_BYTES } from '../../src/intake/create-intake-handler.ts';
import { GitHubError } from '../../src/ports/github-error.ts';
import { createContextMemo } from '../../src/usecases/base-context.ts';
import { openSqlite } from '../../src/open-database.ts';
import type { Job } from '../../src/ports/queue.ts';
import { createSeal, hashToken } from '../../src/usecases/intake-seal.ts';
import { payloadsOf } from '../../src/usecases/new-job.ts';
import { recordIncidents } from '../../src/usecases/record-incidents.ts';
import { type Listener, listen } from '../../src/web/listen.ts';
import { sampleRepository } from '../storage/samples.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { genericMessage, grafanaMessage, pagerDutyMessage, pagerDutyNote, sentryIssue } from './messages.ts';

const NOW = Date.parse('2026-09-02T00:00:00Z');
const SECRET = 'what both sides know';
const TOKEN = 'a-token-of-many-letters-and-digits-0123456789';
const seal = createSeal('a private key');

let folder: ReturnType<typeof temporaryFolder>;
let parts: Awaited<ReturnType<typeof openSqlite>>;
let listener: Listener;
let log: ReturnType<typeof recordingLog>;
let repository: ReturnType<typeof sampleRepository>;

beforeEach(async () => {
  folder = temporaryFolder();
  log = recordingLog();
  const clock = { now: () => NOW };
  parts = await openSqlite({ path: join(folder.path, 'hiyari.db'), role: 'worker', clock, log });
  const handler = createIntakeHandler({ store: parts.store, inbox: parts.inbox, seal, clock, log });
  listener = await listen({ host: '127.0.0.1', port: 0, routes: { [INTAKE_PATH]: handler }, log });
  repository = sampleRepository();
  await parts.store.repositories.save(repository);
});
afterEach(async () => {
  await listener.close(0);
  await parts.store.close();
  folder.remove();
});

/** What each repository's configuration says, by its id; `null`: GitHub does not show it any more. */
let configs: ReadonlyMap<number, string | null> = new Map();
const app = {
  installation: () => ({
    baseFiles: async ({ id }: { readonly id: number }) => {
      const text = configs.get(id);
      if (text === null) throw new GitHubError('gone', { fault: 'forbidden' });
      const config = text === undefined ? null : { path: '.github/impact.yml', text };
      return { sha: 'c'.repeat(40), config, templates: [] };
    },
    remoteFile: async () => ({ found: false, because: 'no-repository' }) as const,
  }),
};

async function addSource(kind: IntakeKind, repositoryIds = [repository.id], sealed = seal.seal(SECRET)) {
  await parts.store.intakeSources.save({
    id: kind,
    kind,
    installationId: repository.installationId,
    repositoryIds,
    tokenHash: hashToken(TOKEN),
    secrets: [
      { sealed, until: null },
      { sealed: seal.seal('the one before'), until: NOW - 1 },
    ],
    createdAt: '2026-09-01T00:00:00Z',
  });
}

function signed(kind: IntakeKind, body: string, secret = SECRET): Record<string, string> {
  const stamp = String(NOW / 1000);
  const hmac = (prefix: string) => createHmac('sha256', secret).update(prefix).update(body).digest('hex');
  switch (kind) {
    case 'pagerduty':
      return { 'x-pagerduty-signature': `v1=${hmac('')}` };
    case 'sentry':
      return { 'sentry-hook-signature': hmac('') };
    case 'grafana':
      return { 'x-grafana-alerting-timestamp': stamp, 'x-grafana-alerting-signature': hmac(`${stamp}:`) };
    case 'generic':
      return { 'x-hiyari-signature': `t=${stamp},v1=${hmac(`${stamp}.`)}` };
  }
}

async function send(kind: IntakeKind, message: unknown, over: Record<string, string> = {}, token = TOKEN) {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  const headers = { 'content-type': 'application/json', ...signed(kind, body), ...over };
  const url = `http://127.0.0.1:${listener.port}${INTAKE_PATH}${token}`;
  const response = await fetch(url, { method: 'POST', body, headers });
  const { message: words } = (await response.json()) as { readonly message: string };
  return { status: response.status, words };
}

async function workOff() {
  const done: Job[] = [];
  const worker = parts.queue.work(async (job) => {
    if (job.kind !== 'record-incidents') return;
    done.push(job);
    const deps = { store: parts.store, log, clock: { now: () => NOW }, contexts: createContextMemo(), app };
    await recordIncidents(deps, payloadsOf('record-incidents', job));
  });
  await worker.idle();
  await worker.stop();
  return done;
}

const find = (source: IntakeKind, externalId: string) =>
  parts.store.incidents.find({ installationId: repository.installationId, source, externalId });

describe('POST /api/intake/{token}', () => {
  it.each([
    ['pagerduty', pagerDutyMessage(), 'PGR0VU2'],
    ['sentry', sentryIssue(), 'issue:1170820242'],
    ['grafana', grafanaMessage(), '57c6d9296de2ad39:2026-09-01T01:20:00Z'],
    ['generic', genericMessage(), 'OPS-17'],
  ] as const)('%s: stored before the answer, worked off once', async (kind, message, externalId) => {
    await addSource(kind);
    expect(await send(kind, message)).toEqual({ status: 202, words: 'accepted' });
    expect(await send(kind, message)).toEqual({ status: 202, words: 'duplicate' });
    expect(await find(kind, externalId)).toBeNull();
    expect(await workOff()).toHaveLength(1);
    expect(await find(kind, externalId)).toMatchObject({
      repositoryId: repository.id,
      state: 'open',
      startedAt: '2026-09-01T01:20:00Z',
    });
  });

  it('follows an incident through its messages, late ones too', async () => {
    await addSource('pagerduty');
    const resolved = { status: 'resolved' };
    await send('pagerduty', pagerDutyMessage('incident.resolved', resolved, '2026-09-01T02:00:00Z'));
    await workOff();
    await send(
      'pagerduty',
      pagerDutyMessage('incident.acknowledged', { status: 'acknowledged' }, '2026-09-01T01:30:00Z'),
    );
    await send('pagerduty', pagerDutyMessage('incident.priority_updated', resolved, '2026-09-01T03:00:00Z'));
    await workOff();
    expect(await find('pagerduty', 'PGR0VU2')).toMatchObject({
      state: 'resolved',
      resolvedAt: '2026-09-01T02:00:00Z',
      reportedAt: '2026-09-01T03:00:00Z',
    });
  });

  it('is bound to its repositories', async () => {
    await addSource('generic');
    expect((await send('generic', genericMessage({ repository: 'acme/other' }))).status).toBe(403);
    expect((await send('generic', genericMessage({ repository: 'ACME/Shop' }))).status).toBe(202);
    const list = { incidents: [genericMessage({ id: 'a' }), genericMessage({ id: 'b', repository: 'acme/other' })] };
    expect((await send('generic', list)).status).toBe(403);
    await workOff();
    expect(await find('generic', 'a')).toBeNull();
  });

  const billing = 'incidents: { services: { Billing: ["app/billing/**"] } }';
  const search = 'incidents: { services: { search: ["app/search/**"] } }';

  it.each([
    ['the one that has the service', [search, billing], 1],
    ['none where none has it', [search, null], null],
    ['none where several have it', [billing, billing], null],
  ])('of several repositories it is %s', async (_, texts, meant) => {
    const others = [sampleRepository({ id: repository.id + 1 }), sampleRepository({ id: repository.id + 2 })];
    for (const one of others) await parts.store.repositories.save(one);
    configs = new Map(others.map(({ id }, index) => [id, texts[index] ?? null]));
    await addSource(
      'pagerduty',
      others.map(({ id }) => id),
    );
    await send('pagerduty', pagerDutyMessage());
    await workOff();
    const incident = await find('pagerduty', 'PGR0VU2');
    expect(incident?.repositoryId).toBe(meant === null ? null : others[meant]?.id);
    const finding = { code: 'no-repository', services: ['billing'] };
    if (meant === null) expect(incident?.findings).toContainEqual(finding);
    else expect(incident?.findings).not.toContainEqual(finding);
  });

  it('a repository that was handed to another owner is bound no longer', async () => {
    const mine = sampleRepository({ id: repository.id + 1 });
    const theirs = sampleRepository({ id: repository.id + 2, name: 'handed-over', installationId: 9_999 });
    for (const one of [mine, theirs]) await parts.store.repositories.save(one);
    configs = new Map([[theirs.id, billing]]);
    await addSource('pagerduty', [mine.id, theirs.id]);
    await send('pagerduty', pagerDutyMessage());
    await workOff();
    expect((await find('pagerduty', 'PGR0VU2'))?.repositoryId).toBeNull();
  });

  it('what it does not keep is accepted with a word', async () => {
    await addSource('pagerduty');
    expect(await send('pagerduty', pagerDutyNote())).toMatchObject({ status: 202, words: /carries nothing/ });
  });

  it.each([
    ['an unknown token', {}, '{}', 404, 'another-token-of-many-letters'],
    ['a short token', {}, '{}', 404, 'x'],
    ['a wrong signature', { 'x-hiyari-signature': 't=1788307200,v1=00' }, '{}', 401, TOKEN],
    ['no JSON', {}, '{', 400, TOKEN],
    ['no message', {}, '{"id":"x"}', 422, TOKEN],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b', 415, TOKEN],
    ['a compressed body', { 'content-encoding': 'gzip' }, '{}', 415, TOKEN],
  ])('%s is refused', async (_, headers, body, status, token) => {
    await addSource('generic');
    expect((await send('generic', body, headers, token)).status).toBe(status);
    expect(await workOff()).toEqual([]);
    expect(JSON.stringify(log.lines)).not.toContain(TOKEN);
  });

  it('the secret before the last counts no longer than it should', async () => {
    await addSource('generic');
    const body = JSON.stringify(genericMessage());
    expect((await send('generic', body, signed('generic', body, 'the one before'))).status).toBe(401);
  });

  it('says when it cannot read its own secret', async () => {
    await addSource('generic', [repository.id], createSeal('another key').seal(SECRET));
    expect(await send('generic', genericMessage())).toMatchObject({
      status: 503,
      words: expect.stringContaining('rotate'),
    });
  });

  it('takes ten megabytes of text, and keeps what an incident needs of them', async () => {
    await addSource('generic');
    expect((await send('generic', genericMessage({ description: '@acme/all #1 '.repeat(800_000) }))).status).toBe(202);
    await workOff();
    const incident = await find('generic', 'OPS-17');
    expect(incident?.body).toHaveLength(65_536);
    expect(incident?.findings).toContainEqual({ code: 'cut', field: 'body', limit: 65_536 });
    expect((await send('generic', 'x'.repeat(MAX_INTAKE_BYTES + 1))).status).toBe(413);
  });

  it('answers GET with what it takes', async () => {
    const response = await fetch(`http://127.0.0.1:${listener.port}${INTAKE_PATH}${TOKEN}`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});
