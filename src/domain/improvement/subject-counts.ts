import type { RecordCells } from '../record/build-cells.ts';
import type { RegisteredAction } from './registered-action.ts';
import { areaOf } from './tally-days.ts';

/** Only what is counted of the changes that an action touches. */
export function subjectCounts({ cells, speeds, atRisk }: RecordCells, { id }: RegisteredAction): RecordCells {
  return {
    cells: cells.filter(({ traits }) => areaOf(traits, id) === 'subject'),
    speeds: speeds.filter(({ belonging }) => areaOf(belonging, id) === 'subject'),
    atRisk: atRisk.filter(({ belonging }) => areaOf(belonging, id) === 'subject'),
  };
}
