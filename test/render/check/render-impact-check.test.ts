import { describe, expect, it } from 'vitest';
import type { CheckOutput } from '../../../src/domain/pull-request/check-run.ts';
import type { Decision, DecisionReason } from '../../../src/domain/statement/decision.ts';
import { renderImpactCheck } from '../../../src/render/check/render-impact-check.ts';
import {
  examplePolicy,
  fieldsMissing,
  halfStatement,
  highRisk,
  judged,
  missing,
  noStatement,
  stated,
} from './judged-examples.ts';

const en = { locale: 'en', canInsert: true } as const;
const ja = { locale: 'ja', canInsert: true } as const;

function page({ conclusion, title, summary, text }: CheckOutput): string {
  return `${conclusion}: ${title}\n\n${summary}\n\n~~~ details ~~~\n\n${text}`;
}

describe('what people see', () => {
  it('of a high risk without a statement, in English', () => {
    const check = renderImpactCheck(
      [judged(12, { statement: noStatement, assessment: highRisk, decision: missing })],
      en,
    );
    expect(page(check)).toMatchInlineSnapshot(`
      "failure: No impact statement yet · risk: high

      The description has no section on the technical impact yet.

      ### What is missing

      - **Blast radius**: not found
      - **Rollback**: not found
      - **Monitoring**: not found

      ### Why the risk is high

      - \`schema\` (high): Schema changes lock tables. Matches \`db/migrate/20260801_add_index.rb\` and \`db/schema.rb\`. Adds the label \`area: database\`.
      - \`large\` (medium). Measured: 1,204 changed lines.

      ### What to do now

      Press **Insert section** above to have the section added to the description (or paste it from below), then fill it in. A sentence or two for each heading is enough.

      The check runs again by itself as soon as the description is edited.

      ### Ready to paste

      Put this into the description and replace the comments with your own words:

      \`\`\`markdown
      ## Technical impact

      ### Blast radius
      <!-- What could break, for whom, and how far would it reach? -->

      ### Rollback
      <!-- How do we get back, how long does it take, and what cannot be undone (data, messages sent)? -->

      ### Monitoring
      <!-- Which dashboard, alert or log will show that it works after the release, and for how long do you watch? -->
      \`\`\`

      ~~~ details ~~~

      ### What was read

      Nothing in the description reads as an impact statement.

      ### Remarks

      - No heading such as “Technical impact” was found in the description.

      ### Rules that matched

      - \`schema\` (high): Schema changes lock tables. Matches \`db/migrate/20260801_add_index.rb\` and \`db/schema.rb\`. Adds the label \`area: database\`.
      - \`large\` (medium). Measured: 1,204 changed lines.

      ### Answer by comment

      Instead of editing the description you can comment on the pull request:

      - \`/impact none <reason>\`: states that this change has no technical impact, and why (the author, and people with write access)
      - \`/impact recheck\`: judges the pull request once more (the author, and people with write access)
      - \`/impact override <reason>\`: lets it pass without a statement; recorded and counted in the report (maintainers)"
    `);
  });

  it('of a high risk without a statement, in Japanese', () => {
    const check = renderImpactCheck(
      [judged(12, { statement: noStatement, assessment: highRisk, decision: missing })],
      ja,
    );
    expect(page(check)).toMatchInlineSnapshot(`
      "failure: 技術的な影響の記載がありません（リスク: 高）

      PR の説明に、技術的な影響のセクションがまだありません。

      ### 足りないもの

      - **影響範囲**: 記載なし
      - **ロールバック**: 記載なし
      - **監視**: 記載なし

      ### リスク「高」の理由

      - \`schema\`（高）: Schema changes lock tables. 該当: \`db/migrate/20260801_add_index.rb\`、\`db/schema.rb\`。付与するラベル: \`area: database\`。
      - \`large\`（中）。計測値: 変更行数 1,204。

      ### 次にすること

      上の **セクションを挿入** を押すと、説明にセクションが追加されます（下からの貼り付けでも構いません）。見出しごとに 1〜2 文で十分ですので、記入してください。

      説明を編集すると、チェックは自動で再実行されます。

      ### 貼り付け用

      次の内容を PR の説明に貼り付け、コメントの部分を書き換えてください。

      \`\`\`markdown
      ## 技術的な影響

      ### 影響範囲
      <!-- 何が、誰にとって、どの範囲まで壊れる可能性がありますか。 -->

      ### ロールバック
      <!-- どうやって切り戻しますか。所要時間と、元に戻せないもの（データ、送信済みの通知など）も書いてください。 -->

      ### 監視
      <!-- リリース後、どのダッシュボード・アラート・ログを、いつまで確認しますか。 -->
      \`\`\`

      ~~~ details ~~~

      ### 読み取った内容

      説明の中に、技術的な影響の記載は見つかりませんでした。

      ### 気づいた点

      - 説明の中に、「技術的な影響」といった見出しが見つかりませんでした。

      ### 該当したルール

      - \`schema\`（高）: Schema changes lock tables. 該当: \`db/migrate/20260801_add_index.rb\`、\`db/schema.rb\`。付与するラベル: \`area: database\`。
      - \`large\`（中）。計測値: 変更行数 1,204。

      ### コメントで答える

      説明を編集する代わりに、PR へのコメントでも答えられます。

      - \`/impact none <理由>\`: 技術的な影響がないことを、理由とともに記録します（作成者と、書き込み権限のある人）
      - \`/impact recheck\`: この PR をもう一度判定します（作成者と、書き込み権限のある人）
      - \`/impact override <理由>\`: 記載がなくても通過させます。記録され、レポートで集計されます（メンテナー）"
    `);
  });

  it('of a statement with fields missing, in Japanese', () => {
    const check = renderImpactCheck(
      [judged(12, { statement: halfStatement, assessment: highRisk, decision: fieldsMissing })],
      ja,
    );
    expect(page(check)).toMatchInlineSnapshot(`
      "failure: 未記入の項目があります: ロールバック、監視（リスク: 高）

      リスク「高」の変更では、次の項目の記載が必要です: **ロールバック**、**監視**

      ### 足りないもの

      - **ロールバック**: 未記入（6 行目）
      - **監視**: 記載なし

      ### リスク「高」の理由

      - \`schema\`（高）: Schema changes lock tables. 該当: \`db/migrate/20260801_add_index.rb\`、\`db/schema.rb\`。付与するラベル: \`area: database\`。
      - \`large\`（中）。計測値: 変更行数 1,204。

      ### 次にすること

      次の項目を 1〜2 文ずつ書いてください: **ロールバック**、**監視**

      説明を編集すると、チェックは自動で再実行されます。

      ### 貼り付け用

      今のセクションに次の内容を追加し、コメントの部分を書き換えてください。

      \`\`\`markdown
      ### ロールバック
      <!-- どうやって切り戻しますか。所要時間と、元に戻せないもの（データ、送信済みの通知など）も書いてください。 -->

      ### 監視
      <!-- リリース後、どのダッシュボード・アラート・ログを、いつまで確認しますか。 -->
      \`\`\`

      ~~~ details ~~~

      ### 読み取った内容

      | 項目 | 判定 | 記載内容 |
      | --- | --- | --- |
      | 技術的な影響 | 記載あり | 「影響範囲: 検索画面のみ ロールバック:」（5〜6 行目） |
      | 影響範囲 | 記載あり | 「検索画面のみ」（5 行目） |
      | ロールバック | 未記入 | 「ロールバック:」（6 行目） |
      | 監視 | 記載なし | – |

      ### 気づいた点

      - 「ロールバック」（6 行目）が未記入です。
      - 「監視」の記載が見つかりません。「監視」といった見出しで書いてください。

      ### 該当したルール

      - \`schema\`（高）: Schema changes lock tables. 該当: \`db/migrate/20260801_add_index.rb\`、\`db/schema.rb\`。付与するラベル: \`area: database\`。
      - \`large\`（中）。計測値: 変更行数 1,204。

      ### コメントで答える

      説明を編集する代わりに、PR へのコメントでも答えられます。

      - \`/impact none <理由>\`: 技術的な影響がないことを、理由とともに記録します（作成者と、書き込み権限のある人）
      - \`/impact recheck\`: この PR をもう一度判定します（作成者と、書き込み権限のある人）
      - \`/impact override <理由>\`: 記載がなくても通過させます。記録され、レポートで集計されます（メンテナー）"
    `);
  });

  it('of a good statement, in English', () => {
    expect(page(renderImpactCheck([judged(12)], en))).toMatchInlineSnapshot(`
      "success: Technical impact stated · risk: low

      The technical impact is stated. Thank you.

      ### Why the risk is low

      No risk rule matches this pull request.

      ~~~ details ~~~

      ### What was read

      | Part | Judged as | Words |
      | --- | --- | --- |
      | Technical impact | stated | “Only the search page reads this index.” (line 5) |

      ### Answer by comment

      Instead of editing the description you can comment on the pull request:

      - \`/impact none <reason>\`: states that this change has no technical impact, and why (the author, and people with write access)
      - \`/impact recheck\`: judges the pull request once more (the author, and people with write access)
      - \`/impact override <reason>\`: lets it pass without a statement; recorded and counted in the report (maintainers)"
    `);
  });

  it('of two pull requests at one commit, in English', () => {
    const advice: Decision = { ...missing, conclusion: 'neutral' };
    const other = judged(13, { statement: noStatement, decision: advice }, { title: 'a|b @acme/team', foreign: true });
    expect(page(renderImpactCheck([judged(12), other], en))).toMatchInlineSnapshot(`
      "neutral: #13: No impact statement yet · risk: low (worst of 2 pull requests)

      2 open pull requests share this commit. The check shows the worst result.

      | Pull request | Result | Risk |
      | --- | --- | --- |
      | \\#&#8203;13 a&vert;b @&#8203;acme/team (from another repository) | ⚪ No impact statement yet | low |
      | #12 Speed up search | ✅ Technical impact stated | low |

      ## \\#&#8203;13 a&vert;b @&#8203;acme/team (from another repository)

      The description has no section on the technical impact yet.

      This is advice: it does not block the merge.

      ### Why the risk is low

      No risk rule matches this pull request.

      ### What to do now

      Add the section below to the description and fill it in. A sentence or two for each heading is enough.

      The check runs again by itself as soon as the description is edited.

      ### Ready to paste

      Put this into the description and replace the comments with your own words:

      \`\`\`markdown
      ## Technical impact
      <!-- What could this change break, and who would notice? If nothing: "None" and why. -->
      \`\`\`

      ~~~ details ~~~

      ## \\#&#8203;13 a&vert;b @&#8203;acme/team (from another repository)

      ### What was read

      Nothing in the description reads as an impact statement.

      ### Remarks

      - No heading such as “Technical impact” was found in the description.

      ## #12 Speed up search

      The technical impact is stated. Thank you.

      ### Why the risk is low

      No risk rule matches this pull request.

      ### What was read

      | Part | Judged as | Words |
      | --- | --- | --- |
      | Technical impact | stated | “Only the search page reads this index.” (line 5) |

      ### Answer by comment

      Instead of editing the description you can comment on the pull request:

      - \`/impact none <reason>\`: states that this change has no technical impact, and why (the author, and people with write access)
      - \`/impact recheck\`: judges the pull request once more (the author, and people with write access)
      - \`/impact override <reason>\`: lets it pass without a statement; recorded and counted in the report (maintainers)"
    `);
  });
});

