import { describe, expect, it } from 'vitest';
import { readDelivery } from '../../src/webhooks/read-delivery.ts';
import { common, repository } from './support/payloads.ts';

const read = (event: string, payload: unknown) => readDelivery({ id: 'd-1', event, payload, receivedAt: 5 }).reading;

describe('push', () => {
  const push = { ...common, ref: 'refs/heads/main', before: 's0', after: 's1', commits: [] };

  it('to the default branch is also kept as what users were exposed to', () => {
    expect(read('push', push)).toMatchObject({
      jobs: [
        { kind: 'notice-push' },
        { kind: 'record-push', lane: 'main:7', payload: { repository, before: 's0', after: 's1' } },
      ],
    });
  });

  it.each([
    ['to another branch', { ref: 'refs/heads/other' }, ['notice-push']],
    ['that deletes it', { deleted: true }, ['notice-push']],
    ['that makes it', { created: true }, ['notice-push', 'record-push']],
  ])('%s', (_, over, kinds) => {
    const reading = read('push', { ...push, ...over });
    expect('jobs' in reading ? reading.jobs.map(({ kind }) => kind) : []).toEqual(kinds);
  });
});

describe('deployment_status', () => {
  const status = (state: string) => ({
    ...common,
    action: 'created',
    deployment_status: { state, created_at: '2026-03-01T00:00:00Z' },
    deployment: { id: 5, sha: 's1', environment: 'production' },
  });

  it.each([
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
  ])('%s is kept as a %s', (state, kept) => {
    const at = '2026-03-01T00:00:00Z';
    const deployment = {
      repositoryId: 7,
      kind: 'deployment',
      id: 5,
      environment: 'production',
      sha: 's1',
      state: kept,
      at,
    };
    expect(read('deployment_status', status(state))).toMatchObject({
      jobs: [{ kind: 'record-deployment', lane: 'deployments:7', installationId: 31, payload: { deployment } }],
    });
  });

  it.each(['pending', 'in_progress', 'queued', 'inactive'])('%s is passed over', (state) => {
    expect(read('deployment_status', status(state))).toMatchObject({ ignored: expect.stringContaining(state) });
  });
});

describe('release', () => {
  const release = { id: 9, tag_name: 'v1', prerelease: false, published_at: '2026-03-01T00:00:00Z' };

  it('published is kept', () => {
    expect(read('release', { ...common, action: 'published', release })).toMatchObject({
      jobs: [{ kind: 'record-release', payload: { id: 9, tag: 'v1', prerelease: false } }],
    });
  });

  it.each([
    ['another action', { action: 'edited', release }],
    ['a draft', { action: 'published', release: { ...release, published_at: null } }],
    ['what cannot be read', { action: 'published', release: {} }],
  ])('%s is passed over', (_, over) => {
    expect(read('release', { ...common, ...over })).toMatchObject({ ignored: expect.any(String) });
  });
});
