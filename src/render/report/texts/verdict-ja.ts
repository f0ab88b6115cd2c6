import type { VerdictTexts } from './verdict-texts.ts';

export const verdictJa: VerdictTexts = {
  word: { improved: '改善', 'cannot-tell': '判断できない', worse: '悪化' },
  noActions: (incidents, merged) =>
    `改善施策が登録されていないため、効果の判定はありません。マージされた変更 ${merged} 件に対し、デグレとインシデントは ${incidents} 件でした。`,
  noData: '報告できる内容がありません。この期間以前に、マージされた変更もインシデントも記録されていません。',
  group: {
    improved: (actions) => `改善した施策: ${actions}。`,
    worse: (actions) => `悪化した施策: ${actions}。`,
    'cannot-tell': (actions) => `まだ判断できない施策: ${actions}。`,
  },
  title: (title) => `「${title}」`,
  withNeed: (title, need) => `${title}（${need}）`,
  andMore: (titles, more) => `${titles}ほか ${more} 件`,
  join: '、',
  gap: '',
  fewer: (percent) => `${percent} 減`,
  more: (percent) => `${percent} 増`,
  times: (ratio) => `${ratio} 倍`,
  same: '差なし',
  unbounded: '上限なし',
  between: (from, to) => `${from} 〜 ${to}`,
  improved: (kinds, effect, interval) =>
    `定着してから、マージ 1 件あたりの${kinds}はおよそ ${effect}となりました（95 % 区間: ${interval}）。偶然や普段の増減、開始日の巡り合わせ、原因のひもづけの誤りでは説明のつかない差です。`,
  worse: (kinds, effect, interval) =>
    `定着してから、マージ 1 件あたりの${kinds}はおよそ ${effect}となりました（95 % 区間: ${interval}）。偶然や普段の増減、原因のひもづけの誤りでは説明のつかない差です。`,
  cannotTell: (reason) => `効果があるかどうかは、まだ判断できません。${reason}。`,
  estimate: (kinds, effect, interval) =>
    `現時点の推定では、マージ 1 件あたりの${kinds}は ${effect} です（${interval}）。`,
  guess: (kinds, effect) => `現時点の推定では、マージ 1 件あたりの${kinds}は ${effect} です。`,
  caution: '同じ時期にほかにも変わったことがあれば、その影響も含まれます。施策だけの効果とは限りません。',
  reason: {
    notStarted: (announced) => `開始日は ${announced} です`,
    neverReached: '施策に沿った変更の割合が、まだ 80 % に届いていません',
    notMeasured: '判定済みの変更が少なく、いつ定着したのかを読み取れません',
    windows: (before, after) => `比べるための期間が足りません（前 ${before} 日、後 ${after} 日）`,
    soleAction: (others) => `同じ種類を対象とする別の施策（${others}）が同じ時期に始まっています`,
    noExposure: '前後のどちらかで、マージされた変更がありません',
    noEvents: '対象となるインシデントが前後どちらにもありません',
    strataDisagree: 'リスクの高い変更とそれ以外とで効果が異なり、1 つの数値では表せません',
    noControl: '比較対象とした領域に、比べられるインシデントがありません',
    interval: (interval) => `「差なし」もまだあり得る範囲に入っています（${interval}）`,
    noGuard: '過去の記録が少なく、たまたま悪かった時期が終わっただけという可能性を除けません',
    guarded: (interval) =>
      `特に悪かったかもしれない開始直前の数週間を除くと、「差なし」もあり得る範囲に入ります（${interval}）`,
    links: '原因のわからないインシデントの扱いしだいで、結論が逆になり得ます',
    placebos: (dates) => `何もしていない過去の ${dates} 個の日付でも、同じくらいの変化が珍しくありません`,
  },
  shortNever: '開始前のインシデントが少なく、待っても判断できません',
  shortNeed: (weeks) => `あと約 ${weeks} 週間`,
  need: (fall, changes, weeks) =>
    `${fall} の減少を確かめるには、あと約 ${changes} 件のマージが必要です${weeks === null ? '' : `（今のペースで約 ${weeks} 週間）`}。`,
  needMet: (fall) => `${fall} の減少があったなら、このデータに現れていた可能性が高いといえます。`,
  tooFewBefore: (fall, needed, had) =>
    `${fall} の減少を確かめるには、開始前のインシデントがおよそ ${needed} 件必要です。実際は ${had} 件なので、待つだけでは判断できるようになりません。`,
  detectable: (fall) => `このデータが 80 % の確率で捉えられた最小の効果は、${fall} の減少です。`,
  nothingDetectable: 'このデータでは、どれほど大きな効果も 80 % の確率では捉えられませんでした。',
};
