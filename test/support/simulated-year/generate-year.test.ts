import { describe, expect, it } from 'vitest';
import type { GeneratedChange } from './generated-year.ts';
import { generateYear } from './generate-year.ts';
import { LARGE_YEAR, SMALL_YEAR } from './plans.ts';
import { tallyYear } from './tally-year.ts';

const HOUR = 3_600_000;

describe('a generated year', () => {
  const year = generateYear(SMALL_YEAR);
  const byUnit = new Map(year.changes.map((change) => [change.unit, change] as const));

  it('is the same for the same seed, and another for another', () => {
    expect(generateYear(SMALL_YEAR)).toEqual(year);
    expect(tallyYear(generateYear({ ...SMALL_YEAR, seed: 3 }))).not.toEqual(tallyYear(year));
  });

  it('is large enough, with some of everything', () => {
    const tally = tallyYear(generateYear(LARGE_YEAR));
    expect(tally.changes).toBeGreaterThanOrEqual(50_000);
    expect(Object.values(tally.certainty).reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(500);
    expect(Object.keys(tally.windows)).toEqual(['done', 'incident', 'lapsed', 'reverted']);
    expect(Object.keys(tally.certainty)).toEqual(['confirmed', 'likely', 'no-change', 'unlinked']);
    expect(Object.keys(tally.deployments)).toEqual(['production failure', 'production success', 'staging success']);
    for (const kind of ['regression', 'incident', 'inquiry', 'near-miss']) {
      expect(Object.keys(tally.incidents).some((key) => key.startsWith(`${kind} |`))).toBe(true);
    }
  });

  it('follows time: opened, merged, released, watched, ended', () => {
    for (const { openedAt, mergedAt, releasedAt, fate } of year.changes) {
      expect(openedAt ?? mergedAt).toBeLessThanOrEqual(mergedAt);
      expect(releasedAt).toBeGreaterThan(mergedAt);
      if (fate === null) continue;
      expect(fate.openedAt).toBeGreaterThanOrEqual(releasedAt);
      expect(fate.at).toBeGreaterThan(fate.openedAt);
      expect(fate.at).toBeLessThanOrEqual(fate.endsAt);
      expect(fate.endsAt).toBeLessThan(year.endsAt);
    }
    for (const { report, causedBy, toldAt } of year.incidents) {
      const cause = causedBy === null ? undefined : byUnit.get(causedBy);
      expect(Date.parse(report.startedAt ?? '')).toBeGreaterThan(cause?.releasedAt ?? 0);
      expect(toldAt).toBeLessThan(year.endsAt);
    }
  });

  it('lets what is told out of order happen in order', () => {
    const told = year.deployments.map((one) => ({ ...one, at: Date.parse(one.deployment.at) }));
    expect(told.some(({ toldAt, at }) => toldAt > at + HOUR)).toBe(true);
    const byTelling = [...told].sort((a, b) => a.toldAt - b.toldAt);
    expect(byTelling.some(({ at }, i) => at < (byTelling[i - 1]?.at ?? 0))).toBe(true);
  });

  it('undoes what was reverted, whole', () => {
    const reverted = year.changes.filter(({ wasReverted }) => wasReverted);
    expect(reverted.length).toBeGreaterThan(0);
    for (const original of reverted) {
      const undo = year.changes.find(({ body }) => body?.startsWith(`Reverts acme/shop${original.unit}\n`));
      const opposite = ({ exposure: { files } }: GeneratedChange) =>
        files.map(({ path, additions, deletions }) => ({ path, additions: deletions, deletions: additions }));
      expect(undo?.exposure.files).toMatchObject(opposite(original));
      expect(undo?.mergedAt).toBe(original.fate?.at);
    }
  });
});
