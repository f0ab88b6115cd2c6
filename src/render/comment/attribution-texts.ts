import type { PriorReason } from '../../domain/attribution/weigh-facts.ts';
import type { Locale } from '../../domain/locale.ts';

export type ConfidenceWord = 'certain' | 'likely' | 'possible' | 'weak';

/** The words of our comments on incidents and on the changes behind them. What is given is safe for Markdown. */
export interface AttributionTexts {
  readonly heading: string;
  readonly settled: string;
  readonly none: string;
  readonly withdrawn: string;
  readonly blind: string;
  readonly confidence: Readonly<Record<ConfidenceWord, string>>;
  readonly candidate: (change: string, title: string | null, confidence: string) => string;
  readonly confirmed: (by: string, why: string | null) => string;
  readonly rejected: (by: string, why: string | null) => string;
  readonly saidNoChange: (by: string, why: string | null) => string;
  readonly noChange: (percent: string) => string;
  readonly directPush: (sha: string) => string;
  readonly evidence: {
    readonly stated: string;
    readonly hedged: string;
    readonly reverted: string;
    readonly blame: (lines: string, total: string, fixes: string) => string;
    readonly context: (lines: string, total: string, fixes: string) => string;
    readonly plain: string;
    readonly files: (files: string, more: number) => string;
    readonly filesHidden: (count: number) => string;
    readonly names: string;
    readonly owners: (owners: string | null) => string;
    readonly time: (lag: string, changes: number) => string;
    readonly prior: Readonly<Record<PriorReason, (lines: number) => string>>;
  };
  readonly theFix: string;
  readonly lag: (days: number) => string;
  readonly box: { readonly confirmed: string; readonly rejected: string; readonly noChange: string };
  readonly how: (commands: { readonly link: string; readonly unlink: string; readonly noChange: string }) => string;
  readonly guess: string;
  readonly caused: (incident: string, title: string | null) => string;
  readonly privateIncident: string;
  readonly takenBack: string;
}

const numbers = new Intl.NumberFormat('en-US');

function some(value: number, one: string): string {
  return `${numbers.format(value)} ${one}${value === 1 ? '' : 's'}`;
}

const en: AttributionTexts = {
  heading: 'What may have caused this',
  settled: 'What caused this',
  none: 'No merged change before this began is known that could have caused it.',
  withdrawn: 'This is no longer counted as an incident, so no cause is looked for.',
  blind:
    'Which change caused this? Hiyari has a guess and keeps it back until you have answered: one incident in ten is asked like this, so that its guesses can be measured fairly.',
  confidence: { certain: 'very likely', likely: 'likely', possible: 'possible', weak: 'a weak hint' },
  candidate: (change, title, confidence) => `${change}${title === null ? '' : ` “${title}”`}: **${confidence}**`,
  confirmed: (by, why) => `confirmed by ${by}${why === null ? '' : `: “${why}”`}`,
  rejected: (by, why) => `ruled out by ${by}${why === null ? '' : `: “${why}”`}`,
  saidNoChange: (by, why) => `**No change caused this**, says ${by}${why === null ? '.' : `: “${why}”`}`,
  noChange: (percent) => `That no change of this repository caused it: ${percent}.`,
  directPush: (sha) => `direct push ${sha}`,
  evidence: {
    stated: 'a person stated that it was the cause',
    hedged: 'a person suspects it',
    reverted: 'a revert undid it, and its diff bears that out',
    blame: (lines, total, fixes) => `${lines} of the ${total} lines that ${fixes} removed came from it`,
    context: (lines, total, fixes) => `${lines} of the ${total} lines beside what ${fixes} added came from it`,
    plain: ' (by GitHub’s blame, which sees neither moved nor reformatted lines)',
    files: (files, more) => `it touched ${files}${more > 0 ? ` and ${numbers.format(more)} more` : ''}, where it hurts`,
    filesHidden: (count) => `it touched ${some(count, 'file')} where it hurts`,
    names: 'it touched files whose names are like those where it hurts',
    owners: (owners) =>
      `its files and the place where it hurts belong to the same code owners${owners === null ? '' : ` (${owners})`}`,
    time: (lag, changes) =>
      `it reached users ${lag} before this began${changes === 0 ? ', the last change to do so' : `, with ${some(changes, 'change')} after it`}`,
    prior: {
      'high-risk': () => 'it was judged a high risk',
      large: (lines) => `it changed ${some(lines, 'line')}`,
      unstated: () => 'it did not state its impact',
      unwatched: () => 'nobody confirmed its monitoring in time',
    },
  },
  theFix: 'the fix',
  lag: (days) => {
    if (days >= 2) return some(Math.round(days), 'day');
    const hours = days * 24;
    return hours >= 2 ? some(Math.round(hours), 'hour') : some(Math.max(1, Math.round(hours * 60)), 'minute');
  },
  box: { confirmed: 'this caused it', rejected: 'this did not cause it', noChange: 'no change caused it' },
  how: ({ link, unlink, noChange }) =>
    `Tick a box, or comment ${link}, ${unlink} or ${noChange}. It needs write access, and what you say improves the next guess.`,
  guess: 'Guesses from evidence, not verdicts; nobody is notified of a guess.',
  caused: (incident, title) =>
    `${incident}${title === null ? '' : ` “${title}”`} was traced to this change, and a person confirmed it. This is for learning, not for blame; nothing needs to be done here.`,
  privateIncident: 'An incident',
  takenBack: 'An incident was traced to this change; that has been taken back.',
};

