import type { SetupTexts } from './setup-texts.ts';

export const ja: SetupTexts = {
  title: 'Hiyari のセットアップ',
  closed:
    'このページは、サーバーがターミナルに表示したアドレスから開いてください。アドレスは一度だけ有効です。もう一度必要な場合はサーバーを起動し直してください。',
  intro:
    'Hiyari にはまだ認証情報がありません。2 ステップで GitHub 上に App を作成し、認証情報をこのマシンの .env に保存します。第三者のサービスは使いません。',
  publicUrl: 'GitHub からこのサーバーに届くアドレス',
  publicUrlHelp:
    'GitHub はここに Webhook を送ります。リバースプロキシやトンネルなど、GitHub から届くアドレスを指定してください(例: https://hiyari.example.com)。届くアドレスがないと、Hiyari は何も受け取れません。',
  organization: 'App を所有する Organization(個人アカウントの場合は空欄)',
  organizationHelp: 'Organization ページの URL に含まれるログイン名です。',
  next: '次へ',
  badPublicUrl:
    'アドレスの形式が正しくありません。https://(または http://)で始まるアドレスを入力してください(例: https://hiyari.example.com)。',
  unreachableUrl:
    'このアドレスは手元のマシンを指しているため、GitHub からは届きません。プロキシまたはトンネルのアドレスを入力してください。',
  badOrganization: 'Organization のログイン名ではありません。使えるのは英数字とハイフンだけです。',
  review: 'GitHub に App を作成する',
  reviewHelp: '次の GitHub の画面で名前を変更し(GitHub 全体で一意である必要があります)、確定してください。',
  hookGoesTo: 'Webhook の送信先',
  permissions: 'App が求める権限',
  create: 'GitHub に進む',
  badState: 'この応答は今回のセットアップのものではありません。最初からやり直してください。',
  failed:
    'GitHub から認証情報を受け取れませんでした。コードは 1 回限り、1 時間だけ有効です。最初からやり直してください。',
  again: '最初からやり直す',
  done: 'App ができました',
  saved: '認証情報を .env に保存しました(本人だけが読めます)。',
  install: '続いて、対象のリポジトリにインストールしてください。',
  installLink: 'App をインストールする',
  running:
    'Hiyari はこのまま App として動き始めます。次のプルリクエストから、チェック「Technical impact」が表示されます。',
};
