import type { PriorReason } from '../../domain/attribution/weigh-facts.ts';
import type { Locale } from '../../domain/locale.ts';

/** Every text of a local analysis, once for each language. Numbers come formatted. */
export interface AnalysisTexts {
  readonly title: string;
  readonly empty: string;
  readonly summary: (changes: string, pullRequests: string, from: string, to: string) => string;
  readonly arrived: (merges: string, squashes: string, plain: string) => string;
  readonly size: (files: string, files90: string, lines: string, lines90: string) => string;
  readonly lead: (p50: string, p90: string, n: string) => string;
  readonly hours: (value: string) => string;
  readonly days: (value: string) => string;
  readonly heading: Readonly<
    Record<'faults' | 'reverts' | 'nearMisses' | 'incidents' | 'hot' | 'rules' | 'limits', string>
  >;
  readonly none: Readonly<Record<'faults' | 'reverts' | 'nearMisses' | 'hot' | 'rules', string>>;
  readonly faultsIntro: (count: string, stated: string, inferred: string) => string;
  readonly lags: (week: string, quarter: string, year: string) => string;
  readonly revertsIntro: (count: string, verified: string, day: string) => string;
  readonly nearMissesIntro: string;
  readonly hotIntro: string;
  readonly rulesIntro: string;
  readonly more: (count: string) => string;
  readonly column: Readonly<
    Record<
      | 'fix'
      | 'cause'
      | 'confidence'
      | 'evidence'
      | 'lag'
      | 'revert'
      | 'undone'
      | 'depth'
      | 'verified'
      | 'place'
      | 'changes'
      | 'faults'
      | 'rate'
      | 'ratio'
      | 'incident'
      | 'noChange',
      string
    >
  >;
  readonly yes: string;
  readonly claim: string;
  readonly unknown: string;
  readonly evidence: {
    readonly stated: string;
    readonly hedged: string;
    readonly reverted: string;
    readonly blame: (lines: string, total: string) => string;
    readonly context: (lines: string, total: string) => string;
    readonly files: (files: string, more: number) => string;
    readonly names: string;
    readonly owners: (owners: string) => string;
    readonly time: (days: string, changes: string) => string;
    readonly prior: Readonly<Record<PriorReason, (lines: string) => string>>;
  };
  readonly ruleNumbers: (
    faults: string,
    changes: string,
    percent: string,
    ratio: string | null,
    low: string,
    high: string | null,
  ) => string;
  readonly ruleWhy: (path: string, faults: string, changes: string, ratio: string | null) => string;
  readonly limit: {
    readonly uncounted: (count: string) => string;
    readonly blame: (done: string, left: string) => string;
    readonly notBlamed: (left: string) => string;
    readonly blameFiles: (count: string) => string;
    readonly unresolved: (count: string) => string;
    readonly shallow: string;
    readonly partial: string;
    readonly written: string;
  };
}

/** "1 revert", "2 reverts". */
function some(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}

