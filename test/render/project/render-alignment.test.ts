import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../../src/domain/project/alignment.ts';
import { missingAgreement, targetsText } from '../../../src/domain/project/alignment.ts';
import { budgetPeriod, measureExpectations } from '../../../src/domain/project/measure-expectations.ts';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import {
  type AlignmentView,
  parseAgreementBoxes,
  renderAlignment,
} from '../../../src/render/project/render-alignment.ts';
import { NOW, sampleRecord } from '../../domain/project/sample-record.ts';

const HASH = 'aB3_-x9Q';
const targets = [
  { measure: 'near-misses-per-28d', target: 3 },
  { measure: 'lead-time-p90', target: 5 * 86_400 },
] as const;

function agreed(login: string, speaksFor: readonly string[], hash = HASH): Agreement {
  return { repositoryId: 1, project: 'p', hash, accountId: 1, login, speaksFor, at: '2026-11-20T10:00:00Z' };
}

function view(changes: Partial<AlignmentView> & { agreedBy?: readonly string[] } = {}): AlignmentView {
  const { agreedBy = ['Ada', 'acme/leads'], ...rest } = changes;
  const record = sampleRecord([{ ago: 3, changes: 3, waits: [1, 2, 9] }], [{ ago: 1, kind: 'near-miss' }]);
  return {
    project: { id: 'p', title: '<b>@all</b> | [x](y)', agreedBy },
    alignment: { hash: HASH, targets, agreedTargets: null, state: 'open' },
    agreements: [],
    measured: measureExpectations(record, { id: 'refactor', expectations: targets }, budgetPeriod(NOW)),
    day: '2026-11-24',
    ...rest,
  };
}

describe('renderAlignment', () => {
  it('is read back: its marker, and its box once it is ticked', () => {
    const body = renderAlignment(view(), 'ja');
    expect(parseMarker(body)).toEqual({ kind: 'alignment', key: 'p' });
    expect(parseAgreementBoxes(body)).toEqual([]);
    const ticked = body.replace('- [ ]', '- [X]');
    expect(parseAgreementBoxes(ticked)).toEqual([HASH]);
  });

  it('says the same in Japanese', () => {
    const body = renderAlignment(view({ agreements: [agreed('ada', ['ada'])] }), 'ja');
    expect(body).toContain('| 28 日あたりのヒヤリハット | 1 (0.03–5.6) | ≤ 3 | – | 🟢 達成 |');
    expect(body).toContain('- ✅ `ada`（2026-11-20）\n- ⬜ `acme/leads`');
    expect(body).toContain('この目標に合意します');
  });

  it('shows nobody’s words but as words', () => {
    expect(renderAlignment(view(), 'en')).toContain('**&lt;b&gt;@&#8203;all&lt;/b&gt; &vert; \\[x\\](y)**');
    const hostile = renderAlignment(view({ agreements: [agreed('`<img>`', ['ada'])] }), 'en');
    expect(hostile).toContain('✅ `` `<img>` ``');
  });

  it('asks for no tick once it is closed', () => {
    const closed = { hash: HASH, targets, agreedTargets: null, state: 'closed' } as const;
    const body = renderAlignment(view({ alignment: closed }), 'en');
    expect(body).not.toContain('- [ ]');
    expect(body).toContain('closed before everybody had agreed');
    const done = renderAlignment(view({ alignment: closed, agreements: [agreed('x', ['ada', 'acme/leads'])] }), 'en');
    expect(done).toContain('Everybody who was asked has agreed');
  });
});

describe('missingAgreement', () => {
  it.each<[readonly string[], readonly Agreement[], boolean, readonly string[]]>([
    [[], [], false, []],
    [[], [agreed('lisa', [])], true, []],
    [['Ada'], [agreed('ada', ['ada'])], true, []],
    [['ada', 'acme/leads'], [agreed('ada', ['ada'])], false, ['acme/leads']],
    [['ada', 'acme/leads'], [agreed('ada', ['ada', 'acme/leads'])], true, []],
  ])('of %j, given %j', (agreedBy, given, complete, names) => {
    expect(missingAgreement(agreedBy, given)).toEqual({ complete, names });
  });
});

describe('targetsText', () => {
  it('does not depend on the order of lines', () => {
    expect(targetsText([...targets].reverse())).toBe(targetsText(targets));
    expect(targetsText([targets[0]])).not.toBe(targetsText(targets));
  });
});
