/** One line of `npm run bench`: `name value target ok|short`. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The promise in words, e.g. `<= 10 ms`. */
  readonly target: string;
  readonly ok: boolean;
}
