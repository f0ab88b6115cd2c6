import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/domain/locale.ts';
import type { RiskMatch } from '../../../src/domain/risk/risk-assessment.ts';
import type { DecisionReason } from '../../../src/domain/statement/decision.ts';
import type { Finding } from '../../../src/domain/statement/impact-statement.ts';
import { describeFinding } from '../../../src/render/describe/describe-finding.ts';
import { describeLevel } from '../../../src/render/describe/describe-level.ts';
import { describeMatch } from '../../../src/render/describe/describe-match.ts';
import { describeReason } from '../../../src/render/describe/describe-reason.ts';
import { plainInk } from '../../../src/render/ink.ts';

const fields = [
  { id: 'blast-radius', headings: ['Blast radius', '影響範囲'] },
  { id: 'rollback', headings: ['Rollback', 'ロールバック'] },
];

const reasons: readonly [DecisionReason, string, string][] = [
  [
    { code: 'exempt-author', login: 'a_b' },
    'Pull requests by a\\_b are exempt in this repository.',
    'a\\_b の PR は、このリポジトリの設定で対象外になっています。',
  ],
  [
    { code: 'exempt-bot', login: 'renovate[bot]' },
    'renovate\\[bot\\] is a bot, so no impact statement is asked for.',
    'renovate\\[bot\\] は bot のため、影響の記載は不要です。',
  ],
  [
    { code: 'exempt-paths', globs: ['docs/**', '*.md'] },
    'Everything this pull request touches is on an exempt path (`docs/**` and `*.md`).',
    '変更されたファイルは、すべて対象外のパス（`docs/**`、`*.md`）にあります。',
  ],
  [
    { code: 'exempt-revert', number: 12 },
    'This reverts #12, whose impact was stated.',
    '影響が記載済みの #12 をリバートする PR です。',
  ],
  [
    { code: 'overridden', by: 'kay', reason: 'fixes #1' },
    'kay overrode the check: “fixes #&#8203;1”. The override is recorded.',
    'kay さんの判断で通過させました（理由:「fixes #&#8203;1」）。この操作は記録されます。',
  ],
  [
    { code: 'mode-off' },
    'The check is switched off in this repository’s configuration.',
    'このリポジトリの設定でチェックが無効になっています。',
  ],
  [
    { code: 'stated' },
    'The technical impact is stated. Thank you.',
    '技術的な影響が記載されています。ありがとうございます。',
  ],
  [
    { code: 'inherited', number: 7 },
    'This brings #7 to another branch and takes over its statement.',
    '#7 を別のブランチに取り込む PR のため、元の記載を引き継ぎます。',
  ],
  [
    { code: 'none-accepted', level: 'low' },
    '“No impact” is stated, which is accepted at low risk.',
    '「影響なし」と記載されています。リスク「低」のため、このままで問題ありません。',
  ],
  [
    { code: 'none-above-limit', level: 'high', allowedUpTo: 'medium' },
    '“No impact” is stated. That is accepted up to medium risk; this change carries high risk.',
    '「影響なし」と記載されていますが、それだけで通るのはリスク「中」までです。この変更はリスク「高」です。',
  ],
  [
    { code: 'none-above-limit', level: 'low', allowedUpTo: 'never' },
    '“No impact” is stated. This repository asks for a few words all the same.',
    '「影響なし」と記載されていますが、このリポジトリでは、影響がない場合もその根拠を書くことになっています。',
  ],
  [
    { code: 'none-without-reason' },
    '“No impact” is stated, but not why.',
    '「影響なし」と記載されていますが、理由が書かれていません。',
  ],
  [
    { code: 'statement-missing' },
    'The description has no section on the technical impact yet.',
    'PR の説明に、技術的な影響のセクションがまだありません。',
  ],
  [
    { code: 'statement-placeholder' },
    'The impact section is there, but nothing has been written in it yet.',
    '技術的な影響のセクションはありますが、まだ何も書かれていません。',
  ],
  [
    { code: 'fields-required', fields: ['blast-radius', 'rollback', 'other'], level: 'unknown' },
    'At unknown risk (handled like high), a few words are needed on: **Blast radius**, **Rollback** and **other**.',
    'リスク「不明」（「高」と同じ扱い）の変更では、次の項目の記載が必要です: **影響範囲**、**ロールバック**、**other**',
  ],
  [
    { code: 'risk-unknown', because: 'truncated' },
    'GitHub did not list every changed file, so the risk is unknown and is handled like high.',
    'GitHub から変更ファイルの一覧をすべては取得できないため、リスクは「不明」です（「高」と同じ扱いになります）。',
  ],
  [
    { code: 'risk-unknown', because: 'not-found' },
    'GitHub did not give the list of changed files, so the risk is unknown and is handled like high.',
    'GitHub から変更ファイルの一覧を取得できなかったため、リスクは「不明」です（「高」と同じ扱いになります）。',
  ],
  [
    { code: 'config-broken', problems: 1 },
    'The configuration at the base branch has 1 problem, so this pull request cannot be judged by it.',
    'ベースブランチの設定ファイルに問題が 1 件あるため、この PR を判定できません。',
  ],
  [
    { code: 'windows-open', numbers: [12, 15, 19], blockAfter: 3 },
    '3 released changes by the same author are still waiting to be looked at in production: #12, #15 and #19. In this repository the next pull request is held from 3 on.',
    '同じ作成者のリリース済みの変更 3 件（#12、#15、#19）が、まだ本番環境で確認されていません。このリポジトリでは、未確認の変更が 3 件以上あると次の PR を保留します。',
  ],
];

