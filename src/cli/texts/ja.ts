import type { CliTexts } from './cli-texts.ts';

export const ja: CliTexts = {
  about: '変更の技術的な影響を、リスクに照らして確かめます。',
  usage: {
    title: '使い方',
    command: '<コマンド> [オプション]',
    commands: 'コマンド',
    arguments: '引数',
    options: '[オプション]',
    optionsTitle: 'オプション',
    examples: '例',
    exit: '終了コード',
    exitCodes: [
      ['0', '合格、中立、または完了'],
      ['1', '不合格（--strict を付けると中立も含む）'],
      ['2', '使い方の誤り、読めない入力、GitHub やデータベースに到達できない場合'],
    ],
  },
  command: {
    check: 'プルリクエストの説明文を App と同じように判定します',
    validate: '設定ファイルを検査し、問題を行・桁とともに示します',
    explain: 'あるパスにどのリスクルールが当てはまるか、その理由とともに示します',
    simulate: 'リポジトリの新しいプルリクエストを、何も書き込まずに判定します',
    inbox: '受信した Webhook を調べます',
    inboxList: '受信を新しい順に、あわせて再試行を使い切ったジョブを一覧します',
    inboxReplay: '止まったジョブを再開します',
  },
  option: {
    body: '説明文（Markdown）のファイル。- なら標準入力',
    template: 'ベースブランチのプルリクエストテンプレート',
    heading: '設定の代わりに使う見出し（繰り返し可）',
    files: '変更ファイル: 1 行 1 パス、git diff --name-status / --numstat の出力、または JSON。- なら標準入力',
    config: '設定ファイル（省略時はここの .github/impact.yml）',
    configOrDefault: 'ベースブランチの設定の代わりに試す設定ファイル',
    base: '設定が extends で参照するファイル',
    json: '標準出力に JSON だけを出力します',
    strict: 'neutral でも終了コードを 1 にします',
    locale: '出力の言語: en または ja',
    path: 'リポジトリ内のパス（複数可）',
    file: '設定ファイル（.github/impact.yml）',
    repo: '対象のリポジトリ（owner/name）',
    last: '新しい順に何件まで（1–500）',
    database: 'データベースファイル（./data/hiyari.db）',
    state: 'この状態の受信だけ',
    limit: '最大の行数（1–1000）',
    ids: '止まったジョブの ID（"hiyari inbox list" に表示されます）',
    all: '止まったジョブすべて',
    help: 'この説明を表示します',
    version: 'バージョンを表示します',
  },
  error: {
    unknownOption: (option, allowed, meant) =>
      `${option} というオプションはありません。${meant === undefined ? '' : `${meant} のことですか？`}使えるのは ${allowed} です。`,
    takesNoValue: (option) => `${option} に値は指定できません。`,
    optionFirst: (option) => `${option} はコマンドの後に指定してください。`,
    tooMany: (word) => `「${word}」は余分です。`,
    missingValue: (option) => `${option} には値が必要です。`,
    missing: (option) => `${option} を指定してください。`,
    unknownCommand: (command, allowed, meant) =>
      `「${command}」というコマンドはありません。${meant === undefined ? '' : `「${meant}」のことですか？`}使えるのは ${allowed} です。`,
    notAllowed: (option, got, allowed, meant) =>
      `${option} が「${got}」になっています。${meant === undefined ? '' : `${meant} のことですか？`}指定できるのは ${allowed} です。`,
    notNumber: (option, got, min, max) =>
      `${option} が「${got}」になっています。${min} から ${max} までの整数を指定してください。`,
    stdinTwice: '標準入力を読めるのは一度だけです。- は一つのオプションにだけ指定してください。',
    cannotRead: (path, why) => `${path} を読めません: ${why}`,
    why: {
      missing: 'そのようなファイルはありません',
      directory: 'ディレクトリです。その中のファイルを指定してください',
      forbidden: '読み取り権限がありません',
    },
    tooLarge: (path, limit) => `${path} が大きすぎます。読めるのは ${limit / 1024 ** 2} MiB までです。`,
    notText: (path) =>
      `${path} は UTF-8 のテキストではありません。先に変換してください（iconv -t UTF-8）。変更ファイルの一覧は -z を付けず、1 行ずつの形で渡してください。`,
    standardInput: '標準入力',
    badFiles: (line, text) =>
      `変更ファイルの ${line} 行目「${text}」を解釈できません。1 行 1 パスか、git diff --name-status / --numstat の出力を渡してください。`,
    badFilesJson: (why) =>
      `変更ファイルの JSON を解釈できません: ${why}。パスの配列か、{path, status, additions, deletions, previousPath} の配列を渡してください。`,
    configBroken: (path, problems) =>
      `${path} に ${problems} 件の問題があるため判定できません。問題だけを見るには hiyari validate を使ってください。`,
    noToken: 'リポジトリを読めるトークンを GITHUB_TOKEN に設定してください。',
    badRepo: (got) => `--repo が「${got}」になっています。owner/name の形で指定してください。`,
    noRepository: (repo) => `${repo} が存在しないか、トークンに読み取り権限がありません。`,
    idsOrAll: '止まったジョブの ID か、--all を指定してください。',
    noDatabase: (path) => `${path} にデータベースがありません。--database で場所を指定してください。`,
    badSetting: (problem) => `環境変数の設定に誤りがあります: ${problem}`,
    seeHelp: (command) => `使い方は ${command} --help を見てください。`,
    unexpected: (message) =>
      `起きるはずのない問題です（Hiyari の不具合です）: ${message}。HIYARI_DEBUG=1 を付けて再実行し、その出力を添えて報告してください。`,
  },
  github: {
    'rate-limited': 'GitHub のレート制限に達しました。しばらく待ってください。',
    unavailable:
      'GitHub に接続できないか、GitHub 側で障害が起きています。GITHUB_API_URL とネットワークを確認するか、しばらくしてから再試行してください。',
    timeout: 'GitHub が時間内に応答しませんでした。しばらくしてから再試行してください。',
    forbidden: 'トークンの権限が足りません。リポジトリの contents と pull requests の読み取り権限が必要です。',
    unauthorized: 'GitHub がトークンを受け付けません。GITHUB_TOKEN が誤っているか、失効しています。',
    invalid: 'GitHub がリクエストを解釈できませんでした。',
    gone: '対象はもうありません。',
  },
  notBefore: (time) => `${time} 以降に再試行してください。`,
  storage: (message) => `データベース: ${message}`,
  using: (path) => `${path} を使います。`,
  noFiles: '変更ファイルなしで、最も低いリスクとして判定しました。--files で指定できます。',
  valid: (path) => `${path} に問題はありません。`,
  extendsNotRead: (reference) => `extends の参照先 ${reference} はここでは読んでいません。--base FILE で渡せます。`,
  extendsIgnored: (reference) =>
    `extends の参照先 ${reference} はここでは読みません。このファイルに書かれている内容だけで判定します。`,
  problems: (count) => `問題 ${count} 件`,
  explain: {
    level: (path, level) => `${path}: ${level}`,
    outcome: {
      selected: '当てはまります',
      'taken-out': '除外されています',
      'no-pattern': 'どのパターンにも当てはまりません',
      'every-path': 'すべてのパスが対象です',
    },
    pattern: (glob) => `パターン ${glob}`,
    alsoNeeds: '条件も満たしたときだけ当てはまります',
    noRules: 'ルールがありません。',
  },
  simulate: {
    progress: (done, total) => `${total} 件中 ${done} 件を判定しました`,
    columns: { number: '#', statement: '記載', risk: 'リスク', conclusion: '結果', title: 'タイトル' },
    total: (count, failure, neutral, success) =>
      `プルリクエスト ${count} 件: 失敗 ${failure}、中立 ${neutral}、合格 ${success}。何も書き込んでいません。`,
  },
  inbox: {
    columns: { id: 'ID', state: '状態', event: 'イベント', received: '受信日時', error: 'エラー' },
    empty: '何もありません。',
    replayed: (count) => `${count} 件のジョブを再開します。`,
    notDead: (ids) => `この ID の止まったジョブはありません: ${ids}。hiyari inbox list --state dead で一覧できます。`,
    counts: (waiting, done, dead, ignored) => `待機 ${waiting}、完了 ${done}、停止 ${dead}、対象外 ${ignored}`,
  },
};
