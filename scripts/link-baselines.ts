import type { Fault } from '../src/domain/attribution/fault.ts';
import type { HistoryIndex } from '../src/domain/attribution/history-index.ts';

/** What others do, each as a ranked list of unit ids. */
export const BASELINES: Readonly<Record<string, (fault: Fault, history: HistoryIndex) => string[]>> = {
  /** The last deployment before the fault: what open DORA tools do. */
  time: (fault, history) => before(fault, history).slice(-1_000).reverse(),
  /** The latest change of the same files, rare files counting more. */
  overlap: (fault, history) => overlapping(fault, history),
  /** R-SZZ (Davies et al. 2014): the latest unit that blame names. */
  rSzz: (fault, history) =>
    blamed(fault)
      .sort((a, b) => (history.position.get(b.unit) ?? -1) - (history.position.get(a.unit) ?? -1))
      .map((blame) => blame.unit),
  /** The three units with the most blamed lines, then overlap: the strongest of them. */
  blameThenOverlap(fault, history) {
    const first = blamed(fault)
      .sort((a, b) => b.lines - a.lines || (history.position.get(b.unit) ?? -1) - (history.position.get(a.unit) ?? -1))
      .slice(0, 3)
      .map((blame) => blame.unit);
    return [...first, ...overlapping(fault, history).filter((unit) => !first.includes(unit))];
  },
};

function blamed(fault: Fault): { unit: string; lines: number }[] {
  return fault.blame.filter((blame) => blame.context !== true).map(({ unit, lines }) => ({ unit, lines }));
}

function before(fault: Fault, history: HistoryIndex): string[] {
  return history.units.filter((unit) => unit.at < fault.at && unit.id !== fault.fix).map((unit) => unit.id);
}

function overlapping(fault: Fault, history: HistoryIndex): string[] {
  const weight = new Map<number, number>();
  for (const file of new Set(fault.files)) {
    const touched = history.positionsOf(file);
    const rarity = Math.log(history.units.length / Math.max(1, touched.length));
    for (const position of touched) weight.set(position, (weight.get(position) ?? 0) + rarity);
  }
  return [...weight]
    .filter(
      ([position]) =>
        (history.units[position]?.at ?? Number.POSITIVE_INFINITY) < fault.at &&
        history.units[position]?.id !== fault.fix,
    )
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || b - a)
    .map(([position]) => history.units[position]?.id ?? '');
}
