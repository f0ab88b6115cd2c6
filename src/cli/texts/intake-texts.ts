import type { IntakeKind } from '../../domain/incident/intake-source.ts';
import type { Locale } from '../../domain/locale.ts';

/** Every text of `hiyari intake`, once for each language. */
export interface IntakeTexts {
  readonly about: string;
  readonly command: Readonly<Record<'add' | 'list' | 'rotate' | 'remove', string>>;
  readonly option: Readonly<Record<'kind' | 'repo' | 'secretFrom' | 'id' | 'address' | 'now', string>>;
  readonly columns: Readonly<Record<'id' | 'kind' | 'repositories' | 'created', string>>;
  readonly empty: string;
  readonly id: string;
  readonly address: string;
  readonly secret: string;
  /** What to do on the other side. */
  readonly next: Readonly<Record<IntakeKind, (id: string) => string>>;
  readonly oldSecret: string;
  readonly noPublicUrl: string;
  readonly removed: (id: string) => string;
  readonly oneId: string;
  readonly unknown: (id: string) => string;
  readonly oneInstallation: string;
  readonly shortSecret: (shortest: number) => string;
  readonly noRepository: (name: string, known: string) => string;
  readonly noKey: string;
}

const en: IntakeTexts = {
  about: 'let other programs report incidents',
  command: {
    add: 'open a door for a program; prints its address and secret, once',
    list: 'which doors there are',
    rotate: 'give a door a new secret; the old one counts for another day',
    remove: 'close a door',
  },
  option: {
    kind: 'which program',
    repo: 'what it may report on (repeatable)',
    secretFrom: "a file with the program's own secret; - is standard input (default: one is made)",
    id: 'of the door, as "hiyari intake list" shows it',
    address: 'give it a new address too; the old one ends at once',
    now: 'the old secret ends at once',
  },
  columns: { id: 'Id', kind: 'Kind', repositories: 'Repositories', created: 'Created' },
  empty: 'No program may report incidents yet; "hiyari intake add" opens a door.',
  id: 'Id',
  address: 'Address',
  secret: 'Secret',
  next: {
    pagerduty: (id) =>
      `Create a webhook (Generic Webhooks v3) in PagerDuty with this address. PagerDuty shows its own secret then: hand it over with "hiyari intake rotate ${id} --secret-from -".`,
    sentry: (id) =>
      `Create an internal integration in Sentry with this address as its webhook URL. Its client secret is the one that counts: hand it over with "hiyari intake rotate ${id} --secret-from -".`,
    grafana: () =>
      'Create a contact point of the type webhook in Grafana with this address; under HMAC signature enter the secret, and X-Grafana-Alerting-Timestamp as the timestamp header.',
    generic: () =>
      'Send JSON by POST to this address, with the header X-Hiyari-Signature: t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hex>. docs/incidents.md has an example.',
  },
  oldSecret: 'The secret before this one counts for another 24 hours.',
  noPublicUrl: 'PUBLIC_URL is not set: put the address at which this server is reached in front.',
  removed: (id) => `${id} is closed. What it reported stays.`,
  oneId: 'Name one door by its id; "hiyari intake list" shows them.',
  unknown: (id) => `There is no door ${id}; "hiyari intake list" shows them.`,
  oneInstallation:
    'A door belongs to one installation of the App; these repositories belong to several. Open one for each.',
  shortSecret: (shortest) => `The secret is too short: it needs at least ${shortest} characters.`,
  noRepository: (name, known) =>
    `${name} is not one of the App's repositories. ${known === '' ? 'It knows none yet: start the server first.' : `Known: ${known}.`}`,
  noKey:
    "Secrets are kept sealed under the App's private key: set PRIVATE_KEY or PRIVATE_KEY_PATH, with the other credentials, as the server has them.",
};

const ja: IntakeTexts = {
  about: 'ほかのプログラムからインシデントを受け取れるようにします',
  command: {
    add: 'プログラム用の受け口を作ります。アドレスとシークレットは一度だけ表示されます',
    list: '受け口を一覧します',
    rotate: '受け口のシークレットを新しくします。古いものは 1 日だけ使えます',
    remove: '受け口を閉じます',
  },
  option: {
    kind: 'どのプログラムか',
    repo: '報告できるリポジトリ（繰り返し可）',
    secretFrom: 'プログラム側のシークレットが書かれたファイル。- なら標準入力（省略時は新しく作ります）',
    id: '受け口の ID（"hiyari intake list" に表示されます）',
    address: 'アドレスも新しくします。古いアドレスはすぐに使えなくなります',
    now: '古いシークレットをすぐに無効にします',
  },
  columns: { id: 'ID', kind: '種類', repositories: 'リポジトリ', created: '作成日時' },
  empty: '受け口はまだありません。hiyari intake add で作れます。',
  id: 'ID',
  address: 'アドレス',
  secret: 'シークレット',
  next: {
    pagerduty: (id) =>
      `PagerDuty で Generic Webhooks v3 の Webhook をこのアドレスで作ってください。そのとき表示されるシークレットを "hiyari intake rotate ${id} --secret-from -" で登録します。`,
    sentry: (id) =>
      `Sentry で internal integration を作り、Webhook URL にこのアドレスを指定してください。その client secret を "hiyari intake rotate ${id} --secret-from -" で登録します。`,
    grafana: () =>
      'Grafana で webhook の contact point をこのアドレスで作り、HMAC signature にシークレットを、timestamp header に X-Grafana-Alerting-Timestamp を指定してください。',
    generic: () =>
      'このアドレスに JSON を POST してください。ヘッダーは X-Hiyari-Signature: t=<秒>,v1=<"<秒>.<本文>" の HMAC-SHA-256（16 進）> です。例は docs/incidents.md にあります。',
  },
  oldSecret: '古いシークレットはあと 24 時間使えます。',
  noPublicUrl: 'PUBLIC_URL が未設定です。このサーバーに届くアドレスを先頭に付けてください。',
  removed: (id) => `${id} を閉じました。これまでに受け取ったインシデントは残ります。`,
  oneId: '受け口の ID を一つ指定してください。hiyari intake list で一覧できます。',
  unknown: (id) => `${id} という受け口はありません。hiyari intake list で一覧できます。`,
  oneInstallation:
    '一つの受け口に指定できるのは、App の同じインストール先にあるリポジトリだけです。インストール先ごとに作ってください。',
  shortSecret: (shortest) => `シークレットが短すぎます。${shortest} 文字以上にしてください。`,
  noRepository: (name, known) =>
    `${name} はこの App のリポジトリではありません。${known === '' ? 'まだ一つも登録されていません。先にサーバーを起動してください。' : `登録済み: ${known}`}`,
  noKey:
    'シークレットは App の秘密鍵で暗号化して保存します。サーバーと同じように PRIVATE_KEY または PRIVATE_KEY_PATH と、ほかの認証情報を設定してください。',
};

export function intakeTexts(locale: Locale): IntakeTexts {
  return locale === 'ja' ? ja : en;
}
