import { describe, expect, it } from 'vitest';
import { readIncidentList } from '../../src/cli/read-incident-list.ts';

const TIME = Date.UTC(2026, 7, 1, 9, 30) / 1_000;

/** As a file comes: in pieces that end anywhere. */
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
const read = (text: string | Uint8Array, size = 7) =>
  readIncidentList(inPieces(typeof text === 'string' ? Buffer.from(text) : text, size));

describe('readIncidentList', () => {
  it.each([
    ['CSV', 'id,title,started_at,causes\nI-1,Down,2026-08-01T09:30:00Z,"code, capacity"\n'],
    ['CSV with BOM and CRLF', '\uFEFFID,Title,Started At,Causes\r\nI-1,Down,2026-08-01T09:30:00Z,code;capacity\r\n'],
    ['JSON lines', '{"id":"I-1","title":"Down","startedAt":"2026-08-01T09:30:00Z","causes":["code","capacity"]}\n'],
    [
      'a JSON array',
      '[{"id":"I-1","summary":"Down","started_at":"2026-08-01T09:30:00Z","causes":["Code","capacity"]}]',
    ],
    ['Japanese columns', '番号,件名,発生日時,原因\nI-1,Down,2026-08-01T09:30:00Z,code、capacity\n'],
  ])('reads %s', async (_, text) => {
    for (const size of [1, 2, 7, 10_000])
      expect(await read(text, size)).toEqual({
        incidents: [{ id: 'I-1', title: 'Down', body: '', startedAt: TIME, causes: ['code', 'capacity'] }],
        problems: [],
      });
  });

  it('tells bad rows by line and reads the rest', async () => {
    const text =
      'title,startedAt\nA,2026-08-01T09:30:00Z\nB,\nC,soon\n,2026-08-01T09:30:00Z\n"D\nd",2026-08-01T09:30:00Z\n';
    const { incidents, problems } = await read(text);
    expect(incidents.map((incident) => incident.title)).toEqual(['A', 'D\nd']);
    expect(problems).toEqual([
      { line: 3, code: 'no-start', value: '' },
      { line: 4, code: 'bad-start', value: 'soon' },
      { line: 5, code: 'no-title', value: '' },
    ]);
  });

  it('survives what is no list', async () => {
    expect((await read('[1, {"title":')).problems).toMatchObject([{ line: 1, code: 'not-json' }]);
    expect((await read('{"title":"x"\n{}')).problems.map((problem) => problem.code)).toEqual([
      'unreadable',
      'no-start',
    ]);
    expect((await read('[1, null]')).problems).toHaveLength(2);
    for (const text of ['', ' \n', '\uFEFF']) expect(await read(text)).toEqual({ incidents: [], problems: [] });
  });

  it('reads quotes as spreadsheets write them', async () => {
    const { incidents } = await read(
      'title,started at,body\r\n"a ""q"", c",2026-08-01T09:30:00Z,"x\r\ny"\r\n\r\nlast,2026-08-01T09:30:00Z',
    );
    expect(incidents).toMatchObject([
      { id: '2', title: 'a "q", c', body: 'x\ny' },
      { id: '5', title: 'last', body: '' },
    ]);
  });

  it('UTF-16 with its mark is read, another encoding is told', async () => {
    const text = 'title,started at\n停止,2026-08-01T09:30:00Z\n';
    expect((await read(Buffer.from(`\uFEFF${text}`, 'utf16le'), 3)).incidents).toMatchObject([{ title: '停止' }]);
    const shiftJis = Buffer.from([0x92, 0xe2, 0x8e, 0x7e]);
    const bytes = Buffer.concat([Buffer.from('title,started at\n'), shiftJis, Buffer.from(',2026-08-01T09:30:00Z\n')]);
    expect((await read(bytes)).problems).toEqual([{ line: 2, code: 'wrong-encoding', value: '' }]);
    expect((await read(Buffer.concat([Buffer.from('["'), shiftJis]))).problems).toMatchObject([
      { code: 'wrong-encoding' },
    ]);
  });

  it('a quotation mark that nobody closes ends what can be read', async () => {
    const { incidents, problems } = await read('title,started at\na,2026-08-01T09:30:00Z\n"b,2026-08-01T09:30:00Z\n');
    expect(incidents).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'unreadable' }]);
  });
});
