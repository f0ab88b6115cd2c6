import type { SectionTexts } from './section-texts.ts';

export const sectionsJa: SectionTexts = {
  happened: {
    summary: (incidents, merged, per100, low, high) =>
      `マージされた変更 ${merged} 件に対し、デグレとインシデントは ${incidents} 件。100 マージあたり ${per100} 件です（95 % 区間 ${low} 〜 ${high}）。`,
    before: (incidents, merged, per100) =>
      `前期は ${merged} 件に対し ${incidents} 件、100 マージあたり ${per100} 件でした。`,
    nothingMerged: 'デフォルトブランチへのマージがないため、率は計算できません。',
    noVerdict: '2 つの期間を並べただけでは効果の判定になりません。普段の増減でも数値は動きます。',
    noIncidents: 'この期間に記録されたインシデントはありません。',
    trendTitle: '100 マージあたりのデグレとインシデント（週ごと）',
    trendSummary: (weeks, low, high) => `${weeks} 週分。週ごとの率は 100 マージあたり ${low} 〜 ${high} 件です。`,
    trendLimits: (center, baseline) =>
      `この期間より前の ${baseline} 週の平均は ${center} 件で、普段の週は限界線の内側に収まります。`,
    noLimits: (baseline) =>
      `この期間より前の記録は ${baseline} 週分です。限界線は 20 週以上そろってから引くため、まだ異常な週は判定しません。`,
    signals: (weeks) => `普段と異なる週: ${weeks} からの週。`,
    noSignal: '限界線を超えた週はありません。',
    axis: '100 マージあたり',
    value: '週ごとの率',
    center: 'この期間より前の平均',
    upper: '上方限界',
    signal: '限界超え',
    causesSummary: (causes) => `要因別: ${causes}。`,
    incidentsAxis: '件',
  },
  promised: {
    none: '期待値はまだありません。設定のプロジェクトに登録できます。',
    intro:
      '各プロジェクトが守ろうとしている値です。直近 28 日で見ています。合意の状況は、目標の合意のための Issue で確認できます。',
    measure: {
      'incidents-per-100-prs': '100 マージあたりのインシデント',
      'incidents-per-28d': '28 日間のインシデント',
      'regressions-per-28d': '28 日間のデグレ',
      'near-misses-per-28d': '28 日間のヒヤリハット',
      'change-fail-rate': '変更失敗率',
      monitored: 'リリース後の監視を確認した割合',
      'lead-time-p50': 'リードタイム（中央値）',
      'lead-time-p90': 'リードタイム（90 パーセンタイル）',
      'merged-prs-per-week': '週あたりのマージ件数',
      'review-rounds-p50': 'レビューの往復回数（中央値）',
    },
    state: { kept: '達成', broken: '未達', 'cannot-tell': '判断できない' },
    atMost: (value) => `${value} 以下`,
    atLeast: (value) => `${value} 以上`,
  },
  tried: {
    none: '改善施策が登録されていないため、効果は判定できません。設定の「actions」に登録してください。',
    intro: 'どの施策も、あらかじめ決めた同じ規則で判定しています。区間のない「減りました」は、うわさと変わりません。',
    chartTitle: '施策ごとの効果',
    axis: 'マージ 1 件あたりのインシデント（開始後 ÷ 開始前）',
    chartSummary: '線は 95 % 区間、点は推定値です。線が 1 をまたいでいれば、増えたとも減ったともいえません。',
    before: '開始前',
    after: '開始後',
    view: {
      registered: '登録時に決めた推定（判定に使用）',
      crude: '調整なし',
      exact: 'インシデントが互いに独立と仮定した正確法（mid-p）',
      strata: '同じリスク・規模どうしの比較',
      control: '施策の及ばない領域との比較',
      guard: 'きっかけになり得る直前の数週間を除いた比較',
      links: '原因不明のインシデントが片側に偏った場合',
    },
    changed: (registeredOn) => `${registeredOn} の登録後に設定が書き換えられています。推定の対象は、登録時の内容です。`,
    enough: '足りています',
    never: '何週間待っても足りません',
  },
  habits: {
    none: 'この期間に判定された変更がないため、習慣について言えることはありません。',
    level: { all: '全体', high: '高', medium: '中', low: '低', unknown: '不明' },
    row: {
      placeholders: 'テンプレートのままの記述',
      monitored: 'リリース後の監視を確認した割合',
      none: '「技術的な影響なし」で受け入れ',
      overridden: 'メンテナーによる上書き',
      exempt: '設定による対象外',
    },
    sinceEnforced: (day, before, since) =>
      `チェックがマージを止められるようになった ${day} 以降、テンプレートのままの記述は ${since}です。それ以前は ${before}でした。`,
    neverEnforced: 'チェックはこれまで助言だけで、マージを止めたことはありません。',
    windows: (states) => `今期の変更の監視期間: ${states}。`,
    state: {
      open: (count) => `監視中 ${count}`,
      done: (count) => `確認済み ${count}`,
      lapsed: (count) => `期限切れ ${count}`,
      incident: (count) => `インシデントで終了 ${count}`,
      reverted: (count) => `リバートで終了 ${count}`,
    },
  },
  pace: {
    none: 'マージがないため、スピードは報告できません。',
    row: {
      perWeek: '週あたりのマージ件数',
      openToMerge: '作成 → マージ',
      mergeToDeploy: 'マージ → デプロイ',
      openToDeploy: '作成 → デプロイ',
      reviewRounds: 'レビューの往復回数',
      reverted: 'リバートされた変更',
      followUpFixes: '追加修正が必要だった変更',
    },
    pair: (median, p90) => `${median} · ${p90}`,
    note: '中央値 · 90 パーセンタイル。平均は少数の極端に長いものに引きずられるため、使いません。',
  },
  hot: {
    none: '直近 365 日のインシデントで、変更にひもづいたものはありません。',
    intro:
      '原因となった変更の場所です。変更の多い場所は何でも多くなります。見るべき場所を示すもので、理由を示すものではありません。',
  },
  awaiting: {
    none: 'ありません。候補のあるインシデントは、すべて確認されています。',
    intro: (count) =>
      `候補はあるものの、確認も否定もされていないインシデントが ${count} 件あります。答えるほど判定は確かになります。`,
    hidden: '別の場所で管理されています',
    suspect: (name, percent) => `${name}（${percent}）`,
    howTo: '答えるには、インシデントに次のいずれかをコメントしてください。',
  },
  quality: {
    none: 'この期間に記録されたインシデントはありません。',
    row: {
      links: '変更へのひもづけ',
      unlinked: '原因不明の割合',
      classified: '種類を決めた人',
      agreement: '2 人の種類の判断の一致',
      detected: '気づいたきっかけ',
      start: '発生時刻の記載なし',
      windows: 'マージで始まった監視期間',
      unjudged: '判定されていない変更',
    },
    links: (confirmed, likely, noChange, unlinked) =>
      `確認済み ${confirmed}、有力 ${likely}、変更が原因ではない ${noChange}、不明 ${unlinked}`,
    classified: (byPerson, bySource, byNobody) => `確認した人 ${byPerson}、報告元 ${bySource}、未分類 ${byNobody}`,
    kappa: (value) => `Cohen の κ ${value}`,
    detector: {
      monitoring: (count) => `監視 ${count}`,
      users: (count) => `ユーザー ${count}`,
      people: (count) => `関係者 ${count}`,
      unknown: (count) => `記載なし ${count}`,
    },
    byMerge:
      'デプロイの記録がないため、マージをリリースとみなしています。実際の監視はもっと遅く始まったかもしれません。',
  },
  method: {
    points: [
      '数えるのは、デフォルトブランチにマージされた変更と、報告のうちデグレとインシデントです。問い合わせとヒヤリハットは監視を強めると増えるため、別に扱います。',
      '判定では、インシデントを原因となった変更のマージ日に数え、追跡期間内に起きたものだけを対象にします。この文書の表とグラフは暦どおりに数えています。',
      '「改善」には次のすべてが必要です。ばらつきを調整した 95 % 区間が 1 を下回ること、開始直前の数週間を除いても同じこと、原因不明のものが最も不利に偏っても向きが変わらないこと、過去の日付が 19 個以上あればその 95 % を超えること。「悪化」はその逆で、それ以外はすべて「判断できない」です。',
      'グラフの限界線は、この期間より前の週の平均から標準偏差の 3 倍です。それらの週が実際に示すばらつきに合わせて広げています。',
      '率の区間はポアソン分布の正確な区間（Garwood）、割合の区間はスコア区間（Wilson）です。',
    ],
    limits: [
      '施策と同じ日に変わったほかのこと、インシデントと呼ぶ基準が変わったことは、区別できません。',
      '別のリポジトリに移った作業は見えません。',
      'ひもづけは判断です。確認されていないものは、確率が 2 分の 1 以上の最有力の変更に数えています。',
    ],
    limitsHeading: 'このレポートから見えないもの',
    estimator: {
      crude: '調整なしの率の比',
      'mantel-haenszel': 'リスク × 規模で層別した Mantel–Haenszel',
      'ratio-of-ratios': '比較領域に対する比の比',
    },
    freeze: (frozenOn, kinds, followUp, estimator) =>
      `${frozenOn} に固定: マージから ${followUp} 日以内の${kinds}。${estimator}。`,
    notFrozen: (readOn, kinds, followUp, estimator) =>
      `まだ固定していません。${readOn} までのデータに同じ規則を当てはめると: マージから ${followUp} 日以内の${kinds}。${estimator}。`,
    placebos: (dates) => `プラセボの日付 ${dates} 個。`,
  },
};
