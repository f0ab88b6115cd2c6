import { describe, expect, it } from 'vitest';
import type { CheckOutput } from '../../../src/domain/pull-request/check-run.ts';
import type { Decision } from '../../../src/domain/statement/decision.ts';
import { renderImpactCheck } from '../../../src/render/check/render-impact-check.ts';
import { fieldsMissing, halfStatement, highRisk, judged, missing, noStatement } from './judged-examples.ts';

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
      - \`/impact override <reason>\`: lets it pass as it is, also while its line is stopped; recorded and counted in the report (maintainers)"
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
      - \`/impact override <理由>\`: 記載不足やライン停止中でも通過させます。記録され、レポートで集計されます（メンテナー）"
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
      - \`/impact override <理由>\`: 記載不足やライン停止中でも通過させます。記録され、レポートで集計されます（メンテナー）"
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
      - \`/impact override <reason>\`: lets it pass as it is, also while its line is stopped; recorded and counted in the report (maintainers)"
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
      - \`/impact override <reason>\`: lets it pass as it is, also while its line is stopped; recorded and counted in the report (maintainers)"
    `);
  });
});
