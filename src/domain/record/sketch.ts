/**
 * How often which value was seen, in bins: mergeable, and small however much was counted. Durations fall into
 * logarithmic bins (quantiles within 1 %), small whole numbers into bins of their own. Pairs of bin and count, by bin.
 */
export type Sketch = readonly (readonly [bin: number, count: number])[];
