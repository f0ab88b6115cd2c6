import type { Locale } from '../../domain/locale.ts';
import { ACTION_COLUMNS } from '../../domain/postmortem/action-row.ts';
import { bullets } from '../layout/bullets.ts';
import { renderTable } from '../layout/render-table.ts';
import { renderMarker } from '../comment/marker.ts';
import { postmortemTexts } from './postmortem-texts.ts';

const EMPTY_ROWS = 3;

/** The comment with the table that people fill in. It is written once. */
export function renderActionTable(key: string, locale: Locale): string {
  const { table } = postmortemTexts(locale);
  const head = ACTION_COLUMNS.map((column) => table.columns[column]);
  const rows = Array.from({ length: EMPTY_ROWS }, () => ACTION_COLUMNS.map(() => ''));
  return [
    renderMarker({ kind: 'postmortem-table', key }),
    `### ${table.heading}`,
    '',
    table.how,
    '',
    renderTable(head, rows),
    '',
    bullets([...table.rules, `\`| ${table.example.join(' | ')} |\``]),
    '',
  ].join('\n');
}
