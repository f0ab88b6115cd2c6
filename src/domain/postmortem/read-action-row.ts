import { INCIDENT_KINDS, type IncidentKind } from '../incident/incident-kind.ts';
import { readKind } from '../incident/read-classification.ts';
import type { ActionArea } from '../improvement/improvement-action.ts';
import { parseGlob } from '../risk/glob/parse-glob.ts';
import type { ActionColumn, ActionRow, PlannedAction, ReadRow, RowProblem } from './action-row.ts';

/** Ids of what a row may name, and of actions that are registered elsewhere. */
export interface KnownAreas {
  readonly projects: readonly string[];
  readonly services: readonly string[];
  readonly taken: ReadonlySet<string>;
}

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const LONGEST = { title: 200, owner: 100 } as const;
const MOST_PARTS = 20;
const SHOWN = 20;
const EMPTY: ActionArea = { paths: [], projects: [], services: [] };

/** Every row, read. An id that an earlier row has is taken. */
export function readActionRows(rows: readonly ActionRow[], known: KnownAreas): readonly ReadRow[] {
  const earlier = new Set<string>();
  return rows.map((row) => {
    const read = readRow(row, known, earlier);
    earlier.add(idOf(row));
    return read;
  });
}

/** Ids are compared as they are shown: in lower case. */
function idOf({ cells }: ActionRow): string {
  return cells.id.normalize('NFKC').toLowerCase();
}

function readRow(row: ActionRow, known: KnownAreas, earlier: ReadonlySet<string>): ReadRow {
  const { line, cells, tooMany } = row;
  const problems: RowProblem[] = [];
  const refuse = (
    code: RowProblem['code'],
    column: ActionColumn | null,
    got: string,
    allowed: readonly string[] = [],
  ) => {
    problems.push({ code, column, got, allowed: allowed.slice(0, SHOWN) });
  };
  if (tooMany) refuse('too-many-cells', null, '');
  const id = idOf(row);
  if (id === '') refuse('missing', 'id', '');
  else if (!ID.test(id)) refuse('bad-id', 'id', cells.id);
  else if (earlier.has(id)) refuse('id-twice', 'id', cells.id);
  else if (known.taken.has(id)) refuse('id-taken', 'id', cells.id);
  for (const column of ['title', 'owner'] as const) {
    if (cells[column] === '') refuse('missing', column, '');
    else if (cells[column].length > LONGEST[column])
      refuse('too-long', column, cells[column], [String(LONGEST[column])]);
  }
  const targets = readTargets(cells.targets, (got) => refuse('unknown-kind', 'targets', got, INCIDENT_KINDS));
  const start = readDay(cells.start);
  if (start === null) refuse(cells.start === '' ? 'missing' : 'bad-date', 'start', cells.start);
  const areas = (['scope', 'control'] as const).map((column) =>
    readArea(cells[column], known, (code, got, allowed) => refuse(code, column, got, allowed)),
  );
  if (problems.length > 0 || start === null) return { line, id, title: cells.title, action: null, problems };
  const [scope = null, control = null] = areas;
  const action: PlannedAction = { id, title: cells.title, owner: cells.owner, targets, start, scope, control };
  return { line, action, problems: [] };
}

/** In either language. Nothing: what every action is for, fewer regressions and incidents. */
function readTargets(cell: string, refuse: (got: string) => void): readonly IncidentKind[] {
  const kinds = partsOf(cell).flatMap((part) => {
    const kind = readKind(part);
    if (kind === null) refuse(part);
    return kind ?? [];
  });
  return kinds.length === 0 ? ['regression', 'incident'] : [...new Set(kinds)];
}

function readDay(cell: string): string | null {
  const [, year, month, day] = DAY.exec(cell.normalize('NFKC')) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  // 31 February is read as a day of March.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** `app/**, project:refactor, service:billing`; `null` of nothing, or of a dash. */
function readArea(
  cell: string,
  { projects, services }: KnownAreas,
  refuse: (code: RowProblem['code'], got: string, allowed: readonly string[]) => void,
): ActionArea | null {
  const area = { paths: [] as string[], projects: [] as string[], services: [] as string[] };
  const parts = partsOf(cell);
  for (const part of parts) {
    const [, kind, name = ''] = /^(project|service)[:：]\s*(.*)$/i.exec(part) ?? [];
    if (kind?.toLowerCase() === 'project') take(name, projects, area.projects, 'unknown-project');
    else if (kind?.toLowerCase() === 'service') take(name, services, area.services, 'unknown-service');
    else if ('code' in parseGlob(part)) refuse('bad-path', part, []);
    else area.paths.push(part);
  }
  return parts.length === 0 ? null : { ...EMPTY, ...area };

  function take(name: string, allowed: readonly string[], into: string[], code: RowProblem['code']): void {
    const found = allowed.find((one) => one.toLowerCase() === name.toLowerCase());
    if (found === undefined) refuse(code, name, allowed);
    else into.push(found);
  }
}

function partsOf(cell: string): readonly string[] {
  return splitOutsideBraces(cell)
    .map((part) =>
      part
        .trim()
        .replace(/^`+|`+$/g, '')
        .trim(),
    )
    .filter((part) => part !== '' && !/^[-–—ー]$/.test(part))
    .slice(0, MOST_PARTS);
}

/** `{a,b}` is one glob. */
function splitOutsideBraces(cell: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of cell.slice(0, 2_000)) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,、，;]/.test(letter)) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
