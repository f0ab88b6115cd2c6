import { describe, expect, it } from 'vitest';
import { readIncidentRow } from '../../../src/domain/incident/read-incident-row.ts';

const context = { now: Date.parse('2026-10-01T00:00:00Z') };

describe('readIncidentRow', () => {
  it.each([
    [{ id: 'X-1', title: 'Down', started_at: '2026-09-01T00:00:00Z', severity: 'P1', kind: 'incident' }],
    [{ id: 'X-1', title: 'Down', startedAt: '2026-09-01T00:00:00Z', severity: 'critical', kind: 'Outage' }],
    [{ 番号: 'X-1', 件名: 'Down', 発生日時: '2026-09-01 09:00 JST', 重大度: '致命的', 種別: '障害' }],
  ])('reads %j', (record) => {
    expect(readIncidentRow(record, context)).toMatchObject({
      id: 'X-1',
      repository: null,
      unused: [],
      facts: { title: 'Down', startedAt: '2026-09-01T00:00:00Z', severity: 'critical', kind: 'incident' },
    });
  });

  it('follows a mapping, and names the columns that nothing is made of', () => {
    const columns = new Map([['What', 'title'] as const, ['When', 'startedAt'] as const]);
    const row = readIncidentRow({ What: 'Down', When: '2026-09-01', Cost: '12' }, context, columns);
    expect(row).toMatchObject({ facts: { title: 'Down' }, unused: ['Cost'] });
  });

  it('takes lists, and refuses what is no text', () => {
    expect(readIncidentRow({ title: 'Down', services: ['a', 'b'] }, context)).toMatchObject({
      facts: { services: ['a', 'b'] },
    });
    expect(readIncidentRow({ title: { evil: true } }, context)).toEqual({
      problems: [
        { code: 'not-text', field: 'title' },
        { code: 'missing', field: 'title' },
      ],
    });
  });

  it.each([
    [{}, [{ code: 'empty' }]],
    [{ title: '', severity: '' }, [{ code: 'empty' }]],
    [{ severity: 'P1' }, [{ code: 'missing', field: 'title' }]],
  ])('%j has problems', (record, problems) => {
    expect(readIncidentRow(record, context)).toEqual({ problems });
  });

  it('keeps no address that a browser would run', () => {
    expect(readIncidentRow({ title: 'x', url: 'javascript:alert(1)' }, context)).toMatchObject({
      facts: { url: null },
    });
  });

  it.each([
    ['resolved', 'resolved'],
    ['解決済み', 'resolved'],
    ['triggered', 'open'],
  ])('the status %s is %s', (status, state) => {
    expect(readIncidentRow({ title: 'x', status }, context)).toMatchObject({ facts: { state } });
  });
});
