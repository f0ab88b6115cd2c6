import { describe, expect, it } from 'vitest';
import { onIssues } from '../../src/webhooks/on-issues.ts';
import { common, repository } from './support/payloads.ts';

function issuesEvent(action: string, issue: object = {}, more: object = {}) {
  const base = {
    number: 9,
    updated_at: '2026-09-01T00:00:00Z',
    labels: [{ name: 'incident' }],
    body: 'x'.repeat(9_000),
  };
  return { ...common, action, issue: { ...base, ...issue }, ...more };
}

describe('issues', () => {
  it.each(['opened', 'edited', 'labeled', 'unlabeled', 'closed', 'reopened', 'transferred', 'deleted'])(
    '%s asks for a look at the issue, with a small hint',
    (action) => {
      const reading = onIssues(issuesEvent(action));
      expect(reading).toEqual({
        jobs: [
          {
            kind: 'notice-issue',
            lane: '7#9',
            key: 'issue',
            installationId: 31,
            payload: { repository, number: 9, action, labels: ['incident'], updatedAt: '2026-09-01T00:00:00Z' },
          },
        ],
      });
    },
  );

  it('names the label that was taken off, and where the issue went', () => {
    const removed = onIssues(issuesEvent('unlabeled', { labels: [] }, { label: { name: 'incident' } }));
    expect(removed).toMatchObject({ jobs: [{ payload: { labels: ['incident'] } }] });
    const changes = { new_issue: { number: 3 }, new_repository: { id: 8 } };
    expect(onIssues(issuesEvent('transferred', {}, { changes }))).toMatchObject({
      jobs: [{ payload: { movedTo: { repositoryId: 8, number: 3 } } }],
    });
  });

  it.each([
    ['assigned', {}, /nothing depends/],
    ['edited', { pull_request: { url: 'x' } }, /pull request/],
    ['edited', { number: 'nine' }, /issue\.number/],
  ])('%s of %j is ignored', (action, issue, why) => {
    expect(onIssues(issuesEvent(action, issue))).toMatchObject({ ignored: expect.stringMatching(why) });
  });
});
