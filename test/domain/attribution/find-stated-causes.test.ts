import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStatedCauses } from '../../../src/domain/attribution/find-stated-causes.ts';
import { MAX_REFERENCES } from '../../../src/domain/attribution/find-references.ts';

function numbers(text: string, kind: 'fault' | 'revert'): (number | string | undefined)[] {
  return findStatedCauses(text)
    .filter((cause) => cause.kind === kind)
    .map((cause) => cause.reference.number ?? cause.reference.sha);
}

const FAULTS_EN = [
  'The outage was caused by #812.',
  'Caused by acme/web#812',
  'Checkout fails since the deploy. Caused by https://github.com/acme/web/pull/812',
  'Regression from #812',
  'It broke in #812 when we moved the config.',
  'Bisected to #812.',
  'The culprit is #812',
  'The culprit seems to be #812.',
  'Culprit: #812',
  'Root cause: #812',
  '**Root cause PR**: #812',
  '- Caused by: [#812](https://github.com/acme/web/pull/812)',
  '### Root cause pull request\n\n#812',
  'Caused-by: #812',
  'Regressed-by: #812',
  '#812 broke the login page.',
  '#812 accidentally removed the null check.',
  'PR #812 inadvertently changed the default timeout.',
  '#812 caused a spike in latency.',
  'PR #812, which landed yesterday, broke checkout.',
  'The change in #812 broke checkout.',
  'This is a regression caused by the upgrade of the driver in #812.',
  'The bug was introduced when we merged #812.',
  'This crash started in #812.',
  'Broken since #812.',
  'We traced the failures back to #812.',
  'The deploy of #812 took down search.',
  'After #812 broke the cache we had to restart.',
  '#812 was the root cause of the incident.',
  '#812 introduced a subtle race condition.',
  'Fix typo in #812',
  'Login fails because of #812.',
  'Thanks to #812, checkout started failing.',
  'It was #812 that broke the build.',
  'The error in the date picker introduced in #812 hits Safari only.',
  'Fix wrong rounding of totals\n\nIntroduced in #812.',
  'A timeout error came from #812',
  'I broke it two days ago in #812.',
  'A crash caused by the change made in #812.',
  'The failure was introduced by @bob in #812.',
  'Accidentally removed in #812.',
  'Down due to a bug in #812',
  'The problem is that #812 removed the check by mistake.',
  'It worked until #812 broke it',
  '#812 makes login crash',
  'Flaw introduced in July 2026, in #812.',
  'This was broken a while back by #812',
];

const FAULTS_JA = [
  '#812 が原因',
  '#812が原因です。',
  '原因は #812 です',
  '原因PR: https://github.com/acme/web/pull/812',
  '#812 で混入したバグを直す',
  '#812 の変更によりログインできない障害が発生した',
  '#812 によるデグレ',
  '#812 で入ったバグを修正',
  '#812 で壊れた',
  '#812 のリリースで障害が発生しました。',
  '#812 に起因する障害',
  'このバグは #812 で導入された不具合です',
  '#812 の影響で検索が動かなくなった',
  '#812の考慮漏れが原因',
  '### 原因となったプルリクエスト\n\n#812',
  '犯人は #812',
  '#812が障害の原因でした',
];

