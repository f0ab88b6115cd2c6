import type { Exposure, ExposureJudgement } from '../../../src/domain/exposure/exposure.ts';
import { toIso } from './draw.ts';
import type { DraftChange } from './draft-change.ts';
import type { Fate, GeneratedChange } from './generated-year.ts';
import type { ScheduledRelease } from './schedule-releases.ts';
import { REPOSITORY } from './year-plan.ts';

export interface SettledDraft {
  readonly change: DraftChange;
  readonly release: ScheduledRelease;
  readonly fate: Fate | null;
  readonly wasReverted: boolean;
}

export interface FinishedChange {
  readonly draft: DraftChange;
  readonly generated: GeneratedChange;
}

const OUTCOMES = {
  filled: { status: 'stated', conclusion: 'success' },
  none: { status: 'none', conclusion: 'success' },
  missing: { status: 'missing', conclusion: 'neutral' },
  placeholder: { status: 'missing', conclusion: 'neutral' },
} as const;

const BLAST_RADIUS = 'Checkout writes to this table. Reads are not touched.';

/** As an author writes it who means it. */
const STATED = `## Technical impact

The index is built concurrently; writes slow down for some minutes.

### Blast radius
${BLAST_RADIUS}

### Rollback
\`DROP INDEX CONCURRENTLY\`, seconds; no data changes.

### Monitoring
p95 of POST /orders and the lock wait graph until the build is done.
`;

/** Puts the changes in the order of the default branch and gives them their numbers and commits. */
export function finishChanges(drafts: readonly SettledDraft[]): readonly FinishedChange[] {
  const ordered = [...drafts].sort((a, b) => a.change.mergedAt - b.change.mergedAt);
  const numbers = new Map(ordered.map(({ change }, at) => [change, at + 1] as const));
  return ordered.map((one, position) => {
    const { change } = one;
    const number = change.isPush ? null : position + 1;
    const sha = commitAt(position);
    const reverts = change.reverts === null ? null : (numbers.get(change.reverts) ?? null);
    const revertLine = reverts === null ? '' : `Reverts ${REPOSITORY.owner}/${REPOSITORY.name}#${reverts}\n\n`;
    return {
      draft: change,
      generated: {
        unit: number === null ? sha : `#${number}`,
        exposure: toExposure(change, number, sha),
        position,
        mergedAt: change.mergedAt,
        openedAt: change.isPush ? null : change.openedAt,
        releasedAt: one.release.at,
        level: change.isPush ? 'none' : change.level,
        projects: [...change.projects].sort(),
        accepted: change.isPush ? null : OUTCOMES[change.verdict].conclusion === 'success',
        body: change.isPush ? null : `${revertLine}${change.verdict === 'filled' ? STATED : 'Makes it better.'}`,
        fate: one.fate,
        wasReverted: one.wasReverted,
      },
    };
  });
}

export function commitAt(position: number): string {
  return position.toString(16).padStart(40, '0');
}

function toExposure(change: DraftChange, number: number | null, sha: string): Exposure {
  const { isPush, title, branch, author, files, projects } = change;
  const sum = (key: 'additions' | 'deletions') => files.reduce((total, file) => total + file[key], 0);
  return {
    repositoryId: REPOSITORY.id,
    number,
    sha,
    method: isPush ? 'push' : 'squash',
    commits: 1,
    baseRef: REPOSITORY.defaultBranch,
    toDefaultBranch: true,
    title,
    headRef: isPush ? null : branch,
    milestone: null,
    author: { id: author.id, type: author.type },
    openedAt: isPush ? null : toIso(change.openedAt),
    readyAt: isPush ? null : toIso(change.openedAt),
    mergedAt: toIso(change.mergedAt),
    additions: sum('additions'),
    deletions: sum('deletions'),
    changedFiles: files.length,
    files,
    labels: projects.includes('checkout') ? ['project: checkout'] : [],
    reviewRounds: isPush ? null : change.reviewRounds,
    judgement: isPush ? null : judge(change),
  };
}

function judge({ verdict, level }: DraftChange): ExposureJudgement {
  return {
    source: 'at-merge',
    verdict,
    ...OUTCOMES[verdict],
    level,
    ruleIds: level === 'low' ? [] : [level === 'high' ? 'schema' : 'billing'],
    mode: 'advise',
    bodyHash: verdict,
    configHash: 'generated',
    blastRadius: verdict === 'filled' ? BLAST_RADIUS : null,
  };
}
