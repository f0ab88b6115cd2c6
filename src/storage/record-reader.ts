import type { RecordCells } from '../domain/record/build-cells.ts';
import type { AtRiskTraits, Belonging, CellTraits, ChangeCell, SpeedCell } from '../domain/record/change-cell.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';
import type { Sketch } from '../domain/record/sketch.ts';
import { fromNamedRow } from './named-row.ts';
import { CELL, type DayDocument, type SharedTraits } from './record-document.ts';

export interface RecordReader {
  readonly add: (day: number, document: DayDocument) => void;
  readonly counted: () => RecordCells & { readonly named: readonly NamedChange[] };
}

/**
 * Brings days together as they are read, so that no day's document outlives the next. A million changes are many
 * numbers: they lie in typed arrays, which take less and give the garbage collector nothing to walk through.
 */
export function createRecordReader(shared: readonly (SharedTraits | undefined)[]): RecordReader {
  const cells: ChangeCell[] = [];
  const speeds: SpeedCell[] = [];
  const starts = new Map<number, NumberList>();
  const named: NamedChange[] = [];
  const sketches = createSketchPool();
  const strings = createStringPool();

  function known<T extends SharedTraits>(id: number | undefined): T {
    const found = shared[id ?? -1];
    if (found === undefined) throw new RangeError(`the traits ${id} are not kept`);
    return found as T;
  }

  return {
    add: (day, document) => {
      const numbers = document.cells;
      for (let at = 0; at < numbers.length; at += CELL) {
        cells.push({
          day,
          traits: known<CellTraits>(numbers[at]),
          changes: numbers[at + 1] ?? 0,
          deployments: numbers[at + 2] ?? 0,
          changedLines: numbers[at + 3] ?? 0,
          reverted: numbers[at + 4] ?? 0,
          followUpFixes: numbers[at + 5] ?? 0,
        });
      }
      for (const [belonging, openToMerge, mergeToDeploy, openToDeploy, reviewRounds] of document.speeds) {
        speeds.push({
          day,
          belonging: known<Belonging>(belonging),
          openToMerge: sketches(openToMerge),
          mergeToDeploy: sketches(mergeToDeploy),
          openToDeploy: sketches(openToDeploy),
          reviewRounds: sketches(reviewRounds),
        });
      }
      for (const row of document.atRisk) {
        const id = row[0] ?? -1;
        const list = starts.get(id) ?? createNumberList();
        starts.set(id, list);
        for (let at = 1; at < row.length; at += 3) list.push((row[at] ?? 0) + day, row[at + 1] ?? 0, row[at + 2] ?? 0);
      }
      for (const row of document.named) named.push(fromNamedRow(row, known<Belonging>, strings));
    },
    counted: () => ({
      cells,
      speeds,
      atRisk: [...starts].map(([id, list]) => ({ traits: known<AtRiskTraits>(id), starts: list.values() })),
      named,
    }),
  };
}

const POOL = 16_384;

/** Many short sketches: those of days lie side by side in few buffers, since a buffer each would take more than they do. */
function createSketchPool(): (values: readonly number[] | undefined) => Sketch {
  let pool = new Uint32Array(0);
  let used = 0;
  return (values = []) => {
    if (used + values.length > pool.length) {
      pool = new Uint32Array(Math.max(POOL, values.length));
      used = 0;
    }
    const sketch = pool.subarray(used, used + values.length);
    sketch.set(values);
    used += values.length;
    return sketch;
  };
}

/** One string for equal ones. */
function createStringPool(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, text);
    return text;
  };
}

interface NumberList {
  readonly push: (a: number, b: number, c: number) => void;
  readonly values: () => Int32Array;
}

function createNumberList(): NumberList {
  let numbers = new Int32Array(48);
  let length = 0;
  return {
    push: (a, b, c) => {
      if (length + 3 > numbers.length) {
        const larger = new Int32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = a;
      numbers[length + 1] = b;
      numbers[length + 2] = c;
      length += 3;
    },
    values: () => numbers.subarray(0, length),
  };
}
