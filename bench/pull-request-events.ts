import type { ChangedFiles } from '../src/domain/pull-request/changed-files.ts';
import type { PullRequest } from '../src/domain/pull-request/pull-request.ts';
import type { InstalledRepository } from '../src/ports/store.ts';
import type { CheckPullRequestPayload } from '../src/usecases/jobs.ts';

const REPOSITORY: InstalledRepository = {
  id: 7,
  owner: 'acme',
  name: 'shop',
  defaultBranch: 'main',
  private: true,
  installationId: 1,
};
const AREAS = ['app/models', 'app/views', 'lib/search', 'db/migrate', 'config', 'docs', 'web/src', 'infra'];
const SIZES = [1, 2, 3, 5, 8, 12, 20, 40, 100];

/** A configuration of the size that a repository with ten years behind it has. */
export const BENCH_CONFIG = `mode: enforce
risk:
  rules:
${Array.from({ length: 20 }, (_, index) => `    - { id: rule-${index}, level: ${index % 3 === 0 ? 'high' : 'medium'}, paths: ["${AREAS[index % AREAS.length]}/part${index}/**", "!**/*_test.*"], labels: ["area: ${index % 6}"] }`).join('\n')}
`;

/** Every second event opens a pull request; the one after it edits that one's body. */
export function pullRequestEvent(index: number): CheckPullRequestPayload {
  const number = Math.floor(index / 2) + 1;
  const edited = index % 2 === 1;
  const at = new Date(Date.UTC(2026, 8, 1) + index * 1_000).toISOString().replace('.000Z', 'Z');
  const pullRequest: PullRequest = {
    repository: REPOSITORY,
    number,
    title: `Change ${number}`,
    body: bodyOf(number, edited),
    state: 'open',
    draft: false,
    merged: false,
    author: { id: 9, login: 'mona', type: 'user' },
    head: { sha: shaOf(number), ref: `topic-${number}`, repositoryId: REPOSITORY.id },
    base: { sha: 'b'.repeat(40), ref: 'main' },
    labels: [],
    changedFiles: sizeOf(number),
    additions: 300,
    deletions: 40,
    createdAt: '2026-09-01T00:00:00Z',
    updatedAt: at,
    mergedAt: null,
    mergeCommitSha: null,
  };
  const because = edited ? 'edited' : 'opened';
  return { repository: REPOSITORY, number, pullRequest, because, sender: pullRequest.author };
}

export function changedFilesOf(number: number): ChangedFiles {
  const count = sizeOf(number);
  const files = Array.from({ length: count }, (_, index) => ({
    path: `${AREAS[(number + index) % AREAS.length]}/part${(number * 3 + index) % 30}/file_${number}_${index}.rb`,
    status: 'modified' as const,
    additions: 3,
    deletions: 1,
  }));
  return { files, expected: count };
}

function sizeOf(number: number): number {
  return SIZES[number % SIZES.length] ?? 1;
}

function shaOf(number: number): string {
  return number.toString(16).padStart(40, 'a');
}

/** From a word to a long text: what people write, in three lengths. */
function bodyOf(number: number, edited: boolean): string {
  const summary = `## Summary\n\nMoves the till to the new ledger, part ${number}.\n\n`.repeat(1 + (number % 3) * 8);
  const impact = `## Technical impact\n\nOrders of today are read from the new table${edited ? ', refunds too' : ''}.\n`;
  const fields = `\n### Blast radius\nEverybody who pays by card.\n\n### Rollback\nSwitch the flag off.\n\n### Monitoring\nFailed payments, for three days.\n`;
  return number % 4 === 0 && !edited ? summary : `${summary}${impact}${number % 2 === 0 ? fields : ''}`;
}
