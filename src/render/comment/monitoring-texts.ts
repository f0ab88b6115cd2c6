import type { Locale } from '../../domain/locale.ts';
import type { WindowOpener } from '../../domain/monitoring/monitoring-window.ts';
import type { RiskLevel } from '../../domain/risk/risk-level.ts';

interface Opened {
  readonly environment: string;
  readonly at: string;
}

/** The words around the watching of released changes. What is given is safe for Markdown. */
export interface MonitoringTexts {
  readonly heading: string;
  readonly opened: Readonly<Record<WindowOpener, (opened: Opened) => string>>;
  readonly until: (end: string, level: RiskLevel) => string;
  readonly promised: string;
  readonly nothingPromised: string;
  readonly how: (command: string) => string;
  readonly box: string;
  readonly done: (at: string) => string;
  readonly seen: string;
  readonly lapsed: (end: string) => string;
  readonly late: string;
  readonly howLate: (command: string) => string;
  readonly incident: (at: string) => string;
  readonly reverted: (at: string) => string;
  readonly takenOut: (at: string) => string;
  readonly reminder: (to: string, end: string) => string;
  readonly reminderHow: (command: string) => string;
  /** The line in the check of the author's next pull request. */
  readonly open: (numbers: string, count: number, command: string) => string;
}

const EN_LEVEL: Readonly<Record<RiskLevel, string>> = {
  low: 'low risk',
  medium: 'medium risk',
  high: 'high risk',
  unknown: 'unknown risk, handled like high',
};

const en: MonitoringTexts = {
  heading: 'Watching this change after its release',
  opened: {
    deployment: ({ environment, at }) => `It was deployed to ${environment} on ${at}.`,
    release: ({ environment, at }) => `It was published with a ${environment} on ${at}.`,
    merge: ({ at }) =>
      `It was merged on ${at}. Nothing tells Hiyari of deployments in this repository, so the merge counts as the release.`,
  },
  until: (end, level) => `It is watched until **${end}** (${EN_LEVEL[level]}).`,
  promised: 'What was to be watched, in the author’s words:',
  nothingPromised:
    'The description does not say what to watch. Errors, response times and whatever this change touches are a good start.',
  how: (command) =>
    `Tick the box once you have looked, or comment ${command} and say what you saw. The author, or somebody with write access, can do so.`,
  box: 'I have looked at it in production, and it behaves as expected.',
  done: (at) => `Looked at on ${at}. Thank you.`,
  seen: 'What was seen:',
  lapsed: (end) => `The time to watch ended on ${end}, and nobody had said what was seen.`,
  late: 'Said later:',
  howLate: (command) => `It can still be said with ${command}; it is recorded as late.`,
  incident: (at) => `The watching ended on ${at}: an incident was tied to this change.`,
  reverted: (at) => `The watching ended on ${at}: the change was reverted.`,
  takenOut: (at) =>
    `The watching paused on ${at}: an older version was shipped over this change. It starts anew when the change is shipped again.`,
  reminder: (to, end) =>
    `${to}, a reminder: this released change is watched until ${end}, and nobody has said yet what was seen in production.`,
  reminderHow: (command) => `Tick the box in the comment above, or comment ${command}.`,
  open: (numbers, count, command) =>
    `${count === 1 ? 'An earlier change of the same author is' : `${count} earlier changes of the same author are`} being watched after release: ${numbers}. Once looked at in production, ${count === 1 ? 'it is' : 'each is'} confirmed there with ${command}.`,
};

const JA_LEVEL: Readonly<Record<RiskLevel, string>> = {
  low: 'リスク低',
  medium: 'リスク中',
  high: 'リスク高',
  unknown: 'リスク不明、「高」と同じ扱い',
};

const ja: MonitoringTexts = {
  heading: 'リリース後の監視',
  opened: {
    deployment: ({ environment, at }) => `${at} に ${environment} にデプロイされました。`,
    release: ({ environment, at }) => `${at} に ${environment} として公開されました。`,
    merge: ({ at }) =>
      `${at} にマージされました。このリポジトリのデプロイは Hiyari に通知されていないため、マージをリリースとみなします。`,
  },
  until: (end, level) => `監視期間は **${end}** までです（${JA_LEVEL[level]}）。`,
  promised: '作成者が監視すると書いた内容:',
  nothingPromised:
    'PR の説明に監視する内容が書かれていません。エラー、応答時間、この変更が関わる機能の動作などを確認してください。',
  how: (command) =>
    `確認したらチェックを入れるか、${command} とコメントして確認した内容を書いてください。作成者か、書き込み権限のある人が行えます。`,
  box: '本番環境で確認し、想定どおりに動いています。',
  done: (at) => `${at} に確認されました。ありがとうございます。`,
  seen: '確認した内容:',
  lapsed: (end) => `確認の記録がないまま、監視期間が ${end} に終わりました。`,
  late: '期間後の確認:',
  howLate: (command) => `今からでも ${command} で記録できます（期間後の確認として扱われます）。`,
  incident: (at) => `この変更に関連するインシデントが記録されたため、監視は ${at} に終了しました。`,
  reverted: (at) => `変更がリバートされたため、監視は ${at} に終了しました。`,
  takenOut: (at) =>
    `古いバージョンがデプロイされ、この変更は ${at} に本番環境から外れました。再びデプロイされると、監視が改めて始まります。`,
  reminder: (to, end) =>
    `${to} さん、リリース済みのこの変更の監視期間は ${end} までですが、本番環境での確認がまだ記録されていません。`,
  reminderHow: (command) => `上のコメントのチェックボックスにチェックを入れるか、${command} とコメントしてください。`,
  open: (numbers, count, command) =>
    `同じ作成者の変更 ${count} 件（${numbers}）が、リリース後の監視期間中です。本番環境で確認したら、その PR に ${command} とコメントしてください。`,
};

const TEXTS: Readonly<Record<Locale, MonitoringTexts>> = { en, ja };

export function monitoringTexts(locale: Locale): MonitoringTexts {
  return TEXTS[locale];
}

/** `2026-09-04 00:00 UTC`: the readers of one pull request live in many time zones. */
export function utcMinute(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
