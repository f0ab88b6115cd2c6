import { describe, expect, it } from 'vitest';
import { displayWidth, padTo } from '../../../src/render/terminal/display-width.ts';
import { renderCheckForTerminal } from '../../../src/render/terminal/render-check-for-terminal.ts';
import { examplePolicy, fieldsMissing, halfStatement, highRisk, judged } from '../check/judged-examples.ts';

const half = judged(1, { statement: halfStatement, assessment: highRisk, decision: fieldsMissing }).opinion;
const { fields } = examplePolicy;

describe('renderCheckForTerminal', () => {
  it('lines up in English', () => {
    expect(renderCheckForTerminal(half, { locale: 'en', colors: false, fields })).toBe(`✖ A few words are still missing

  Conclusion    failure
  Risk          high
  Statement     stated  “影響範囲: 検索画面のみ ロールバック:” lines 5–6
  Blast radius  stated  “検索画面のみ” line 5
  Rollback      not filled in yet  “ロールバック:” line 6
  Monitoring    not found

Why
  • At high risk, a few words are needed on: Rollback and Monitoring.

Rules
  • schema (high): Schema changes lock tables. Matches db/migrate/20260801_add_index.rb and db/schema.rb. Adds the label area: database.
  • large (medium). Measured: 1,204 changed lines.

Remarks
  • Rollback (line 6) has not been filled in yet.
  • Nothing was found on Monitoring. A heading such as “Monitoring” will do.
`);
  });

  it('lines up in Japanese, whose letters take two columns', () => {
    expect(renderCheckForTerminal(half, { locale: 'ja', colors: false, fields })).toBe(`✖ 記載が必要な項目が残っています

  結論          failure
  リスク        高
  記載          記載あり  「影響範囲: 検索画面のみ ロールバック:」 5〜6 行目
  影響範囲      記載あり  「検索画面のみ」 5 行目
  ロールバック  未記入  「ロールバック:」 6 行目
  監視          記載なし

理由
  • リスク「高」の変更では、次の項目の記載が必要です: ロールバック、監視

ルール
  • schema（高）: Schema changes lock tables. 該当: db/migrate/20260801_add_index.rb、db/schema.rb。付与するラベル: area: database。
  • large（中）。計測値: 変更行数 1,204。

気づいた点
  • 「ロールバック」（6 行目）が未記入です。
  • 「監視」の記載が見つかりません。「監視」といった見出しで書いてください。
`);
  });

  it('names fields by their ids without a policy, and shows nothing that is not there', () => {
    expect(renderCheckForTerminal(judged(1).opinion, { locale: 'en', colors: false })).toBe(`✔ Technical impact stated

  Conclusion  success
  Risk        low
  Statement   stated  “Only the search page reads this index.” line 5

Why
  • The technical impact is stated. Thank you.
`);
    expect(renderCheckForTerminal(half, { locale: 'en', colors: false })).toContain('  blast-radius  stated');
  });

  it('says who set the level by hand', () => {
    const opinion = { ...half, assessment: { ...highRisk, setBy: 'kay' } };
    expect(renderCheckForTerminal(opinion, { locale: 'en', colors: false })).toContain(
      '• kay set this level by a label.',
    );
  });

  it('has colours when asked, and none of the author’s', () => {
    const red = '\u001b[31m';
    const statement = { ...halfStatement, quote: { text: `${red}x\u001b]0;y\u0007`, firstLine: 1, lastLine: 1 } };
    const opinion = { ...half, statement };
    expect(renderCheckForTerminal(opinion, { locale: 'en', colors: true })).toContain(`${red}failure\u001b[39m`);
    expect(renderCheckForTerminal(opinion, { locale: 'en', colors: false })).not.toContain('\u001b');
    expect(renderCheckForTerminal(opinion, { locale: 'en', colors: false })).toContain('“x” line 1');
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['影響', 4],
    ['ｆ（）', 6],
    ['e\u0301', 1],
    ['🚀', 2],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('pads, and never cuts', () => {
    expect(padTo('影', 4)).toBe('影  ');
    expect(padTo('abc', 2)).toBe('abc');
  });
});
