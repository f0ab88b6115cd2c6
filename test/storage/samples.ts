import type { Opinion } from '../../src/domain/pull-request/opinion.ts';
import type { PullRequest } from '../../src/domain/pull-request/pull-request.ts';
import type { NewJob } from '../../src/ports/queue.ts';
import type { InstalledRepository } from '../../src/ports/store.ts';

/** Beyond 2^31, as GitHub's ids are. */
export const BIG_ID = 5_000_000_001;

/** What people write and databases stumble over: NUL, a lone surrogate, emoji, joiners, quotes, right-to-left. */
export const HOSTILE_TEXT = `a\u0000b \ud800 \udc00 👩‍👩‍👧 技術的な影響 "'\\ \u202e \r\n\t \u2028 ${'$'}{x} --;`;

export function sampleRepository(changes: Partial<InstalledRepository> = {}): InstalledRepository {
  return {
    id: BIG_ID,
    owner: 'acme',
    name: 'shop',
    defaultBranch: 'main',
    private: true,
    installationId: 6_000_000_002,
    ...changes,
  };
}

export function samplePullRequest(changes: Partial<PullRequest> = {}): PullRequest {
  const { installationId: _, ...repository } = sampleRepository();
  return {
    repository,
    number: 7,
    title: 'Move the ledger',
    body: 'words',
    state: 'open',
    draft: false,
    merged: false,
    author: { id: 4_294_967_297, login: 'mona', type: 'user' },
    head: { sha: 'a'.repeat(40), ref: 'feature', repositoryId: null },
    base: { sha: 'b'.repeat(40), ref: 'main' },
    labels: ['risk: high'],
    changedFiles: 2,
    additions: 10,
    deletions: 3,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-02T00:00:00Z',
    mergedAt: null,
    mergeCommitSha: null,
    ...changes,
  };
}

export function sampleOpinion(changes: Partial<Opinion> = {}): Opinion {
  return {
    headSha: 'a'.repeat(40),
    baseRef: 'main',
    configHash: 'c0ffee',
    statement: {
      verdict: 'missing',
      fields: {},
      findings: [{ code: 'section-missing', headings: ['Technical impact'] }],
    },
    assessment: {
      level: 'high',
      matches: [
        {
          ruleId: 'schema',
          level: 'high',
          paths: ['db/migrate/1.rb'],
          pathCount: 1,
          labels: [],
          measured: { changedFiles: 1 },
        },
      ],
    },
    decision: { conclusion: 'failure', status: 'missing', reasons: [{ code: 'statement-missing' }] },
    judgedAt: '2026-01-02T00:00:01Z',
    ...changes,
  };
}

export function sampleJob(changes: Partial<NewJob> = {}): NewJob {
  return {
    kind: 'check-pull-request',
    lane: `${BIG_ID}#7`,
    key: 'check',
    payload: { number: 7 },
    installationId: 6_000_000_002,
    ...changes,
  };
}