describe('a statement made by command', () => {
  it('shows the reason that was given', () => {
    const none = { verdict: 'none', reason: 'only *logs*' } as const;
    const statement = { ...none, fields: { rollback: none }, findings: [] };
    expect(renderImpactCheck([judged(1, { statement })], en).text).toContain(
      '| Impact statement | no impact | –; reason given: only \\*logs\\* |\n| Rollback | no impact |',
    );
    expect(renderImpactCheck([judged(1, { statement })], ja).text).toContain('| 影響なし | –、理由: only \\*logs\\* |');
  });
});

describe('one section to paste', () => {
  const render = (decision: Decision, statement = halfStatement) =>
    renderImpactCheck([judged(12, { statement, assessment: highRisk, decision })], en).summary;

  it('holds the missing fields alone where the section is there', () => {
    expect(render(fieldsMissing)).toContain('```markdown\n### Rollback\n<!-- ');
    expect(render(fieldsMissing)).not.toContain('## Technical impact');
  });

  it('asks “none” above the limit for the fields', () => {
    const none: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [
        { code: 'none-above-limit', level: 'high', allowedUpTo: 'medium' },
        { code: 'fields-required', fields: ['blast-radius', 'rollback', 'monitoring'], level: 'high' },
      ],
    };
    const summary = render(none, { verdict: 'none', fields: {}, findings: [] });
    expect(summary).toContain('why nothing can break, on: **Blast radius**, **Rollback** and **Monitoring**.');
    expect(summary).toContain('```markdown\n### Blast radius');
    expect(summary).not.toContain('Write a sentence or two on');
  });

  it('takes the place of an empty section', () => {
    const decision: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [{ code: 'statement-placeholder' }],
    };
    const summary = render(decision, { verdict: 'placeholder', heading: 'Impact *now*', fields: {}, findings: [] });
    expect(summary).toContain('Write a sentence or two of your own under **Impact \\*now\\***.');
    expect(summary).toContain('This can take the place of the section as it is.');
  });

  it('is not shown where nothing is asked', () => {
    expect(renderImpactCheck([judged(12)], en).summary).not.toContain('```');
  });
});

