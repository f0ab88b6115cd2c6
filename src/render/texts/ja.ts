import type { Texts } from './texts.ts';

const numbers = new Intl.NumberFormat('ja-JP');

const atLevel = {
  low: 'リスク「低」',
  medium: 'リスク「中」',
  high: 'リスク「高」',
  unknown: 'リスク「不明」（「高」と同じ扱い）',
} as const;

export const ja: Texts = {
  list: (items) => items.join('、'),
  oneOf: (items) => items.join('、'),
  quoted: (words) => `「${words}」`,
  inBrackets: (words) => `（${words}）`,
  fullStop: '。',
  betweenSentences: '',
  andMore: (more) => `ほか ${numbers.format(more)} 件`,
  level: { low: '低', medium: '中', high: '高', unknown: '不明' },
  atLevel,
  verdict: { filled: '記載あり', none: '影響なし', placeholder: '未記入', missing: '記載なし' },

  headline: {
    'exempt-author': '対象外の作成者です',
    'exempt-bot': 'bot の PR のため対象外です',
    'exempt-paths': '対象外のパスのみの変更です',
    'exempt-revert': '記載済みの変更のリバートです',
    overridden: 'メンテナーの判断で通過させました',
    'mode-off': 'このリポジトリでは無効です',
    stated: '技術的な影響が記載されています',
    inherited: '元の PR の記載を引き継ぎます',
    'none-accepted': '「影響なし」と記載されています',
    'none-above-limit': '「影響なし」だけでは足りません',
    'none-without-reason': '「影響なし」の理由が必要です',
    'statement-missing': '技術的な影響の記載がありません',
    'statement-placeholder': '技術的な影響が未記入です',
    'fields-required': '記載が必要な項目が残っています',
    'risk-unknown': 'リスクを判定できません',
    'config-broken': '設定ファイルを読み込めません',
    'windows-open': 'リリース済みの変更の確認が残っています',
    'line-stopped': 'ポストモーテム実施中のため、ラインを止めています',
  },

  reason: {
    'exempt-author': ({ login }) => `${login} の PR は、このリポジトリの設定で対象外になっています。`,
    'exempt-bot': ({ login }) => `${login} は bot のため、影響の記載は不要です。`,
    'exempt-paths': ({ globs }) => `変更されたファイルは、すべて対象外のパス（${globs}）にあります。`,
    'exempt-revert': ({ number }) => `影響が記載済みの #${number} をリバートする PR です。`,
    overridden: ({ by, reason }) => `${by} さんの判断で通過させました（理由:「${reason}」）。この操作は記録されます。`,
    'mode-off': 'このリポジトリの設定でチェックが無効になっています。',
    stated: '技術的な影響が記載されています。ありがとうございます。',
    inherited: ({ number }) => `#${number} を別のブランチに取り込む PR のため、元の記載を引き継ぎます。`,
    'none-accepted': ({ level }) =>
      `「影響なし」と記載されています。${atLevel[level]}のため、このままで問題ありません。`,
    'none-above-limit': ({ level, allowedUpTo }) =>
      allowedUpTo === 'never'
        ? '「影響なし」と記載されていますが、このリポジトリでは、影響がない場合もその根拠を書くことになっています。'
        : `「影響なし」と記載されていますが、それだけで通るのは${atLevel[allowedUpTo]}までです。この変更は${atLevel[level]}です。`,
    'none-without-reason': '「影響なし」と記載されていますが、理由が書かれていません。',
    'statement-missing': 'PR の説明に、技術的な影響のセクションがまだありません。',
    'statement-placeholder': '技術的な影響のセクションはありますが、まだ何も書かれていません。',
    'fields-required': ({ fields, level }) => `${atLevel[level]}の変更では、次の項目の記載が必要です: ${fields}`,
    'risk-unknown': ({ because }) =>
      because === 'truncated'
        ? 'GitHub から変更ファイルの一覧をすべては取得できないため、リスクは「不明」です（「高」と同じ扱いになります）。'
        : 'GitHub から変更ファイルの一覧を取得できなかったため、リスクは「不明」です（「高」と同じ扱いになります）。',
    'config-broken': ({ problems }) =>
      `ベースブランチの設定ファイルに問題が ${numbers.format(problems)} 件あるため、この PR を判定できません。`,
    'line-stopped': ({ project, issue, level }) =>
      `プロジェクト ${project} のポストモーテム${issue === null ? '' : `（#${issue}）`}が開いています。完了するまで、リスク「高」または「不明」の変更は保留します。この変更は${atLevel[level]}です。`,
    'windows-open': ({ numbers: open, count, blockAfter }) =>
      `同じ作成者のリリース済みの変更 ${numbers.format(count)} 件（${open}）が、まだ本番環境で確認されていません。このリポジトリでは、未確認の変更が ${numbers.format(blockAfter)} 件以上あると次の PR を保留します。`,
  },

  finding: {
    'section-missing': ({ headings }) => `説明の中に、${headings}といった見出しが見つかりませんでした。`,
    'section-placeholder': ({ heading, line }) =>
      `${heading}（${line} 行目）には、作成者自身の言葉がまだ書かれていません。`,
    'field-missing': ({ field, headings }) =>
      `「${field}」の記載が見つかりません。${headings}といった見出しで書いてください。`,
    'field-placeholder': ({ field, line }) => `「${field}」（${line} 行目）が未記入です。`,
    'level-without-reason': ({ field, text, line }) =>
      `${line} 行目${field === null ? '' : `（${field}）`}はレベル（${text}）だけで、根拠が書かれていません。一言あるとレビューしやすくなります。`,
    'none-without-reason': ({ field, line }) =>
      `${line} 行目${field === null ? '' : `（${field}）`}は「なし」だけで、理由が書かれていません。`,
    'sections-disagree': ({ places }) =>
      `該当するセクションが複数あり、内容が食い違っています（${places}）。記載のある最初のセクションで判定しました。`,
    'choose-exactly-one': ({ options, chosen, line }) =>
      `${line} 行目: ${options}のうち 1 つだけを選んでください（現在 ${chosen} 件）。`,
    'hidden-heading': ({ where, line }) =>
      `${line} 行目の見出しは${{ comment: ' HTML コメント', code: 'コードブロック', quote: '引用' }[where]}の中にあるため、判定の対象になりません。`,
    'body-truncated': ({ limit }) => `説明の先頭 ${numbers.format(limit)} 文字までを読み取りました。`,
  },

  match: {
    rule: ({ rule, level }) => `${rule}（${{ low: '低', medium: '中', high: '高' }[level]}）`,
    paths: ({ paths }) => `該当: ${paths}`,
    labels: ({ labels }) => `付与するラベル: ${labels}`,
    measured: ({ values }) => `計測値: ${values}`,
    changedLines: (value) => `変更行数 ${numbers.format(value)}`,
    changedFiles: (value) => `変更ファイル数 ${numbers.format(value)}`,
    incidents: (value) => `これらのパスに起因する過去のインシデント ${numbers.format(value)} 件`,
    history: ({ area, incidents, total, days }) =>
      `過去 ${numbers.format(days)} 日間のインシデント ${numbers.format(total)} 件のうち ${numbers.format(incidents)} 件は ${area} の変更が原因`,
    noRule: 'この PR に該当するリスクルールはありません。',
  },

  check: {
    title: ({ headline, level }) => `${headline}（リスク: ${ja.level[level]}）`,
    titleOfMany: ({ headline, level, number, count }) =>
      `#${number}: ${headline}（リスク: ${ja.level[level]}、${count} 件の PR のうち最も厳しい結果）`,
    advice: 'このチェックは助言のみで、マージを妨げません。',
    missing: '足りないもの',
    risk: (level) => `リスク「${ja.level[level]}」の理由`,
    setBy: (login) => `${login} さんがラベルで指定したリスクです。`,
    unknownRisk: {
      truncated:
        'GitHub が一覧に出すファイル（最大 3,000 件）を超える変更です。見えない変更を安全とはみなせないため、「不明」としています。',
      'not-found':
        'GitHub から変更ファイルの一覧を取得できませんでした。見えない変更を安全とはみなせないため、「不明」としています。',
    },
    next: '次にすること',
    reruns: '説明を編集すると、チェックは自動で再実行されます。',
    paste: '貼り付け用',
    pasteWhere: '次の内容を PR の説明に貼り付け、コメントの部分を書き換えてください。',
    pasteInstead: '今のセクションを次の内容に置き換え、コメントの部分を書き換えてください。',
    pasteFields: '今のセクションに次の内容を追加し、コメントの部分を書き換えてください。',
    several: (many) => `このコミットを先頭とするオープンな PR が ${many} 件あります。最も厳しい結果を表示しています。`,
    pullRequest: 'PR',
    result: '結果',
    riskColumn: 'リスク',
    foreign: '別リポジトリの PR',
    mark: { success: '✅', neutral: '⚪', failure: '❌' },
    conclusion: { success: '通過', neutral: '助言のみ', failure: '失敗' },
    fieldsMissing: (fields) => `未記入の項目があります: ${fields}`,
    read: '読み取った内容',
    nothingRead: '説明の中に、技術的な影響の記載は見つかりませんでした。',
    part: '項目',
    verdictColumn: '判定',
    words: '記載内容',
    lines: ({ first, last }) => (first === last ? `${first} 行目` : `${first}〜${last} 行目`),
    wholeStatement: '技術的な影響',
    reasonGiven: (reason) => `、理由: ${reason}`,
    notFound: '–',
    findings: '気づいた点',
    rules: '該当したルール',
    commands: 'コメントで答える',
    commandsIntro: '説明を編集する代わりに、PR へのコメントでも答えられます。',
    cut: '*GitHub の表示上限（65,535 文字）を超えるため、以降を省略しました。*',
    nobody: 'このコミットを先頭とするオープンな PR がないため、判定するものがありません。',
    nobodyTitle: 'このコミットのオープンな PR はありません',
  },

  step: {
    addSection: '下のセクションを PR の説明に追加して、記入してください。見出しごとに 1〜2 文で十分です。',
    addSectionByButton: (button) =>
      `上の **${button}** を押すと、説明にセクションが追加されます（下からの貼り付けでも構いません）。見出しごとに 1〜2 文で十分ですので、記入してください。`,
    fillSection: (heading) => `${heading} に、何が壊れうるか、誰が気づくかを 1〜2 文で書いてください。`,
    fillFields: (fields) => `次の項目を 1〜2 文ずつ書いてください: ${fields}`,
    sayWhyNone: (fields) =>
      fields === null
        ? '影響がないと言える根拠を 1〜2 文で書いてください。'
        : `影響がないと言える根拠を、次の項目に 1〜2 文ずつ書いてください: ${fields}`,
    giveReason:
      '「なし」に続けて理由を書くか（例:「なし。ログの文言のみの変更のため」）、`/impact none <理由>` とコメントしてください。',
    splitOrFill: '全ファイルが一覧に収まるように PR を分割するか、リスク「高」として影響を記載してください。',
    readAgain: '数分後に *再チェック* を押すか、リスク「高」として影響を記載してください。',
    confirmWindows:
      'リリース済みの変更を本番環境で確認し、それぞれの PR に `/impact monitored` とコメントしてください（チェックボックスでも構いません）。未確認の件数が減ると、保留は自動的に解除されます。緊急時は、メンテナーが `/impact override <理由>` で通過させることができます。',
    liftStop: ({ issue, override }) =>
      `ポストモーテム${issue === null ? '' : ` #${issue} `}で振り返りを進めてください。Issue がクローズされると、このチェックは自動的に解除されます。待てない変更の場合は、メンテナーが ${override} とコメントすれば通過できます（ポストモーテムが開いた後のコメントだけが有効です）。`,
    mendConfig: 'リポジトリの管理者に、ベースブランチの設定ファイルの修正を依頼してください。',
  },

  button: {
    'insert-section': { label: 'セクションを挿入', description: 'PR の説明に記入用のセクションを追加します' },
    recheck: { label: '再チェック', description: 'この PR をもう一度判定します' },
  },

  section: {
    heading: '技術的な影響',
    prompt: 'この変更で何が壊れる可能性があり、誰が気づきますか。影響がない場合は「なし」とその理由を書いてください。',
    prompts: {
      'blast-radius': '何が、誰にとって、どの範囲まで壊れる可能性がありますか。',
      rollback:
        'どうやって切り戻しますか。所要時間と、元に戻せないもの（データ、送信済みの通知など）も書いてください。',
      monitoring: 'リリース後、どのダッシュボード・アラート・ログを、いつまで確認しますか。',
    },
    fieldPrompt: '1〜2 文で書いてください。',
  },

  mergeGroup: {
    title: ({ headline, level, count }) => `${headline}（リスク: ${ja.level[level]}、キュー内の PR ${count} 件）`,
    intro: (many) => `このマージグループの PR ${many} 件をまとめて判定し、最も厳しい結果を採用しています。`,
    unreadableTitle: (many) => `マージグループの PR ${many} 件を読み取れませんでした`,
    unreadable: '読み取れませんでした',
    emptyTitle: 'マージグループの PR が見つかりません',
    empty: 'マージグループに含まれる PR が見つからず、影響を判定できませんでした。',
    next: 'PR をいったんキューから外し、入れ直してください。繰り返す場合は、App に PR の読み取り権限がない可能性があります。',
  },

  config: {
    title: ({ problems, changes }) => {
      if (problems > 0) return `設定ファイルに問題が ${numbers.format(problems)} 件あります`;
      if (changes === null) return '設定ファイルは有効です';
      const effect = changes === 0 ? '結果の変化なし' : `結果が変わる PR ${numbers.format(changes)} 件`;
      return `設定ファイルは有効です（${effect}）`;
    },
    problems: (many) =>
      `マージの前に直す必要がある問題が ${numbers.format(many)} 件あります。それまでは、ベースブランチの設定がそのまま使われます。`,
    fine: '設定ファイルは有効です。PR は常にベースブランチの設定で判定されるため、この変更はマージ後に反映されます。',
    at: ({ line, column }) => `${line} 行 ${column} 列`,
    annotation: '設定の問題',
    preview: 'この設定で変わること',
    previewCounts: ({ considered, changed }) =>
      changed === 0
        ? `直近の PR ${numbers.format(considered)} 件のうち、結果が変わるものはありません。`
        : `直近の PR ${numbers.format(considered)} 件のうち、${numbers.format(changed)} 件の結果が変わります。`,
    notPreviewed: (many) => `${numbers.format(many)} 件は、保存済みの情報がないため試算していません。`,
    noPreview: '試算に使える PR がまだありません。',
    before: '現在',
    after: 'この設定の場合',
    brokenTitle: (problems) => `ベースブランチの設定ファイルに問題が ${numbers.format(problems)} 件あります`,
    broken: ({ path, ref, problems }) =>
      `${ref} の ${path} に問題が ${numbers.format(problems)} 件あります。設定を読み込めないため、影響とリスクを判定できません。`,
    brokenBlocks: '見落としを防ぐため、設定が直るまでこのチェックは失敗になります。',
    brokenAdvises: 'このリポジトリは助言モードのため、マージは妨げません。',
    brokenNext: (path) =>
      `ベースブランチの ${path} を修正してください。修正用の PR には *Hiyari config* チェックが付き、該当行に問題が表示されます。`,
    offTitle: 'このリポジトリでは Hiyari が無効です',
    off: (path) => `ベースブランチの ${path} が \`mode: off\` のため、影響の記載は不要です。`,
  },

  labels: {
    impact: {
      stated: '技術的な影響が記載されています',
      missing: '技術的な影響の記載がないか、足りません',
      none: '技術的な影響なしと記載されています',
      exempt: '影響の記載が不要な PR です',
      overridden: '記載なしでの通過をメンテナーが認めました',
    },
    risk: {
      low: 'リスク「中」「高」のルールに該当しません',
      medium: 'リスク「中」のルールに該当します',
      high: 'リスク「高」のルールに該当します',
      unknown: '変更ファイルの一部を確認できていません',
    },
    monitoring: {
      open: 'リリース済みで、作成者が監視中です',
      done: 'リリース後の監視が完了しました',
      lapsed: '確認がないまま監視期間が終わりました',
    },
    rule: 'リスクルールに該当する間、Hiyari が付与します',
  },

  command: {
    help: 'PR またはインシデントへのコメントで、行の先頭に次のコマンドを書けます。',
    columns: { command: 'コマンド', what: '内容', who: '使える人' },
    argument: {
      reason: '理由',
      kind: '種別',
      cause: '原因',
      why: '理由',
      seen: '確認した内容',
      project: 'プロジェクト',
    },
    of: {
      none: { what: '技術的な影響がないことを、理由とともに記録します', who: '作成者と、書き込み権限のある人' },
      recheck: { what: 'この PR をもう一度判定します', who: '作成者と、書き込み権限のある人' },
      override: { what: '記載不足やライン停止中でも通過させます。記録され、レポートで集計されます', who: 'メンテナー' },
      kind: {
        what: 'インシデントの種別（`regression`・`incident`・`inquiry`・`near-miss`）を確定します',
        who: '書き込み権限のある人',
      },
      cause: { what: 'インシデントの原因の分類を確定します。カンマ区切りで複数書けます', who: '書き込み権限のある人' },
      link: { what: 'PR がインシデントの原因だと記録します', who: '書き込み権限のある人' },
      unlink: { what: 'PR がインシデントの原因ではないと記録します', who: '書き込み権限のある人' },
      'no-change': { what: '変更が原因ではないインシデントだと記録します', who: '書き込み権限のある人' },
      monitored: {
        what: 'リリース後の変更を本番環境で確認したことと、その内容を記録します',
        who: '作成者と、書き込み権限のある人',
      },
      postmortem: {
        what: 'プロジェクトのポストモーテムを開きます。開いている場合は、そこに追記します',
        who: '書き込み権限のある人',
      },
      action: { what: 'ポストモーテムの表の行を、改善アクションとして登録します', who: '書き込み権限のある人' },
      agree: {
        what: 'プロジェクトの目標に合意します（目標を載せた Issue で使います）',
        who: '設定で指定された人（指定がなければメンテナー）',
      },
      help: { what: 'この一覧を表示します', who: '誰でも' },
    },
    unknown: ({ command, suggestion }) =>
      suggestion === null
        ? `${command} というコマンドはありません。`
        : `${command} というコマンドはありません。${suggestion} のことでしょうか。`,
    notPermitted: ({ command, needs }) => `${command} は実行されませんでした。実行できるのは、${needs}です。`,
    needs: {
      'author-or-write': 'PR の作成者と、このリポジトリへの書き込み権限がある人',
      write: 'このリポジトリへの書き込み権限がある人',
      maintain: 'このリポジトリの maintain または admin ロールを持つ人',
    },
    reasonRequired: ({ command, example }) =>
      `${command} には理由が必要です。後から経緯がわかるように、一言添えてください。例: ${example}`,
    exampleReason: { none: 'ログの文言のみの変更のため', override: '障害対応の緊急修正。影響は後日追記します' },
    notPullRequest: (command) => `${command} を使えるのは PR だけです。`,
    notIncident: (command) => `${command} を使えるのはインシデントだけです。先にインシデントのラベルを付けてください。`,
    valueNotAllowed: ({ command, allowed }) => `${command} を解釈できませんでした。指定できるのは ${allowed} です。`,
    numberNeeded: ({ command, example }) => `${command} には PR の番号が必要です。例: ${example}`,
    noSuchChange: ({ command, number }) =>
      `${command} は実行されませんでした。このインシデントの対象リポジトリに、マージ済みの PR ${number} が見つかりません。`,
    closed: (command) => `PR がクローズされているため、${command} は実行されませんでした。`,
    notWatched: (command) =>
      `この変更は監視の対象になっていないため、${command} は記録されませんでした。監視が始まるのは、リスクの高い変更がリリースされたときです。`,
    watchOver: (command) =>
      `この変更の監視は、変更の取り消しかインシデントの発生により終了しているため、${command} は記録されませんでした。`,
    failed: ({ command, what }) =>
      `${command} を実行できませんでした（${what}）。何も変更していませんので、もう一度お試しください。`,
    seeHelp: (command) => `使えるコマンドは ${command} で確認できます。`,
  },

  terminal: {
    statement: '記載',
    risk: 'リスク',
    conclusion: '結論',
    fields: '項目',
    rules: 'ルール',
    findings: '気づいた点',
    why: '理由',
  },
};