const en: AnalysisTexts = {
  title: 'What the history says',
  empty: 'The repository has no commits yet.',
  summary: (changes, prs, from, to) =>
    `${some(changes, 'change')} reached the main line from ${from} to ${to}, ${prs} of them as ${prs === '1' ? 'a pull request' : 'pull requests'}.`,
  arrived: (merges, squashes, plain) =>
    `They came as merge commits (${merges}), squashes (${squashes}) and plain commits (${plain}).`,
  size: (files, files90, lines, lines90) =>
    `Half of them touch ${some(files, 'file')} and ${some(lines, 'line')} or fewer, nine in ten ${some(files90, 'file')} and ${some(lines90, 'line')} or fewer.`,
  lead: (p50, p90, n) =>
    `From the first commit to the main line: half within ${p50}, nine in ten within ${p90} (${some(n, 'merged branch', 'merged branches')}).`,
  hours: (value) => `${value} h`,
  days: (value) => `${value} days`,
  heading: {
    faults: 'Faults',
    reverts: 'Reverts',
    nearMisses: 'Near misses',
    incidents: 'Incidents',
    hot: 'Where changes cause faults',
    rules: 'Suggested risk rules',
    limits: 'What this cannot say',
  },
  none: {
    faults: 'No fix names or shows the change that caused it.',
    reverts: 'Nothing was reverted.',
    nearMisses: 'No change was undone within a day.',
    hot: 'No place has enough faults to say anything.',
    rules: 'No place stands out beyond chance, so there is no rule to suggest.',
  },
  faultsIntro: (count, stated, inferred) =>
    `${some(count, 'fix has', 'fixes have')} a known cause: ${stated} by their author's own words, ${inferred} inferred from blame.`,
  lags: (week, quarter, year) => `Fixed within 7 days: ${week}, within 90 days: ${quarter}, within a year: ${year}.`,
  revertsIntro: (count, verified, day) =>
    `${some(count, 'revert')}, ${verified} of them confirmed by the diff, ${day} within a day.`,
  nearMissesIntro:
    'Changes undone within a day, confirmed by the diff: caught early, and worth asking how they got through.',
  hotIntro:
    'A change counts as a fault when it caused one (confidence 0.5 or more) or was undone within a day. The ratio compares with all other changes; its 95 % interval says how sure that is.',
  rulesIntro: 'For `.github/impact.yml`. Each stands for a place whose ratio is above 1 beyond chance.',
  more: (count) => `… and ${count} more.`,
  column: {
    fix: 'Fix',
    cause: 'Caused by',
    confidence: 'Confidence',
    evidence: 'Evidence',
    lag: 'After',
    revert: 'Revert',
    undone: 'Undoes',
    depth: 'Depth',
    verified: 'Confirmed',
    place: 'Place',
    changes: 'Changes',
    faults: 'Faults',
    rate: 'Rate',
    ratio: 'Ratio',
    incident: 'Incident',
    noChange: 'No change',
  },
  yes: 'yes',
  claim: 'claim only',
  unknown: 'unknown',
  evidence: {
    stated: 'stated by the author',
    hedged: 'suspected by the author',
    reverted: 'undone by a verified revert',
    blame: (lines, total) =>
      total === '1' ? 'the one line that the fix removed' : `${lines} of the ${total} lines that the fix removed`,
    context: (lines, total) =>
      total === '1'
        ? 'the one line beside what the fix added'
        : `${lines} of the ${total} lines beside what the fix added`,
    files: (files, more) => `touched ${files}${more > 0 ? ` and ${more} more` : ''}`,
    names: 'touched files of like names',
    owners: (owners) => `touched code of the same owners (${owners})`,
    time: (days, changes) => `${some(days, 'day')} and ${some(changes, 'change')} earlier`,
    prior: {
      'high-risk': () => 'judged a high risk',
      large: (lines) => `changed ${some(lines, 'line')}`,
      unstated: () => 'stated no impact',
      unwatched: () => 'monitoring not confirmed in time',
    },
  },
  ruleNumbers: (faults, changes, percent, ratio, low, high) =>
    `${faults} of ${changes} changes caused a fault (${percent})${ratio === null ? '' : `, ${ratio} times the rest (95 % ${low}${high === null ? ' or more' : `–${high}`})`}`,
  ruleWhy: (path, faults, changes, ratio) =>
    `${path} caused ${faults} faults in ${changes} changes${ratio === null ? '' : `, ${ratio} times the rest`}.`,
  limit: {
    uncounted: (count) =>
      `${some(count, 'change is', 'changes are')} told by paths alone: the content is not in this clone.`,
    blame: (done, left) =>
      `${some(done, 'fix', 'fixes')} without a stated cause were blamed, ${left} are left. Run again with a larger --blame-budget to go on.`,
    notBlamed: (left) =>
      `${some(left, 'fix names', 'fixes name')} no cause. Run with --blame-budget 120s to infer causes from blame.`,
    blameFiles: (count) => `${some(count, 'file')} of fixes could not be blamed.`,
    unresolved: (count) => `${some(count, 'stated cause names', 'stated causes name')} no change of this clone.`,
    shallow: 'The clone is shallow: older changes are missing, and rates are of what is here.',
    partial: 'The clone is partial: nothing was fetched.',
    written: 'Stated causes exist only where somebody wrote them down, so they lean towards the obvious.',
  },
};

