import { DAY_MS } from '../domain/calendar.ts';
import { type Exposure, pullRequestUnit, unitOf } from '../domain/exposure/exposure.ts';
import type { ChangedFiles } from '../domain/pull-request/changed-files.ts';
import { canUndo } from '../domain/pull-request/stays-within.ts';
import { parseRevert } from '../domain/statement/parse-revert.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';

const MOST = 500;

export interface MendingRevert {
  readonly revert: number;
  /** The unit that it undid. */
  readonly undone: string;
}

/**
 * Reverts that ended an incident. A revert is a claim, checked by its diff; and it belongs to this incident only when
 * one names the other (or it closes it), or when it is the only revert of the day after the start.
 */
export async function findMendingReverts(
  deps: Pick<InstallationDeps, 'store'>,
  repository: InstalledRepository,
  incident: { readonly startMs: number; readonly number: number | null; readonly named: ReadonlySet<number> },
): Promise<readonly MendingRevert[]> {
  const { startMs, number, named } = incident;
  const period = { from: startMs, to: startMs + 14 * DAY_MS };
  const later = await deps.store.exposures.inPeriod(repository.id, period, { after: null, limit: MOST });
  const found: (MendingRevert & { readonly belongs: boolean; readonly soon: boolean })[] = [];
  for (const change of later) {
    if (change.number === null) continue;
    const known = await deps.store.pullRequests.find(repository.id, change.number);
    const body = known?.body ?? null;
    for (const claim of parseRevert(change.title, body, known?.head.ref ?? '')) {
      const undone = await verified(deps, repository, change, claim.number, startMs);
      if (undone === null) continue;
      const names = number !== null && new RegExp(`#${number}(?!\\d)`).test(`${change.title}\n${body ?? ''}`);
      const belongs = names || named.has(change.number);
      const soon = Date.parse(change.mergedAt) < startMs + DAY_MS;
      found.push({ revert: change.number, undone, belongs, soon });
    }
  }
  const sure = found.filter(({ belongs }) => belongs);
  const soon = found.filter((one) => one.soon);
  const chosen = sure.length > 0 ? sure : soon.length === 1 ? soon : [];
  return chosen.map(({ revert, undone }) => ({ revert, undone }));
}

async function verified(
  deps: Pick<InstallationDeps, 'store'>,
  repository: InstalledRepository,
  revert: Exposure,
  number: number,
  startMs: number,
): Promise<string | null> {
  const original = await deps.store.exposures.find(repository.id, pullRequestUnit(number));
  if (original === null || Date.parse(original.mergedAt) >= startMs) return null;
  return canUndo(toFiles(revert), toFiles(original)) ? unitOf(original) : null;
}

function toFiles({ files, changedFiles, incomplete }: Exposure): ChangedFiles {
  return { files, expected: changedFiles, ...(incomplete === undefined ? {} : { incomplete }) };
}
