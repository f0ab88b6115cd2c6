import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActionTable } from '../../../src/domain/postmortem/parse-action-table.ts';
import { readActionRows } from '../../../src/domain/postmortem/read-action-row.ts';

const HEAD =
  '| ID | Action | Owner | Should reduce | Start | Where | Compare with |\n| --- | :-: | --- | --- | --- | --- | --- |';
const known = { projects: ['Refactor'], services: ['billing'], taken: new Set(['old']) };
const read = (...rows: readonly string[]) => readActionRows(parseActionTable([HEAD, ...rows].join('\n')), known);
const problemsOf = (row: string) =>
  read(row).flatMap(({ problems }) => problems.map(({ code, column }) => [code, column]));

describe('a row of the table', () => {
  it('is an action', () => {
    expect(
      read(
        '| `Flags` | **Use flags** | @mona | デグレ、ヒヤリハット | 2026.9.3 | `app/{a,b}/**`, !app/x.ts | project: refactor, SERVICE:Billing |',
      ),
    ).toEqual([
      {
        line: 1,
        action: {
          id: 'flags',
          title: 'Use flags',
          owner: '@mona',
          targets: ['regression', 'near-miss'],
          start: '2026-09-03',
          scope: { paths: ['app/{a,b}/**', '!app/x.ts'], projects: [], services: [] },
          control: { paths: [], projects: ['Refactor'], services: ['billing'] },
        },
        problems: [],
      },
    ]);
  });

  it.each([
    ['outer pipes left out', 'a | b | c | | 2026-09-03 | - | ー'],
    ['trailing cells left out', '| a | b | c | | 2026-09-03 |'],
    ['full-width digits', '| ａ | b | c | | ２０２６-09-03 | | |'],
  ])('may be written with %s', (_, row) => {
    expect(read(row)).toMatchObject([
      { action: { id: 'a', targets: ['regression', 'incident'], start: '2026-09-03', scope: null, control: null } },
    ]);
  });

  it('may hold an escaped pipe', () => {
    expect(read('| a | b \\| c | d | | 2026-09-03 | | |')[0]?.action?.title).toBe('b | c');
  });

  it.each<[string, string, string | null]>([
    ['| | b | c | | 2026-09-03 | | |', 'missing', 'id'],
    ['| a_b | b | c | | 2026-09-03 | | |', 'bad-id', 'id'],
    [`| ${'a'.repeat(41)} | b | c | | 2026-09-03 | | |`, 'bad-id', 'id'],
    ['| old | b | c | | 2026-09-03 | | |', 'id-taken', 'id'],
    ['| a | | c | | 2026-09-03 | | |', 'missing', 'title'],
    [`| a | ${'t'.repeat(201)} | c | | 2026-09-03 | | |`, 'too-long', 'title'],
    ['| a | b | | | 2026-09-03 | | |', 'missing', 'owner'],
    ['| a | b | c | typhoon | 2026-09-03 | | |', 'unknown-kind', 'targets'],
    ['| a | b | c | | | | |', 'missing', 'start'],
    ['| a | b | c | | 2026-02-30 | | |', 'bad-date', 'start'],
    ['| a | b | c | | next week | | |', 'bad-date', 'start'],
    ['| a | b | c | | 2026-09-03 | project:nope | |', 'unknown-project', 'scope'],
    ['| a | b | c | | 2026-09-03 | | service:nope |', 'unknown-service', 'control'],
    ['| a | b | c | | 2026-09-03 | ../up | |', 'bad-path', 'scope'],
    ['| a | b | c | | 2026-09-03 | | | more |', 'too-many-cells', null],
  ])('%s: %s', (row, code, column) => {
    expect(problemsOf(row)).toEqual([[code, column]]);
  });

  it('takes no id of an earlier one', () => {
    const rows = read('| a | b | c | | 2026-09-03 | | |', '| A | b | c | | 2026-09-03 | | |');
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ['id-twice']]);
  });
});

describe('a text', () => {
  it.each([
    ['without a table', 'a | b\nc | d'],
    ['with an empty one', `${HEAD}\n| | | | | | | |`],
    ['with nothing', ''],
  ])('%s holds no row', (_, text) => {
    expect(parseActionTable(text)).toEqual([]);
  });

  it('ends its table where the table ends', () => {
    expect(parseActionTable(`${HEAD}\r\n| a | b |\r\n\r\n| c | d |`)).toHaveLength(1);
  });

  it('of any kind is read: every row is an action or says what is wrong', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('\\|', '{', '}', '`', 'project:', '**', ','),
    );
    const table = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        for (const row of read(...rows.map((cells) => `| ${cells.join(' | ')} |`))) {
          expect(row.action === null).toBe(row.problems.length > 0);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each([
    ['pipes', '|'.repeat(65_000)],
    ['braces', `| a | b | c | | 2026-09-03 | ${'{,'.repeat(30_000)} | |`],
    ['marks', `| ${'`'.repeat(60_000)} | b |`],
    ['dashes', `a|b\n${'-'.repeat(60_000)}x|`],
    ['rows', '| a | b |\n'.repeat(6_000)],
  ])('of nothing but %s ends, with at most fifty rows', (_, row) => {
    expect(read(row).length).toBeLessThanOrEqual(50);
  });
});
