import type { ActionTexts } from './action-texts.ts';

export const ja: ActionTexts = {
  notSet: (variable) => `${variable} が設定されていません。GitHub Actions のステップとして実行してください。`,
  badSetting: (problem) => `環境変数の設定に誤りがあります: ${problem}`,
  badInput: (input, got, allowed) => `入力 ${input} が「${got}」になっています。指定できるのは ${allowed} です。`,
  noToken:
    '入力 token が空です。省略すればワークフローのトークンが使われます。contents: read と pull-requests: read の権限が必要です。',
  otherEvent: (event, allowed) => `イベント ${event} では判定するものがありません。${allowed} で実行してください。`,
  badEvent: (path, why) => `${path} のイベントを読めません: ${why}`,
  notFound: (subject) =>
    `${subject} が存在しないか、トークンに読み取り権限がありません。ジョブに contents: read と pull-requests: read を与えてください。`,
  github: (message) =>
    `GitHub から必要な応答を得られませんでした: ${message}。ジョブに contents: read と pull-requests: read があるか確認するか、しばらくしてから再実行してください。`,
  unexpected: (message) =>
    `起きるはずのない問題です（Hiyari の不具合です）: ${message}。HIYARI_DEBUG=1 を付けて再実行し、その出力を添えて報告してください。`,
};
