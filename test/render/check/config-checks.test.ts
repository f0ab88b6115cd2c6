import { describe, expect, it } from 'vitest';
import { renderBrokenConfigCheck } from '../../../src/render/check/render-broken-config-check.ts';
import { renderConfigCheck } from '../../../src/render/check/render-config-check.ts';
import { renderOffCheck } from '../../../src/render/check/render-off-check.ts';

const path = '.github/impact.yml';
const problem = { file: path, line: 3, column: 5, message: 'Unknown key "riks". Did you mean "risk"?' };
const extended = { file: 'acme/.github:impact.yml', line: 1, column: 1, message: 'Expected a list.' };

describe('renderConfigCheck', () => {
  it('lists problems, and annotates those in this file', () => {
    const check = renderConfigCheck({ path, problems: [problem, extended], preview: null }, 'en');
    expect(check).toMatchObject({
      conclusion: 'failure',
      title: '2 problems in the configuration',
      annotations: [
        {
          path,
          startLine: 3,
          endLine: 3,
          startColumn: 5,
          level: 'failure',
          title: 'Problem in the configuration',
          message: 'Unknown key "riks". Did you mean "risk"?',
        },
      ],
      actions: [],
    });
    expect(check.summary).toBe(
      [
        '2 problems to mend before this is merged. Until then the configuration of the base branch stays in force.',
        '',
        '- `.github/impact.yml` (line 3, column 5): Unknown key "riks". Did you mean "risk"?',
        '- `acme/.github:impact.yml` (line 1, column 1): Expected a list.',
      ].join('\n'),
    );
  });

  it('previews what would change, in Japanese', () => {
    const preview = {
      considered: 20,
      changed: [
        {
          number: 31,
          title: '検索を速くする',
          from: { conclusion: 'success', level: 'low' },
          to: { conclusion: 'failure', level: 'high' },
        },
      ],
      notPreviewed: 4,
    } as const;
    const check = renderConfigCheck({ path, problems: [], preview }, 'ja');
    expect(check.conclusion).toBe('success');
    expect(check.title).toBe('設定ファイルは有効です（結果が変わる PR 1 件）');
    expect(check.summary).toBe(
      [
        '設定ファイルは有効です。PR は常にベースブランチの設定で判定されるため、この変更はマージ後に反映されます。',
        '',
        '### この設定で変わること',
        '',
        '直近の PR 20 件のうち、1 件の結果が変わります。',
        '',
        '| PR | 現在 | この設定の場合 |',
        '| --- | --- | --- |',
        '| #31 検索を速くする | ✅ 通過（リスク「低」） | ❌ 失敗（リスク「高」） |',
        '',
        '4 件は、保存済みの情報がないため試算していません。',
      ].join('\n'),
    );
  });

  it.each([
    [
      'en',
      20,
      0,
      0,
      'The configuration is valid · no result changes',
      'Of the 20 newest pull requests, none would get another result.',
    ],
    [
      'en',
      1,
      0,
      1,
      'The configuration is valid · no result changes',
      '1 was not previewed: nothing is stored of it yet.',
    ],
    [
      'en',
      0,
      0,
      0,
      'The configuration is valid · no result changes',
      'There are no pull requests to try the configuration on yet.',
    ],
    [
      'ja',
      20,
      0,
      0,
      '設定ファイルは有効です（結果の変化なし）',
      '直近の PR 20 件のうち、結果が変わるものはありません。',
    ],
    ['ja', 0, 0, 0, '設定ファイルは有効です（結果の変化なし）', '試算に使える PR がまだありません。'],
  ] as const)(
    '%s: %i considered, %i changed, %i not previewed',
    (locale, considered, _changed, notPreviewed, title, words) => {
      const check = renderConfigCheck(
        { path, problems: [], preview: { considered, changed: [], notPreviewed } },
        locale,
      );
      expect(check.title).toBe(title);
      expect(check.summary).toContain(words);
    },
  );

  it.each([
    ['en', 'The configuration is valid', '1 problem in the configuration'],
    ['ja', '設定ファイルは有効です', '設定ファイルに問題が 1 件あります'],
  ] as const)('has a title without a preview in %s', (locale, valid, broken) => {
    expect(renderConfigCheck({ path, problems: [], preview: null }, locale).title).toBe(valid);
    expect(renderConfigCheck({ path, problems: [problem], preview: null }, locale).title).toBe(broken);
  });

  it('is short when there is nothing to say', () => {
    expect(renderConfigCheck({ path, problems: [], preview: null }, 'ja').title).toBe('設定ファイルは有効です');
  });
});

describe('renderBrokenConfigCheck', () => {
  it('fails closed, in English', () => {
    const check = renderBrokenConfigCheck({ path, ref: 'main', problems: [problem], conclusion: 'failure' }, 'en');
    expect(check.conclusion).toBe('failure');
    expect(check.title).toBe('The configuration at the base branch has 1 problem');
    expect(check.summary).toBe(
      [
        '`.github/impact.yml` on **main** has 1 problem. Impact and risk cannot be judged by a configuration that cannot be read.',
        '',
        'So that nothing slips through meanwhile, the check fails until the configuration is mended.',
        '',
        '- `.github/impact.yml` (line 3, column 5): Unknown key "riks". Did you mean "risk"?',
        '',
        '### What to do now',
        '',
        'Mend `.github/impact.yml` on the base branch. A pull request that does so gets a check of its own, *Hiyari config*, with each problem at its line.',
      ].join('\n'),
    );
  });

  it('advises, in Japanese', () => {
    const check = renderBrokenConfigCheck({ path, ref: 'main', problems: [problem], conclusion: 'neutral' }, 'ja');
    expect(check.conclusion).toBe('neutral');
    expect(check.title).toBe('ベースブランチの設定ファイルに問題が 1 件あります');
    expect(check.summary).toContain('このリポジトリは助言モードのため、マージは妨げません。');
    expect(check.summary).toContain('**main** の `.github/impact.yml` に問題が 1 件あります。');
  });
});

describe('renderOffCheck', () => {
  it.each([
    [
      'en',
      'Hiyari is switched off here',
      '`.github/impact.yml` on the base branch says `mode: off`, so no impact statement is asked for.',
    ],
    [
      'ja',
      'このリポジトリでは Hiyari が無効です',
      'ベースブランチの `.github/impact.yml` が `mode: off` のため、影響の記載は不要です。',
    ],
  ] as const)('is completed all the same, in %s', (locale, title, summary) => {
    expect(renderOffCheck(path, locale)).toEqual({
      conclusion: 'neutral',
      title,
      summary,
      text: '',
      annotations: [],
      actions: [],
    });
  });
});