const ja: AttributionTexts = {
  heading: '原因と考えられる変更',
  settled: '原因となった変更',
  none: '発生前にマージされた変更の中に、原因と考えられるものは見つかりませんでした。',
  withdrawn: 'インシデントの対象から外れたため、原因の調査を終了しました。',
  blind:
    '原因はどの変更ですか。Hiyari の推定は、回答があるまで表示しません。推定の精度を公平に測るため、10 件に 1 件はこの形でお尋ねしています。',
  confidence: { certain: 'ほぼ確実', likely: '可能性が高い', possible: '可能性あり', weak: '手がかり程度' },
  candidate: (change, title, confidence) => `${change}${title === null ? '' : `「${title}」`}: **${confidence}**`,
  confirmed: (by, why) => `${by} さんが原因と確認${why === null ? '' : `（${why}）`}`,
  rejected: (by, why) => `${by} さんが原因ではないと判断${why === null ? '' : `（${why}）`}`,
  saidNoChange: (by, why) =>
    `**原因となった変更はない**と ${by} さんが判断しました${why === null ? '。' : `（${why}）。`}`,
  noChange: (percent) => `このリポジトリの変更が原因ではない可能性: ${percent}`,
  directPush: (sha) => `直接のプッシュ ${sha}`,
  evidence: {
    stated: '原因だと記述されている',
    hedged: '原因ではないかと記述されている',
    reverted: 'リバートされており、差分でも確認できる',
    blame: (lines, total, fixes) => `${fixes}で削除された ${total} 行のうち ${lines} 行がこの変更によるもの`,
    context: (lines, total, fixes) =>
      `${fixes}で追加された箇所の前後 ${total} 行のうち ${lines} 行がこの変更によるもの`,
    plain: '（GitHub の blame によるため、移動や整形だけの行は区別できません）',
    files: (files, more) =>
      `問題の起きた箇所の ${files}${more > 0 ? ` ほか ${numbers.format(more)} ファイル` : ''}を変更している`,
    filesHidden: (count) => `問題の起きた箇所の ${numbers.format(count)} ファイルを変更している`,
    names: '問題の起きた箇所と名前の似たファイルを変更している',
    owners: (owners) =>
      `変更したファイルと問題の起きた箇所のコードオーナーが同じ${owners === null ? '' : `（${owners}）`}`,
    time: (lag, changes) =>
      `発生の${lag}前に反映${changes === 0 ? '（直前の変更）' : `（その後の変更 ${numbers.format(changes)} 件）`}`,
    prior: {
      'high-risk': () => 'リスクが高いと判定されていた',
      large: (lines) => `変更が ${numbers.format(lines)} 行に及んでいた`,
      unstated: () => '技術的な影響の記載がなかった',
      unwatched: () => '期限までに監視の確認がなかった',
    },
  },
  theFix: '修正',
  lag: (days) => {
    if (days >= 2) return ` ${numbers.format(Math.round(days))} 日`;
    const hours = days * 24;
    return hours >= 2
      ? ` ${numbers.format(Math.round(hours))} 時間`
      : ` ${numbers.format(Math.max(1, Math.round(hours * 60)))} 分`;
  },
  box: { confirmed: 'これが原因', rejected: 'これは原因ではない', noChange: '変更が原因ではない' },
  how: ({ link, unlink, noChange }) =>
    `チェックを入れるか、${link}・${unlink}・${noChange} とコメントしてください。書き込み権限が必要です。回答は次の推定に生かされます。`,
  guess: '根拠に基づく推定であり、断定ではありません。推定の段階では誰にも通知しません。',
  caused: (incident, title) =>
    `${incident}${title === null ? '' : `「${title}」`}の原因がこの変更だと確認されました。責めるためではなく、学ぶための記録です。ここでの対応は不要です。`,
  privateIncident: 'あるインシデント',
  takenBack: 'この変更を原因とした記録は取り消されました。',
};

const TEXTS: Readonly<Record<Locale, AttributionTexts>> = { en, ja };

export function attributionTexts(locale: Locale): AttributionTexts {
  return TEXTS[locale];
}