const findings: readonly [Finding, string, string][] = [
  [
    { code: 'section-missing', headings: ['Technical impact', '技術的な影響'] },
    'No heading such as “Technical impact” was found in the description.',
    '説明の中に、「技術的な影響」といった見出しが見つかりませんでした。',
  ],
  [
    { code: 'section-placeholder', heading: 'Impact', line: 3 },
    'The section “Impact” (line 3) has no words of the author’s own yet.',
    '「Impact」（3 行目）には、作成者自身の言葉がまだ書かれていません。',
  ],
  [
    { code: 'field-missing', field: 'rollback', headings: ['Rollback'] },
    'Nothing was found on Rollback. A heading such as “Rollback” will do.',
    '「ロールバック」の記載が見つかりません。「Rollback」といった見出しで書いてください。',
  ],
  [
    { code: 'field-placeholder', field: 'rollback', line: 9 },
    'Rollback (line 9) has not been filled in yet.',
    '「ロールバック」（9 行目）が未記入です。',
  ],
  [
    { code: 'level-without-reason', text: 'low', line: 4 },
    'Line 4 gives a level (“low”) but not what is behind it. One sentence would help reviewers.',
    '4 行目はレベル（「low」）だけで、根拠が書かれていません。一言あるとレビューしやすくなります。',
  ],
  [
    { code: 'level-without-reason', field: 'blast-radius', text: 'low', line: 4 },
    'Line 4 (Blast radius) gives a level (“low”) but not what is behind it. One sentence would help reviewers.',
    '4 行目（影響範囲）はレベル（「low」）だけで、根拠が書かれていません。一言あるとレビューしやすくなります。',
  ],
  [
    { code: 'none-without-reason', line: 4 },
    'Line 4 says “none” without a reason.',
    '4 行目は「なし」だけで、理由が書かれていません。',
  ],
  [
    { code: 'none-without-reason', field: 'rollback', line: 4 },
    'Line 4 (Rollback) says “none” without a reason.',
    '4 行目（ロールバック）は「なし」だけで、理由が書かれていません。',
  ],
  [
    { code: 'sections-disagree', lines: [3, 9], verdicts: ['placeholder', 'filled'] },
    'Several sections match and do not agree: line 3: not filled in yet and line 9: stated. The first one with words in it was judged.',
    '該当するセクションが複数あり、内容が食い違っています（3 行目: 未記入、9 行目: 記載あり）。記載のある最初のセクションで判定しました。',
  ],
  [
    { code: 'sections-disagree', lines: [3], verdicts: [] },
    'Several sections match and do not agree: line 3. The first one with words in it was judged.',
    '該当するセクションが複数あり、内容が食い違っています（3 行目）。記載のある最初のセクションで判定しました。',
  ],
  [
    { code: 'choose-exactly-one', options: ['High', 'Low'], chosen: 0, line: 5 },
    'At line 5 exactly one of “High” or “Low” should be ticked; none is.',
    '5 行目: 「High」、「Low」のうち 1 つだけを選んでください（現在 0 件）。',
  ],
  [
    { code: 'choose-exactly-one', options: ['High', 'Low'], chosen: 2, line: 5 },
    'At line 5 exactly one of “High” or “Low” should be ticked; 2 are.',
    '5 行目: 「High」、「Low」のうち 1 つだけを選んでください（現在 2 件）。',
  ],
  [
    { code: 'hidden-heading', where: 'comment', line: 2 },
    'The heading at line 2 is inside an HTML comment, where it does not count.',
    '2 行目の見出しは HTML コメントの中にあるため、判定の対象になりません。',
  ],
  [
    { code: 'hidden-heading', where: 'code', line: 2 },
    'The heading at line 2 is inside a code block, where it does not count.',
    '2 行目の見出しはコードブロックの中にあるため、判定の対象になりません。',
  ],
  [
    { code: 'body-truncated', limit: 65536 },
    'Only the first 65,536 characters of the description were read.',
    '説明の先頭 65,536 文字までを読み取りました。',
  ],
];

