/** From `from` on (until the next step) the fitted value is `value`. */
export interface IsotonicStep {
  readonly from: number;
  readonly value: number;
}

/** Least squares under "never falls" by pooling adjacent violators (Ayer et al. 1955). Steps ascend in both numbers. */
export function isotonicRegression(points: readonly { readonly x: number; readonly y: number }[]): IsotonicStep[] {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const blocks: { from: number; sum: number; count: number }[] = [];
  for (let i = 0; i < sorted.length; ) {
    // Equal x have one value, so they enter together.
    const block = { from: sorted[i]?.x ?? 0, sum: 0, count: 0 };
    for (; i < sorted.length && sorted[i]?.x === block.from; i += 1) {
      block.sum += sorted[i]?.y ?? 0;
      block.count += 1;
    }
    blocks.push(block);
    pool(blocks);
  }
  return blocks.map(({ from, sum, count }) => ({ from, value: sum / count }));
}

function pool(blocks: { from: number; sum: number; count: number }[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (last === undefined || before === undefined || before.sum / before.count < last.sum / last.count) return;
    before.sum += last.sum;
    before.count += last.count;
    blocks.pop();
  }
}