describe('what to do', () => {
  const cases: readonly (readonly [DecisionReason, string, string])[] = [
    [
      { code: 'none-without-reason' },
      'comment `/impact none <reason>`',
      '`/impact none <理由>` とコメントしてください。',
    ],
    [{ code: 'risk-unknown', because: 'truncated' }, 'Either split the pull request', 'PR を分割するか'],
    [{ code: 'risk-unknown', because: 'not-found' }, 'Press *Re-check* in a few', '数分後に *再チェック* を押すか'],
    [
      { code: 'config-broken', problems: 2 },
      'mend the configuration on the base',
      '設定ファイルの修正を依頼してください。',
    ],
    [{ code: 'statement-missing' }, 'Press **Insert section** above', '上の **セクションを挿入** を押すと'],
    [
      { code: 'statement-placeholder' },
      'under **Technical impact**. What could break',
      '**技術的な影響** に、何が壊れうるか',
    ],
    [
      { code: 'none-above-limit', level: 'low', allowedUpTo: 'never' },
      'Say in a sentence or two why nothing can break.',
      '影響がないと言える根拠を 1〜2 文で書いてください。',
    ],
  ];

  it.each(cases)('%j', (reason, inEnglish, inJapanese) => {
    const decision: Decision = { conclusion: 'failure', status: 'missing', reasons: [reason] };
    const one = judged(1, { decision, statement: noStatement });
    expect(renderImpactCheck([one], en).summary).toContain(inEnglish);
    expect(renderImpactCheck([one], ja).summary).toContain(inJapanese);
  });

  it('says what to paste where the app may not write', () => {
    const one = judged(1, { decision: missing, statement: noStatement });
    expect(renderImpactCheck([one], { ...en, canInsert: false }).summary).toContain('Add the section below');
    expect(renderImpactCheck([one], { ...ja, canInsert: false }).summary).toContain('下のセクションを PR の説明に追加');
  });

  it('lists several steps and reasons', () => {
    const decision: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [{ code: 'statement-missing' }, { code: 'risk-unknown', because: 'truncated' }],
    };
    const { summary } = renderImpactCheck(
      [
        judged(1, {
          decision,
          statement: noStatement,
          assessment: { level: 'unknown', matches: [], unknown: 'truncated' },
        }),
      ],
      en,
    );
    expect(summary).toContain('- The description has no section');
    expect(summary).toContain('1. Press **Insert section**');
    expect(summary).toContain('2. Either split');
    expect(summary).toContain('What cannot be seen cannot be called safe.');
  });
});