describe('findStatedCauses', () => {
  it.each([...FAULTS_EN, ...FAULTS_JA])('reads the cause in: %s', (text) => {
    expect(numbers(text, 'fault')).toEqual([812]);
  });

  it.each([
    ['Regression introduced in `abc1234def`.', 'abc1234def'],
    ['abc1234def0 is the first bad commit', 'abc1234def0'],
    ['git bisect points to abc1234def', 'abc1234def'],
    ['Fixes: 1a2b3c4d5e6f ("net: avoid a leak")', '1a2b3c4d5e6f'],
    ['Oversight in commit ABC1234DEF.', 'abc1234def'],
    ['Bug in abc1234def567.', 'abc1234def567'],
    ['broken by https://gitlab.example/acme/web/-/commit/abc1234def567', 'abc1234def567'],
    ['abc1234def で埋め込まれたバグ', 'abc1234def'],
  ])('reads the commit in: %s', (text, sha) => {
    expect(numbers(text, 'fault')).toEqual([sha]);
  });

  it.each([
    'Since #812 the cache is warm.',
    'Fix the build after #812',
    'Follow-up to #812.',
    'Related to #812',
    'Fixes #812',
    'Fixes: #812',
    'The feature introduced in #812 needs docs.',
    'Adds tests for the option introduced in #812.',
    'This was not caused by #812.',
    "#812 didn't break anything.",
    "It isn't a regression from #812.",
    'Was this caused by #812?',
    '> caused by #812',
    '`caused by #812`',
    'He said "caused by #812" but DNS was down.',
    'If #812 broke the build we should know.',
    'Check whether #812 broke it.',
    'This was reverted in #812.',
    'Caused by a missing nil check (fixed in #812)',
    'Caused by a flaky network, see #812.',
    'Rather than being caused by #812 it is DNS.',
    '#812 would break old clients',
    'To avoid regressions in #812 we add tests.',
    'Bug reported in #812',
    '#812 fixes a regression.',
    '#812 is not the cause.',
    'Duplicate of #812',
    'abc1234d Break the cycle of imports',
    'Bug #812 made me find this problem.',
    '(cherry picked from commit abc1234def0123)',
    'Caused by https://github.com/acme/web/issues/812',
    '```\ncaused by #812\n```',
    '<!-- Root cause: #812 -->',
    '### Root cause pull request\n\n_No response_\n\n### Notes\n\nsee #812',
    '#812 が原因ではありません。',
    '#812 は無関係',
    '#812 が原因ですか？',
    '#812 で修正',
    '#812 の続き',
    '#812 の不具合を修正',
    'Same crash as #812',
    'Regression test for #812',
    'The regression was fixed in #812',
    '#812 で追加された機能のテスト',
    '#812 以降はこの設定を使う',
    '「#812 が原因」と報告があったが別件だった',
    'Revert "Faster cache" (#812)',
    'Do not revert #812.',
    'Should we revert #812?',
    '#812 をリバートしない',
    'Released on 20240131 as build 1234567.',
    'the deadbeef of this facade is broken by decade',
  ])('states nothing: %s', (text) => {
    expect(findStatedCauses(text)).toEqual([]);
  });

  it.each([
    ['This reverts commit abc1234def0123.', 'abc1234def0123'],
    ['Reverts acme/web#812', 812],
    ['Revert #812: it broke login', 812],
    ['Back out #812', 812],
    ['Rolling back #812 as it causes errors', 812],
    ['This partially reverts commit abc1234def.', 'abc1234def'],
    ['Reverts the changes in #812', 812],
    ['This reverts commit abc1234def0123, reversing\nchanges made to fff9999fff9999.', 'abc1234def0123'],
    ['#812 を revert', 812],
    ['#812 を切り戻しました', 812],
  ])('reads the revert in: %s', (text, undone) => {
    expect(numbers(text, 'revert')).toEqual([undone]);
  });

  it('reads a list as several causes', () => {
    expect(numbers('CI was broken by #25, #26 and abc1234.', 'fault')).toEqual([25, 26, 'abc1234']);
  });

  it.each(['Probably caused by #812.', 'I suspect #812 broke this.', '#812 が原因かもしれない'])(
    'marks doubt: %s',
    (text) => {
      expect(findStatedCauses(text)).toMatchObject([{ certainty: 'hedged', reference: { number: 812 } }]);
    },
  );

  it('prefers certainty when a reference is named twice', () => {
    expect(findStatedCauses('Maybe caused by #5. Later: #5 broke the build.')).toMatchObject([{ certainty: 'stated' }]);
  });

  it('keeps the repository and the words', () => {
    expect(findStatedCauses('The 500s were caused by acme/api#9, rolled out on Monday.')).toMatchObject([
      { reference: { repository: 'acme/api', number: 9 }, quote: expect.stringContaining('caused by acme/api#9') },
    ]);
  });

  it('never throws, and every quote and reference lies in the text', () => {
    const piece = fc.constantFrom(
      'caused by ',
      '#1',
      ' ',
      '\n',
      '`',
      '```',
      '"',
      '>',
      '<!--',
      '-->',
      'revert ',
      'abc1234',
      '「',
      'が原因',
      '(',
      ')',
      '[',
      '](',
      '. ',
      '| ',
      'not ',
      '🙂',
      '\u0000',
      '\uD800',
      'https://x/a/b/pull/3',
      ': ',
      'introduced in ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const cause of findStatedCauses(text)) {
          expect(cause.reference.start).toBeGreaterThanOrEqual(0);
          expect(cause.reference.end).toBeLessThanOrEqual(text.length);
          expect(cause.quote.length).toBeLessThanOrEqual(200);
          expect(cause.quote.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });

  it('bounds hostile texts', () => {
    const causes = findStatedCauses('caused by #12 and '.repeat(600_000));
    expect(causes).toHaveLength(1);
    const many = findStatedCauses(Array.from({ length: 5_000 }, (_, i) => `caused by #${i + 1}.`).join(' '));
    expect(many).toHaveLength(MAX_REFERENCES);
  });
});
