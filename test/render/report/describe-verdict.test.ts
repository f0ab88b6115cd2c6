import { describe, expect, it } from 'vitest';
import type { VerdictCondition } from '../../../src/domain/improvement/verdict.ts';
import { LOCALES } from '../../../src/domain/locale.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import type { TriedAction } from '../../../src/domain/report/tried-action.ts';
import { describeVerdict, leadOf } from '../../../src/render/report/describe-verdict.ts';
import { reportContext } from '../../../src/render/report/report-context.ts';
import { sampleReport } from '../../support/report/sample-report.ts';
import { CANNOT_TELL, IMPROVED, NOT_STARTED, WORSE } from '../../support/report/sample-tried.ts';

const REPORT: Report = sampleReport();
const EN = reportContext({ locale: 'en', repositoryUrl: null, limit: 10 });
const JA = reportContext({ locale: 'ja', repositoryUrl: null, limit: 10 });

function failing(because: VerdictCondition): TriedAction {
  return { ...CANNOT_TELL, because };
}

describe('describeVerdict', () => {
  it('says how much, how sure, and what it is not', () => {
    expect(describeVerdict(IMPROVED, REPORT, EN)[0]).toContain(
      'about 52 % fewer regressions and incidents per merged change (95 % interval: 69 % fewer to 26 % fewer)',
    );
    expect(describeVerdict(WORSE, REPORT, EN)[0]).toContain('71 % more regressions and incidents');
    expect(describeVerdict(IMPROVED, REPORT, JA)[0]).toContain('およそ 52 % 減となりました');
  });

  it.each<[VerdictCondition, RegExp, RegExp]>([
    [{ code: 'started', holds: false, because: 'never-reached' }, /fewer than 80 %/, /80 % に届いていません/],
    [{ code: 'started', holds: false, because: 'not-measured' }, /could be judged/, /読み取れません/],
    [{ code: 'windows', holds: false, daysBefore: 1, daysAfter: 0 }, /1 day before, 0 days after/, /前 1 日、後 0 日/],
    [
      { code: 'sole-action', holds: false, overlapping: ['canary', 'gone'] },
      /“Release to 5 % of the users first”, “gone”/,
      /「gone」/,
    ],
    [{ code: 'estimable', holds: false, because: 'no-exposure' }, /nothing was merged/, /マージされた変更がありません/],
    [{ code: 'estimable', holds: false, because: 'no-events' }, /no such incident/, /前後どちらにもありません/],
    [{ code: 'estimable', holds: false, because: 'strata-disagree' }, /differs between/, /効果が異なり/],
    [{ code: 'estimable', holds: false, because: 'no-control' }, /serves as control/, /比較対象とした領域/],
    [{ code: 'interval', holds: false, lower: 0, upper: null }, /100 % fewer to any number more/, /上限なし/],
    [{ code: 'interval', holds: false, lower: 0.9, upper: 12.4 }, /10 % fewer to 12 times as many/, /12 倍/],
    [
      { code: 'guarded-interval', holds: false, lower: null, upper: null, because: 'too-few-windows' },
      /too little history/,
      /過去の記録が少なく/,
    ],
    [{ code: 'guarded-interval', holds: false, lower: 0.5, upper: 1.1, because: null }, /unusually bad/, /開始直前/],
    [{ code: 'worst-case-links', holds: false, ratio: 1.2 }, /turn the answer around/, /結論が逆/],
    [{ code: 'beyond-placebos', holds: false, dates: 24, share: 0.7 }, /24 earlier dates/, /24 個の日付/],
  ])('gives the reason %j', (because, en, ja) => {
    expect(describeVerdict(failing(because), REPORT, EN)[0]).toMatch(en);
    expect(describeVerdict(failing(because), REPORT, JA)[0]).toMatch(ja);
  });

  it('says what it takes to tell, or that waiting is in vain', () => {
    expect(describeVerdict(CANNOT_TELL, REPORT, EN).at(-1)).toBe(
      'To show a fall by 50 % takes about 980 more merged changes: 14 weeks at the present pace.',
    );
    const never = { ...CANNOT_TELL, needs: CANNOT_TELL.needs.slice(0, 1) };
    expect(describeVerdict(never, REPORT, EN).at(-1)).toMatch(
      /about 270 incidents from before it began; there were 18/,
    );
    const met = { ...CANNOT_TELL, needs: IMPROVED.needs.slice(1) };
    expect(describeVerdict(met, REPORT, EN).at(-1)).toMatch(/would have shown/);
    expect(describeVerdict(NOT_STARTED, REPORT, EN)).toEqual([
      'It cannot be told yet whether it works: it starts on 2026-10-01.',
    ]);
  });

  it.each(LOCALES)('never writes a number that is none (%s)', (locale) => {
    const context = reportContext({ locale, repositoryUrl: null, limit: 10 });
    const zero = { ...CANNOT_TELL, effect: CANNOT_TELL.effect && { ...CANNOT_TELL.effect, ratio: 0 } };
    const said = [IMPROVED, CANNOT_TELL, WORSE, NOT_STARTED, zero].flatMap((one) =>
      describeVerdict(one, REPORT, context),
    );
    expect(said.join(' ')).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('says in the first line when waiting is in vain, and makes no guess of what nothing bounds', () => {
    const effect = CANNOT_TELL.effect && { ...CANNOT_TELL.effect, ratio: 0, interval: { lower: 0, upper: null } };
    const rare = { ...CANNOT_TELL, effect, needs: CANNOT_TELL.needs.slice(0, 1) };
    expect(leadOf({ ...REPORT, tried: [rare] }, EN)).toEqual([
      'Cannot tell yet: “Release to 5 % of the users first” (too few incidents before, waiting will not tell).',
    ]);
    expect(describeVerdict(rare, REPORT, EN).join(' ')).not.toMatch(/Best guess/);
    expect(describeVerdict(CANNOT_TELL, REPORT, EN).join(' ')).toMatch(/Best guess so far: 22 % fewer/);
  });

  it('names five actions of an answer at most', () => {
    const lead = leadOf({ ...REPORT, tried: Array.from({ length: 7 }, () => IMPROVED) }, EN);
    expect(lead).toHaveLength(1);
    expect(lead[0]).toMatch(/ and 2 more\.$/);
  });
});
