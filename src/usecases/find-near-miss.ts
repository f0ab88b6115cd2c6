import { undoes } from '../domain/attribution/undoes.ts';
import { buildFacts } from '../domain/incident/build-facts.ts';
import type { Incident, IncidentReport } from '../domain/incident/incident.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import type { PullRequest } from '../domain/pull-request/pull-request.ts';
import type { IncidentPeriod, InstalledRepository } from '../ports/store.ts';
import { issueKey } from './report-of-issue.ts';

/** Later than that, people lived with the change for a while: an incident, if it was one, has been told by then. */
const EMERGENCY_MS = 24 * 60 * 60 * 1000;

export interface Undoing {
  readonly revert: PullRequest;
  readonly original: PullRequest;
}

/** The time between what was undone and its undoing; `null`: it is no emergency revert on the same branch. */
export function emergencyOf(repository: InstalledRepository, { revert, original }: Undoing): IncidentPeriod | null {
  if (original.number === revert.number || original.base.ref !== revert.base.ref) return null;
  const from = Date.parse(original.mergedAt ?? '');
  const to = Date.parse(revert.mergedAt ?? '');
  if (!(from < to && to - from <= EMERGENCY_MS)) return null;
  return { installationId: repository.installationId, repositoryId: repository.id, from, to: to + 1 };
}

/**
 * An emergency revert that no incident explains was a near miss. What it claims is checked: the diff takes all of the
 * original back. `told`: the incidents of the time between.
 */
export function findNearMiss(
  repository: InstalledRepository,
  undoing: Undoing,
  evidence: { readonly files: ChangedFiles; readonly originalFiles: ChangedFiles; readonly told: readonly Incident[] },
  now: number,
): IncidentReport | null {
  const { revert, original } = undoing;
  const { files, originalFiles, told } = evidence;
  if (!undoes(files, originalFiles) || told.some(({ source }) => source !== 'revert')) return null;
  const facts = buildFacts(
    new Map([
      ['startedAt', original.mergedAt ?? ''],
      ['detectedAt', revert.createdAt],
      ['resolvedAt', revert.mergedAt ?? ''],
      ['statedCause', `#${original.number}`],
      ['paths', files.files.map(({ path }) => path).join('\n')],
    ]),
    {
      title: revert.title,
      body: revert.body ?? '',
      url: revert.url ?? null,
      state: 'resolved',
      kind: 'near-miss',
      detectedBy: revert.author.login,
    },
    { now },
  );
  const key = { ...issueKey(repository, revert.number), source: 'revert' as const };
  return { ...key, ...facts, repositoryId: repository.id, reportedAt: revert.mergedAt ?? '' };
}
