import type { PostmortemTexts } from './postmortem-texts.ts';

export const POSTMORTEM_TEXTS_JA: PostmortemTexts = {
  title: (project, day) => `プロジェクトのポストモーテム: ${project}（${day}）`,
  intro:
    '個々の障害ではなく、プロジェクト全体を振り返るためのポストモーテムです。何が繰り返し壊れているのか、その原因は何か、壊れにくくするために何を変えるかを話し合います。対象は原因と変更であり、人ではありません。',
  kept: 'この本文は Hiyari が最新の状態に保ち、編集されても書き戻します。議論はコメントでお願いします。改善アクションに合意したら、Issue をクローズしてください。',
  stopped: {
    advise: (override) =>
      `この Issue が開いている間、このプロジェクトのリスク「高」または「不明」の PR では、チェックが neutral になります。Issue をクローズするか、PR ごとにメンテナーが ${override} とコメントすると解除されます。`,
    enforce: (override) =>
      `**ラインを止めています。** この Issue が開いている間、このプロジェクトのリスク「高」または「不明」の PR では、チェックが失敗します。Issue をクローズするか、PR ごとにメンテナーが ${override} とコメントすると解除されます。`,
  },
  notConfigured: (id) => `プロジェクト ${id} は設定から削除されているため、集計を表示できません。`,
  heading: {
    why: 'きっかけ',
    timeline: 'タイムライン',
    suspects: '関係する変更',
    foreseen: '影響の記載で予見できていたこと',
    windows: 'リリース後の監視',
    questions: '話し合いたいこと',
    actions: '改善アクション',
  },

  trigger: {
    broken: (day, measure, target, value) =>
      `${day}: 期待値を満たしていません。${measure}: ${value}（期待値 ${target}）`,
    signal: (day, of, rule) => `${day}: ${of}の管理図が増加を示しています（${rule}）。`,
    charted: { incidents: 'デグレ・インシデント', 'near-misses': 'ヒヤリハット' },
    beyondLimits: '管理限界を超えた点',
    runOfEight: (since) => `${since} から 8 点連続で中央値より悪い側`,
    asked: (day, place) => `${day}: ${place} で開催が依頼されました。`,
    nearMissNote:
      'ヒヤリハットは、よく見るようになったことでも増えます。増加は話し合うきっかけであり、悪化の証拠ではありません。',
  },

  column: { when: '日時（UTC）', what: '出来事', change: '変更', caused: '関係するインシデント等', where: '変更箇所' },
  merged: (change) => `マージ: ${change}`,
  deployed: (change) => `デプロイ: ${change}`,
  happened: (kind, incident, cause) => `**${kind}**: ${incident}${cause === null ? '' : `（${cause} による）`}`,
  kind: { regression: 'デグレ', incident: 'インシデント', inquiry: 'ユーザー問い合わせ', 'near-miss': 'ヒヤリハット' },
  earlier: (more) => `これより前の ${more} 件は省略しています。`,
  noTimeline: 'この期間の記録はありません。',

  directPush: (sha) => `コミット ${sha}`,
  suspectsIntro: (link, unlink) =>
    `番号がリンクになっている変更は、原因として確認されたものです。それ以外は Hiyari の推定です。インシデント（ヒヤリハットの場合はリバートの PR）に ${link} または ${unlink} とコメントして、確認または否定をお願いします。`,
  noSuspects: '原因となった変更はまだ分かっていません。',
  confirmed: '確認済み',
  likely: '推定',
  certainty: (word) => `（${word}）`,

  foreseenCount: (foreseen, judged) =>
    `判定できる ${judged} 件のうち ${foreseen} 件は、原因となった変更の「影響範囲」に、実際に影響を受けた箇所が書かれていました。`,
  nothingJudged: '影響の記載で予見できていたかを判定できるものはありません。',
  missed: (change, incident) => `${change} の記載にはなかった: ${incident}`,
  foreseen: (change, incident) => `${change} の記載にあった: ${incident}`,
  notSaid: (n) => `ほか ${n} 件は、変更に影響範囲の記載がありませんでした。`,
  cannotTell: (n) => `ほか ${n} 件は、影響を受けたサービスやパスが記録されていません。`,

  windowCount: (lapsed, ended) =>
    lapsed === 0
      ? `監視対象のリリース ${ended} 件は、すべて結果が確認されています。`
      : `監視対象のリリース ${ended} 件のうち ${lapsed} 件は、結果が確認されないまま監視期間が終わりました。`,
  noWindows: 'この期間に、確認された監視も、確認されないまま終わった監視もありません。',
  lapsedCause: (change) => `監視期間中に確認されず、インシデント等につながった変更: ${change}`,

  question: {
    unlinked: (incidents) =>
      `${incidents} の原因となった変更はどれですか（変更が原因ではない場合もあります）。まだ紐付けられていません。`,
    unconfirmed: (changes) => `${changes} は本当に原因でしょうか。まだ確認されていません。`,
    missed: (n) => `${n} 件で影響を受けた箇所を、事前の記載に書けるようにするには何が必要でしょうか。`,
    lapsed: (n) => `${n} 件のリリースで、監視の結果を確認できなかったのはなぜでしょうか。`,
    target: (measure, target) =>
      `期待値「${measure} ${target}」は、これからも守りたい水準でしょうか。守るには何が必要でしょうか。`,
    common: 'これらの変更に共通点はありますか（場所、大きさ、作業の種類、時間の余裕など）。',
    earlier:
      'ユーザーより先に気づくには、何があればよかったでしょうか（テスト、小さな単位でのリリース、アラート、レビューなど）。',
  },

  actionsHow:
    '下の最初のコメントにある表に記入してください。Hiyari が各行をチェックボックス付きで一覧にします。チェックを入れるとアクションが登録され、開始日以降の効果を測定できるようになります。',

  table: {
    heading: '改善アクション（1 行に 1 つ）',
    how: 'このコメントを編集して、表に記入してください。この表はみなさんのものです。Hiyari は読み取るだけで、書き換えることはありません。',
    columns: {
      id: 'ID',
      title: 'アクション',
      owner: '担当',
      targets: '減らしたいもの',
      start: '開始日',
      scope: '対象',
      control: '比較対象',
    },
    rules: [
      '**ID**: 短い名前（`a-z`、`0-9`、`-`）。**担当**: 引き受ける人やチーム。',
      '**減らしたいもの**: `デグレ`、`インシデント`、`問い合わせ`、`ヒヤリハット`。空欄の場合はデグレとインシデント。**開始日**: `2026-12-01`',
      '**対象**と**比較対象**（アクションを適用しない領域）: `app/**` のようなパス、`project:refactor`、`service:billing`。空欄の場合、対象はすべて、比較対象はなし。',
    ],
    example: [
      'flags',
      'フィーチャーフラグを付けてリリースする',
      'チェックアウトチーム',
      'デグレ',
      '2026-12-01',
      'app/**',
      'legacy/**',
    ],
  },

  boxes: {
    heading: '表の読み取り結果',
    how: (command) =>
      `チェックを入れるか、${command} とコメントすると、現在の内容でアクションが登録されます（書き込み権限が必要です）。後から目標を動かせないよう、登録後の内容は変わりません。`,
    action: ({ id, title, owner, targets, start, scope, control }) =>
      `${id}: **${title}**（担当: ${owner}、減らしたいもの: ${targets}、開始日: ${start}、対象: ${scope ?? 'すべて'}${control === null ? '' : `、比較対象: ${control}`}）`,
    registeredHeading: '登録済み',
    registered: (id, title, owner, day) =>
      `${id}: **${title}**（${owner === null ? '' : `担当: ${owner}、`}登録日: ${day}）`,
    rewritten:
      '現在の表の内容とは異なりますが、登録時の内容が有効です。別のアクションには、新しい ID を付けてください。',
    problemsHeading: '確認が必要な行',
    row: (line, title) => (title === null ? `${line} 行目` : `${line} 行目（${title}）`),
    nothing: '表にはまだアクションがありません。',
    service: (id) => `サービス ${id}`,
    project: (id) => `プロジェクト ${id}`,
  },

  problem: {
    'too-many-cells': () => 'セルの数が列より多くなっています。セルの中の `|` は `\\|` と書いてください。',
    missing: ({ column }) => `「${column}」が空欄です。`,
    'too-long': ({ column, allowed }) => `「${column}」が ${allowed} 文字を超えています。`,
    'bad-id': ({ got }) =>
      `ID ${got} に使えない文字があるか、40 文字を超えています。\`feature-flags\` のように、\`a-z\`、\`0-9\`、\`-\` で書いてください。`,
    'id-twice': ({ got }) => `ID ${got} は上の行で使われています。アクションごとに別の ID を付けてください。`,
    'id-taken': ({ got }) =>
      `ID ${got} は、設定ファイルにあるか、登録済みの別のアクションで使われています。別の ID にしてください。`,
    'unknown-kind': ({ column, got, allowed }) =>
      `「${column}」の ${got} は種類として読み取れません。使える値: ${allowed}`,
    'bad-date': ({ got }) => `開始日 ${got} は日付として読み取れません。\`2026-12-01\` のように書いてください。`,
    'unknown-project': ({ column, got, allowed }) =>
      `「${column}」: プロジェクト ${got} はありません。${allowed === '' ? '設定されているプロジェクトはありません。' : `設定されているもの: ${allowed}`}`,
    'unknown-service': ({ column, got, allowed }) =>
      `「${column}」: サービス ${got} はありません。${allowed === '' ? '設定されているサービスはありません。' : `設定されているもの: ${allowed}`}`,
    'bad-path': ({ column, got }) =>
      `「${column}」の ${got} はパスとして読み取れません。\`app/**\`、\`project:…\`、\`service:…\` のように書いてください。`,
  },

  again: (triggers) =>
    `このポストモーテムの間に、プロジェクトから新たなシグナルがありました。\n\n${triggers}\n\n本文の数値も更新されています。`,

  reply: {
    noProjects: 'プロジェクトが設定されていません。先に `.github/impact.yml` の `projects` に追加してください。',
    unknownProject: (name, suggestion, allowed) =>
      `${name === '' ? 'プロジェクト名を指定してください。' : `プロジェクト ${name} はありません。`}${suggestion === null ? '' : `もしかして: ${suggestion}。`}設定されているプロジェクト: ${allowed}`,
    notPostmortem: (command) => `${command} は、プロジェクトのポストモーテムの Issue で使うコマンドです。`,
    closedPostmortem: (command) =>
      `${command}: このポストモーテムはクローズされています。アクションを追加する場合は、Issue を開き直してください。`,
    unknownAction: (id, allowed) =>
      `表にアクション ${id} はありません。${allowed === null ? '表にはまだ何も記入されていません。' : `記入されているもの: ${allowed}`}`,
    badAction: (id, problems) => `アクション ${id} はまだ登録できません。\n\n${problems}`,
    registeredBefore: (id, day) =>
      `アクション ${id} は ${day} に登録済みで、登録時の内容のままです。別のアクションには、新しい ID を付けてください。`,
  },
};