describe('buttons', () => {
  const open = judged(12, { statement: noStatement, decision: missing });
  const empty = judged(12, {
    statement: { verdict: 'placeholder', fields: {}, findings: [] },
    decision: { conclusion: 'failure', status: 'missing', reasons: [{ code: 'statement-placeholder' }] },
  });
  const identifiers = (check: CheckOutput) => check.actions.map(({ identifier }) => identifier);

  it.each([
    ['a missing section', open, true, ['insert-section', 'recheck']],
    ['a description we may not edit', open, false, ['recheck']],
    [
      'another repository’s pull request',
      judged(12, { statement: noStatement, decision: missing }, { foreign: true }),
      true,
      ['recheck'],
    ],
    ['an empty section of the template', empty, true, ['recheck']],
    ['a good statement', judged(12), true, ['recheck']],
  ] as const)('under %s', (_what, one, canInsert, expected) => {
    expect(identifiers(renderImpactCheck([one], { locale: 'en', canInsert }))).toEqual(expected);
  });

  it.each(['en', 'ja'] as const)('fit GitHub’s limits in %s', (locale) => {
    for (const { identifier, label, description } of renderImpactCheck([open], { locale, canInsert: true }).actions) {
      expect(identifier.length).toBeLessThanOrEqual(20);
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
    }
  });
});