const ja: AnalysisTexts = {
  title: '履歴からわかること',
  empty: 'まだコミットがありません。',
  summary: (changes, prs, from, to) =>
    `${from} から ${to} までに ${changes} 件の変更がメインラインに入り、そのうち ${prs} 件がプルリクエストでした。`,
  arrived: (merges, squashes, plain) =>
    `内訳はマージコミット ${merges} 件、スカッシュ ${squashes} 件、通常のコミット ${plain} 件です。`,
  size: (files, files90, lines, lines90) =>
    `半数は ${files} ファイル・${lines} 行以内、9 割は ${files90} ファイル・${lines90} 行以内です。`,
  lead: (p50, p90, n) =>
    `最初のコミットからメインラインまで: 半数は ${p50} 以内、9 割は ${p90} 以内 (マージされたブランチ ${n} 本)。`,
  hours: (value) => `${value} 時間`,
  days: (value) => `${value} 日`,
  heading: {
    faults: '不具合',
    reverts: 'リバート',
    nearMisses: 'ヒヤリハット',
    incidents: 'インシデント',
    hot: '変更が不具合になりやすい場所',
    rules: 'リスクルールの提案',
    limits: 'この分析で言えないこと',
  },
  none: {
    faults: '原因となった変更がわかる修正は見つかりませんでした。',
    reverts: 'リバートされた変更はありません。',
    nearMisses: '1 日以内に取り消された変更はありません。',
    hot: '傾向を言えるほど不具合の多い場所はありません。',
    rules: '偶然を超えて目立つ場所がないため、提案できるルールはありません。',
  },
  faultsIntro: (count, stated, inferred) =>
    `原因がわかった修正は ${count} 件です (作成者の記述によるもの ${stated} 件、blame からの推定 ${inferred} 件)。`,
  lags: (week, quarter, year) => `修正までの期間: 7 日以内 ${week}、90 日以内 ${quarter}、1 年以内 ${year}。`,
  revertsIntro: (count, verified, day) =>
    `リバートは ${count} 件、うち差分で確認できたもの ${verified} 件、1 日以内のもの ${day} 件。`,
  nearMissesIntro:
    '1 日以内に取り消され、差分でも確認できた変更です。早く気づけた例として、なぜすり抜けたかを振り返る価値があります。',
  hotIntro:
    '不具合の原因になった変更 (確信度 0.5 以上) と 1 日以内に取り消された変更を「不具合」と数えています。倍率はほかのすべての変更との比で、95 % 区間はその確かさを表します。',
  rulesIntro: '`.github/impact.yml` に貼り付けて使えます。いずれも倍率が偶然を超えて 1 より大きい場所です。',
  more: (count) => `… ほか ${count} 件。`,
  column: {
    fix: '修正',
    cause: '原因',
    confidence: '確信度',
    evidence: '根拠',
    lag: '経過',
    revert: 'リバート',
    undone: '取り消した変更',
    depth: '深さ',
    verified: '確認',
    place: '場所',
    changes: '変更',
    faults: '不具合',
    rate: '割合',
    ratio: '倍率',
    incident: 'インシデント',
    noChange: '変更以外',
  },
  yes: '差分で確認',
  claim: '記述のみ',
  unknown: '不明',
  evidence: {
    stated: '作成者の記述',
    hedged: '作成者の推測',
    reverted: '確認済みのリバート',
    blame: (lines, total) => `修正が消した ${total} 行のうち ${lines} 行`,
    context: (lines, total) => `修正が追加した箇所の前後 ${total} 行のうち ${lines} 行`,
    files: (files, more) => `${files}${more > 0 ? ` ほか ${more} 件` : ''} を変更`,
    names: '似た名前のファイルを変更',
    owners: (owners) => `同じコードオーナー (${owners}) のコードを変更`,
    time: (days, changes) => `${days} 日前 (間に ${changes} 件の変更)`,
    prior: {
      'high-risk': () => 'リスク判定が高',
      large: (lines) => `${lines} 行を変更`,
      unstated: () => '技術的な影響の記載なし',
      unwatched: () => '期限までに監視の確認なし',
    },
  },
  ruleNumbers: (faults, changes, percent, ratio, low, high) =>
    `${changes} 件の変更のうち ${faults} 件が不具合の原因 (${percent})${ratio === null ? '' : `、ほかの ${ratio} 倍 (95 % 区間 ${low}${high === null ? ' 以上' : `–${high}`})`}`,
  ruleWhy: (path, faults, changes, ratio) =>
    `${path} では ${changes} 件の変更のうち ${faults} 件が不具合の原因になりました${ratio === null ? '' : ` (ほかの ${ratio} 倍)`}。`,
  limit: {
    uncounted: (count) => `${count} 件の変更は内容がこのクローンにないため、行数を数えていません。`,
    blame: (done, left) =>
      `原因の記述がない修正のうち ${done} 件を blame で調べました。残りは ${left} 件です。--blame-budget を増やして再実行すると続きから調べます。`,
    notBlamed: (left) =>
      `${left} 件の修正には原因の記述がありません。--blame-budget 120s を付けると blame から推定します。`,
    blameFiles: (count) => `修正の ${count} ファイルは blame できませんでした。`,
    unresolved: (count) => `記述された原因のうち ${count} 件は、このクローンの変更に該当しません。`,
    shallow: 'shallow クローンのため古い変更がなく、割合は手元にある範囲のものです。',
    partial: '部分クローンです。不足分の取得は行っていません。',
    written: '記述された原因は誰かが書き残したものに限られるため、わかりやすい例に偏ります。',
  },
};

const TEXTS: Readonly<Record<Locale, AnalysisTexts>> = { en, ja };

export function analysisTexts(locale: Locale): AnalysisTexts {
  return TEXTS[locale];
}
