import type { Locale } from '../../domain/locale.ts';

/** What the issue says in which targets are agreed on, and what is answered there. Names come as code. */
export interface AlignmentTexts {
  readonly title: (project: string) => string;
  readonly intro: (project: string, path: string) => string;
  readonly column: Readonly<Record<'expectation' | 'measured' | 'proposed' | 'agreed' | 'status', string>>;
  readonly measuredOn: (day: string) => string;
  readonly who: string;
  readonly hasAgreed: (name: string, day: string) => string;
  readonly hasNotAgreed: (name: string) => string;
  readonly maintainer: string;
  readonly how: (command: string) => string;
  readonly toChange: string;
  readonly box: string;
  readonly complete: string;
  readonly closed: string;
  readonly earlier: string;
  readonly earlierLine: (name: string, day: string) => string;
  readonly notAnAlignment: (command: string) => string;
  readonly mayNotAgree: (names: string) => string;
  readonly mayNotAgreeMaintain: string;
}

const en: AlignmentTexts = {
  title: (project) => `What is expected of ${project}`,
  intro: (project, path) =>
    `These are the targets that ${path} proposes for ${project}. They count from the moment they are written there; this issue records that the people who live with them have agreed. When the targets change, they are asked again.`,
  column: {
    expectation: 'Expectation',
    measured: 'Measured, last 28 days (95 %)',
    proposed: 'Proposed',
    agreed: 'Agreed',
    status: 'Status',
  },
  measuredOn: (day) => `Measured on ${day}. \`hiyari expect propose\` shows what the last weeks would suggest.`,
  who: 'Who has agreed',
  hasAgreed: (name, day) => `✅ ${name}, ${day}`,
  hasNotAgreed: (name) => `⬜ ${name}`,
  maintainer: 'somebody who may maintain the repository',
  how: (command) => `Tick the box, or comment ${command}.`,
  toChange: 'To change a target, change it in the configuration: by a pull request, so that it can be discussed.',
  box: 'I agree to these targets',
  complete: '🟢 Everybody who was asked has agreed. This issue may be closed.',
  closed:
    '⚪ The issue was closed before everybody had agreed, and is left closed. Changed targets will be asked for in a new one.',
  earlier: 'Agreed to earlier targets',
  earlierLine: (name, day) => `${name}, ${day}`,
  notAnAlignment: (command) => `${command} works in the issue in which the targets of a project are agreed on.`,
  mayNotAgree: (names) => `This was not recorded: the configuration asks ${names} to agree to these targets.`,
  mayNotAgreeMaintain: 'This was not recorded: people who may maintain the repository agree to these targets.',
};

const ja: AlignmentTexts = {
  title: (project) => `${project} の期待値`,
  intro: (project, path) =>
    `${path} にある ${project} の目標案です。目標は設定に書かれた時点から有効です。この Issue には、関係する人が合意したことを記録します。目標が変わると、あらためて合意をお願いします。`,
  column: {
    expectation: '項目',
    measured: '実績: 直近 28 日（95 %）',
    proposed: '目標案',
    agreed: '合意済み',
    status: '状態',
  },
  measuredOn: (day) =>
    `${day} 時点の実績です。直近の数週間から見た目標の案は \`hiyari expect propose\` で確認できます。`,
  who: '合意の状況',
  hasAgreed: (name, day) => `✅ ${name}（${day}）`,
  hasNotAgreed: (name) => `⬜ ${name}`,
  maintainer: 'リポジトリのメンテナー権限を持つ人',
  how: (command) => `チェックを入れるか、${command} とコメントしてください。`,
  toChange: '目標を変えるときは、議論できるようにプルリクエストで設定を変更してください。',
  box: 'この目標に合意します',
  complete: '🟢 全員の合意がそろいました。この Issue は閉じて構いません。',
  closed:
    '⚪ 全員の合意がそろう前に閉じられたため、このままにします。目標が変わったときは、新しい Issue で合意をお願いします。',
  earlier: '以前の目標への合意',
  earlierLine: (name, day) => `${name}（${day}）`,
  notAnAlignment: (command) => `${command} は、プロジェクトの目標に合意するための Issue で使えます。`,
  mayNotAgree: (names) => `記録していません。この目標に合意するのは、設定で指定された ${names} です。`,
  mayNotAgreeMaintain: '記録していません。この目標に合意できるのは、リポジトリのメンテナー権限を持つ人です。',
};

const TEXTS: Readonly<Record<Locale, AlignmentTexts>> = { en, ja };

export function alignmentTexts(locale: Locale): AlignmentTexts {
  return TEXTS[locale];
}
