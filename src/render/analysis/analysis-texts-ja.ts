import type { AnalysisTexts } from './analysis-texts.ts';

export const analysisTextsJa: AnalysisTexts = {
  title: '履歴からわかること',
  empty: 'まだコミットがありません。',
  summary: (changes, prs, from, to) =>
    `${from} から ${to} までに ${changes} 件の変更がメインラインに入り、そのうち ${prs} 件がプルリクエストでした。`,
  arrived: (merges, squashes, plain) =>
    `内訳はマージコミット ${merges} 件、スカッシュ ${squashes} 件、通常のコミット ${plain} 件です。`,
  size: (files, files90, lines, lines90) =>
    `半数は ${files} ファイル・${lines} 行以内、9 割は ${files90} ファイル・${lines90} 行以内です。`,
  lead: (p50, p90, n) =>
    `最初のコミットからメインラインまで: 半数は ${p50} 以内、9 割は ${p90} 以内（マージされたブランチ ${n} 本）。`,
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
    `原因がわかった修正は ${count} 件です（作成者の記述によるもの ${stated} 件、blame からの推定 ${inferred} 件）。`,
  lags: (week, quarter, year) => `修正までの期間: 7 日以内 ${week}、90 日以内 ${quarter}、1 年以内 ${year}。`,
  revertsIntro: (count, verified, day) =>
    `リバートは ${count} 件、うち差分で確認できたもの ${verified} 件、1 日以内のもの ${day} 件。`,
  nearMissesIntro:
    '1 日以内に取り消され、差分でも確認できた変更です。早く気づけた例として、なぜすり抜けたかを振り返る価値があります。',
  hotIntro:
    '不具合の原因になった変更（確信度 0.5 以上）と1 日以内に取り消された変更を「不具合」と数えています。倍率はほかのすべての変更との比で、95 % 区間はその確かさを表します。',
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
    owners: (owners) => `同じコードオーナー（${owners}）のコードを変更`,
    time: (days, changes) => `${days} 日前（間に ${changes} 件の変更）`,
    prior: {
      'high-risk': () => 'リスク判定が高',
      large: (lines) => `${lines} 行を変更`,
      unstated: () => '技術的な影響の記載なし',
      unwatched: () => '期限までに監視の確認なし',
    },
  },
  ruleNumbers: (faults, changes, percent, ratio, low, high) =>
    `${changes} 件の変更のうち ${faults} 件が不具合の原因（${percent}）${ratio === null ? '' : `、ほかの ${ratio} 倍（95 % 区間 ${low}${high === null ? ' 以上' : `–${high}`}）`}`,
  ruleWhy: (path, faults, changes, ratio) =>
    `${path} では ${changes} 件の変更のうち ${faults} 件が不具合の原因になりました${ratio === null ? '' : `（ほかの ${ratio} 倍）`}。`,
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
