import type { ChangeCell } from '../record/change-cell.ts';
import { type Proportion, proportion } from '../stats/proportion.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { isIn } from './compare-speed.ts';
import type { Windows } from './estimate-ratio.ts';
import { foresees } from './foresees.ts';
import type { ResolvedIncident } from './resolve-incidents.ts';

export interface Foresight {
  /** Linked incidents whose change had a blast-radius text and that say what was hurt. */
  readonly incidents: number;
  readonly foreseen: Proportion;
  /** The share that the same texts get right about other incidents: what luck alone gives. `null` below two. */
  readonly byChance: number | null;
}

export interface UncertaintyLayer {
  readonly foresight: Foresight;
  readonly reverts: { readonly before: Proportion; readonly after: Proportion };
  readonly followUpFixes: { readonly before: Proportion; readonly after: Proportion };
}

/** All pairs are compared up to this many incidents, a seeded sample of pairs beyond. */
const ALL_PAIRS_UP_TO = 150;
const SAMPLED_PAIRS = 20_000;

/** Layer 9: what the statement foresaw, beside what permuted incidents give; reverts and follow-up fixes by window. */
export function measureUncertainty(
  cells: readonly ChangeCell[],
  incidents: readonly ResolvedIncident[],
  windows: Windows,
  seed: number,
): UncertaintyLayer {
  const before = cells.filter(({ day }) => isIn(windows.before, day));
  const after = cells.filter(({ day }) => isIn(windows.after, day));
  const share = (merged: readonly ChangeCell[], count: (cell: ChangeCell) => number) => {
    const sum = (of: (cell: ChangeCell) => number) => merged.reduce((total, cell) => total + of(cell), 0);
    return proportion(
      sum(count),
      sum(({ changes }) => changes),
    );
  };
  const both = (count: (cell: ChangeCell) => number) => ({ before: share(before, count), after: share(after, count) });
  return {
    foresight: measureForesight(incidents, seed),
    reverts: both(({ reverted }) => reverted),
    followUpFixes: both(({ followUpFixes }) => followUpFixes),
  };
}

function measureForesight(incidents: readonly ResolvedIncident[], seed: number): Foresight {
  const judged = incidents.flatMap(({ incident, cause }) => {
    const text = cause?.change.blastRadius ?? null;
    const told = incident.services.length > 0 || incident.glob !== null;
    return text === null || !told ? [] : [{ text, incident }];
  });
  const right = judged.filter(({ text, incident }) => foresees(text, incident)).length;
  const n = judged.length;
  return { incidents: n, foreseen: proportion(right, n), byChance: n < 2 ? null : chance(judged, seed) };
}

/** The expectation over permutations is the mean over all pairs of a text with another incident. */
function chance(
  judged: readonly { readonly text: string; readonly incident: ResolvedIncident['incident'] }[],
  seed: number,
): number {
  const n = judged.length;
  const random = seededRandom(seed);
  const all = n <= ALL_PAIRS_UP_TO;
  const pairs = all ? n * (n - 1) : SAMPLED_PAIRS;
  let hits = 0;
  for (let k = 0; k < pairs; k++) {
    const i = all ? Math.floor(k / (n - 1)) : Math.floor(random() * n);
    const step = all ? (k % (n - 1)) + 1 : Math.floor(random() * (n - 1)) + 1;
    const text = judged[i];
    const other = judged[(i + step) % n];
    if (text && other && foresees(text.text, other.incident)) hits++;
  }
  return hits / pairs;
}
