import type { RecordCells } from '../record/build-cells.ts';
import type { Belonging, ChangeCell } from '../record/change-cell.ts';
import type { RegisteredAction } from './registered-action.ts';
import { areaOf } from './tally-days.ts';

/** Only what is counted of the changes that an action touches. */
export function subjectCounts({ cells, speeds, atRisk }: RecordCells, action: RegisteredAction): RecordCells {
  const isSubject = subjectTest(action);
  const followed = atRisk.filter(({ traits }) => isSubject(traits.belonging));
  return {
    cells: cells.filter(({ traits }) => isSubject(traits)),
    speeds: speeds.filter(({ belonging }) => isSubject(belonging)),
    // The same list where the action touches everything, so that it need not be followed again.
    atRisk: followed.length === atRisk.length ? atRisk : followed,
  };
}

export function subjectCells(cells: readonly ChangeCell[], action: RegisteredAction): readonly ChangeCell[] {
  const isSubject = subjectTest(action);
  return cells.filter(({ traits }) => isSubject(traits));
}

/** Cells share what they belong to: it is looked at once, not once a day. */
function subjectTest({ id }: RegisteredAction): (belonging: Belonging) => boolean {
  const known = new Map<Belonging, boolean>();
  return (belonging) => {
    let subject = known.get(belonging);
    if (subject === undefined) {
      subject = areaOf(belonging, id) === 'subject';
      known.set(belonging, subject);
    }
    return subject;
  };
}
