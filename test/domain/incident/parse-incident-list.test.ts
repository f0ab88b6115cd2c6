import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/domain/incident/parse-csv.ts';
import { parseIncidentList } from '../../../src/domain/incident/parse-incident-list.ts';

const TIME = Date.UTC(2026, 7, 1, 9, 30) / 1_000;

describe('parseIncidentList', () => {
  it.each([
    ['CSV', 'id,title,started_at,causes\nI-1,Down,2026-08-01T09:30:00Z,"code, capacity"\n'],
    ['CSV with BOM and CRLF', '\uFEFFID,Title,Started At,Causes\r\nI-1,Down,2026-08-01T09:30:00Z,code;capacity\r\n'],
    ['JSON lines', '{"id":"I-1","title":"Down","startedAt":"2026-08-01T09:30:00Z","causes":["code","capacity"]}\n'],
    [
      'a JSON array',
      '[{"id":"I-1","summary":"Down","started_at":"2026-08-01T09:30:00Z","causes":["Code","capacity"]}]',
    ],
    ['Japanese columns', '番号,件名,発生日時,原因\nI-1,Down,2026-08-01T09:30:00Z,code、capacity\n'],
  ])('reads %s', (_, text) => {
    expect(parseIncidentList(text)).toEqual({
      incidents: [{ id: 'I-1', title: 'Down', body: '', startedAt: TIME, causes: ['code', 'capacity'] }],
      problems: [],
    });
  });

  it('tells bad rows by line and reads the rest', () => {
    const text =
      'title,startedAt\nA,2026-08-01T09:30:00Z\nB,\nC,soon\n,2026-08-01T09:30:00Z\n"D\nd",2026-08-01T09:30:00Z\n';
    const { incidents, problems } = parseIncidentList(text);
    expect(incidents.map((incident) => incident.title)).toEqual(['A', 'D\nd']);
    expect(problems).toEqual([
      { line: 3, code: 'no-start', value: '' },
      { line: 4, code: 'bad-start', value: 'soon' },
      { line: 5, code: 'no-title', value: '' },
    ]);
  });

  it('survives what is no list', () => {
    expect(parseIncidentList('[1, {"title":').problems).toMatchObject([{ line: 1, code: 'not-json' }]);
    expect(parseIncidentList('{"title":"x"\n{}').problems.map((problem) => problem.code)).toEqual([
      'not-json',
      'no-start',
    ]);
    expect(parseIncidentList('[1, null]').problems).toHaveLength(2);
    expect(parseIncidentList('')).toEqual({ incidents: [], problems: [] });
  });
});

describe('parseCsv', () => {
  it('reads quotes as spreadsheets write them', () => {
    expect([...parseCsv('a,"b ""q"", c"\n"x\ny",\n\nlast')]).toEqual([
      { line: 1, cells: ['a', 'b "q", c'] },
      { line: 2, cells: ['x\ny', ''] },
      { line: 5, cells: ['last'] },
    ]);
  });
});