describe('several pull requests at one commit', () => {
  it('puts the worst first: conclusion, then risk, then number', () => {
    const { title, conclusion, summary } = renderImpactCheck(
      [
        judged(3, { decision: stated, assessment: highRisk }),
        judged(9, { decision: missing }),
        judged(5, { decision: missing, assessment: highRisk }),
        judged(4, { decision: missing, assessment: { level: 'unknown', matches: [], unknown: 'not-found' } }),
      ],
      en,
    );
    expect(conclusion).toBe('failure');
    expect(title).toBe('#4: No impact statement yet · risk: unknown (worst of 4 pull requests)');
    const both = [judged(3), judged(9, { decision: missing })];
    expect(renderImpactCheck(both, ja).title).toBe(
      '#9: 技術的な影響の記載がありません（リスク: 低、2 件の PR のうち最も厳しい結果）',
    );
    expect([...summary.matchAll(/^\| #(\d+)/gm)].map(([, number]) => number)).toEqual(['4', '5', '9', '3']);
  });

  it('has something to say when none is left', () => {
    expect(renderImpactCheck([], en)).toMatchObject({
      conclusion: 'neutral',
      title: 'No open pull request at this commit',
      actions: [],
    });
  });
});

describe('a level set by hand', () => {
  it('says by whom', () => {
    const assessment = { ...highRisk, setBy: 'kay_o' };
    expect(renderImpactCheck([judged(1, { assessment })], en).summary).toContain('kay\\_o set this level by a label.');
    expect(renderImpactCheck([judged(1, { assessment })], ja).summary).toContain(
      'kay\\_o さんがラベルで指定したリスクです。',
    );
  });
});

describe('many rules', () => {
  it('explains five in the summary and all in the details', () => {
    const matches = Array.from({ length: 8 }, (_, at) => ({
      ruleId: `rule-${at}`,
      level: 'high' as const,
      paths: [],
      pathCount: 0,
      labels: [],
    }));
    const check = renderImpactCheck([judged(1, { assessment: { level: 'high', matches } })], en);
    expect(check.summary).toContain('- `rule-4` (high).\n- 3 more');
    expect(check.summary).not.toContain('rule-5');
    expect(check.text).toContain('rule-7');
  });
});

describe('a field called like a property of every object', () => {
  it('is a field like any other', () => {
    const policy = {
      ...examplePolicy,
      fields: [{ id: 'constructor', headings: [] }],
      require: { low: [], medium: [], high: ['constructor'] },
    };
    const { summary } = renderImpactCheck(
      [judged(1, { statement: noStatement, assessment: highRisk, decision: missing }, { policy })],
      en,
    );
    expect(summary).toContain('- **constructor**: not found');
    expect(summary).toContain('### constructor\n<!-- A sentence or two in your own words. -->');
  });
});