describe('describeReason', () => {
  it.each(reasons)('%j', (reason, en, ja) => {
    expect(describeReason(reason, 'en', { fields })).toBe(en);
    expect(describeReason(reason, 'ja', { fields })).toBe(ja);
  });

  it('is plain for the terminal', () => {
    expect(describeReason({ code: 'exempt-bot', login: 'renovate[bot]\u001b[31m' }, 'en', { ink: plainInk })).toBe(
      'renovate[bot] is a bot, so no impact statement is asked for.',
    );
  });
});

describe('describeFinding', () => {
  it.each(findings)('%j', (finding, en, ja) => {
    expect(describeFinding(finding, 'en', { fields })).toBe(en);
    expect(describeFinding(finding, 'ja', { fields })).toBe(ja);
  });
});

describe('describeMatch', () => {
  const match: RiskMatch = {
    ruleId: 'schema',
    level: 'high',
    paths: ['db/1.rb', 'db/2.rb', 'db/`3`.rb'],
    pathCount: 14,
    labels: ['area: database'],
    why: 'Schema changes lock tables',
    measured: { changedLines: 1204, changedFiles: 1, incidents: 2 },
  };
  const bare: RiskMatch = { ruleId: 'large', level: 'low', paths: [], pathCount: 0, labels: [] };

  it.each<[Locale, RiskMatch, string]>([
    [
      'en',
      match,
      '`schema` (high): Schema changes lock tables. Measured: 1,204 changed lines, 1 changed file and 2 incidents traced back to these paths. Matches `db/1.rb`, `db/2.rb` and 12 more. Adds the label `area: database`.',
    ],
    [
      'ja',
      match,
      '`schema`（高）: Schema changes lock tables。計測値: 変更行数 1,204、変更ファイル数 1、これらのパスに起因する過去のインシデント 2 件。該当: `db/1.rb`、`db/2.rb`、ほか 12 件。付与するラベル: `area: database`。',
    ],
    ['en', bare, '`large` (low).'],
    ['ja', bare, '`large`（低）。'],
  ])('%s', (locale, given, words) => {
    expect(describeMatch(given, locale, { paths: 2 })).toBe(words);
  });
});

describe('describeLevel', () => {
  it.each<[Parameters<typeof describeLevel>[0], string, string]>([
    ['low', 'low risk', 'リスク「低」'],
    ['unknown', 'unknown risk (handled like high)', 'リスク「不明」（「高」と同じ扱い）'],
  ])('%s', (level, en, ja) => {
    expect(describeLevel(level, 'en')).toBe(en);
    expect(describeLevel(level, 'ja')).toBe(ja);
  });
});
