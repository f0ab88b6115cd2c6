import type { ConfigFault, ValueFormat, ValueKind } from '../config/config-problem.ts';
import type { GlobProblemCode } from '../domain/risk/glob/glob-problem.ts';
import { FORMAT_EXAMPLES, quotable, quotableList } from './config-quote.ts';

export function describeProblemJa(fault: ConfigFault): string {
  switch (fault.code) {
    case 'too-large':
      return `ファイルが${fault.got}文字あります。上限は${fault.limit}文字です。短くするか、一部を extends 先のファイルに移してください。`;
    case 'too-complex':
      return `キーと値が${fault.limit}個を超えています（エイリアスは展開して数えます）。減らしてください。`;
    case 'too-deep':
      return `入れ子が${fault.limit}段を超えています。6段より深いキーは必要ありません。`;
    case 'yaml-syntax':
      return `YAML として正しくありません。${YAML_PROBLEMS[fault.yamlCode] ?? `ここから先を読み取れません（${fault.yamlCode}）`}。`;
    case 'yaml-tag':
      return `「${quotable(fault.got)}」は YAML のタグとして解釈されます。「!」で始まる値は引用符で囲んでください。`;
    case 'yaml-alias':
      return `「${quotable(fault.got)}」は YAML のエイリアスとして解釈されますが、その名前のアンカーが手前にありません。「*」で始まる値は引用符で囲んでください。`;
    case 'several-documents':
      return 'ここから2つ目の YAML ドキュメントが始まっています。使えるのは1つだけです。「---」を取り除いてください。';
    case 'duplicate-key':
      return `「${quotable(fault.key)}」が重複しています（最初は${fault.firstLine}行目）。どちらか一方だけを残してください。`;
    case 'unknown-key':
      return `「${quotable(fault.key)}」というキーはありません。${maybeJa(fault.didYouMean)}使えるキー: ${quotableList(fault.allowed)}。`;
    case 'missing-key':
      return `キー「${quotable(fault.key)}」がありません。追加してください。`;
    case 'wrong-type':
      return `${KINDS[fault.expected]}が必要ですが、${KINDS[fault.got]}になっています。`;
    case 'not-allowed':
      return `「${quotable(fault.got)}」は使えません。${maybeJa(fault.didYouMean)}使える値: ${quotableList(fault.allowed)}。`;
    case 'bad-format':
      return `「${quotable(fault.got)}」は${FORMATS[fault.format]}ではありません。例: ${FORMAT_EXAMPLES[fault.format]}。`;
    case 'out-of-range':
      return `${fault.got} は範囲外です。${fault.min} から ${fault.max} までの値にしてください。`;
    case 'empty':
      return '空になっています。値を書くか、キーを取り除いてください。';
    case 'too-long':
      return `${fault.got}文字あります。上限は${fault.limit}文字です。短くしてください。`;
    case 'too-many':
      return `${fault.got}個あります。上限は${fault.limit}個です。減らすか、まとめてください。`;
    case 'bad-glob':
      return `パターン「${quotable(fault.got)}」は使えません。${GLOB_PROBLEMS[fault.problem.code]}（${fault.problem.at + 1}文字目）。`;
    case 'only-negations':
      return '除外するパターンしかないため、何も選ばれません。先頭に "**" のような、選ぶためのパターンを書いてください。';
    case 'rule-without-condition':
      return `ルール「${quotable(fault.got)}」に条件がありません。paths、when、from-history のいずれかを書いてください。すべてのプルリクエストに当てるには paths: ["**"] とします。`;
    case 'project-without-match':
      return `プロジェクト「${quotable(fault.got)}」は何にも一致しません。labels、branches、paths、milestones、titles、authors、teams のいずれかを書いてください。`;
    case 'contradicting-targets':
      return `「${quotable(fault.key)}」が「${quotable(fault.limit)}」を上回っていますが、実際に上回ることはありません。どちらかの目標を見直してください。`;
    case 'duplicate-id':
      return `id「${quotable(fault.got)}」はすでに${fault.firstLine}行目で使われています。別の id にしてください。`;
    case 'undefined-reference':
      return `${REFERENCES[fault.to]}「${quotable(fault.got)}」は定義されていません。${maybeJa(fault.didYouMean)}定義済み: ${quotableList(fault.allowed) || 'なし'}。`;
    case 'reserved-label':
      return `「${quotable(fault.got)}」は予約されています。"impact: "、"risk: "、"monitoring: " で始まるラベルはアプリ自身が付けます。別の名前にしてください。`;
    case 'extends-not-found':
      return `「${quotable(fault.got)}」を読み込めません。${MISSING[fault.because]}。`;
    case 'extends-private':
      return `「${quotable(fault.got)}」は非公開リポジトリにあります。非公開の内容がチェックに表示されてしまうため、公開リポジトリからは継承できません。`;
    case 'extends-second-level':
      return `継承元のファイルが、さらに「${quotable(fault.got)}」を継承しています。継承は1段だけです。そのファイルを直接継承するか、2つを1つにまとめてください。`;
    case 'extends-cycle':
      return `「${quotable(fault.got)}」をたどるとこのファイルに戻ります。どちらかの extends を取り除いてください。`;
  }
}

function maybeJa(word: string | undefined): string {
  return word === undefined ? '' : `「${quotable(word)}」のことですか？ `;
}

const KINDS: Readonly<Record<ValueKind, string>> = {
  nothing: '空',
  text: '文字列',
  number: '数値',
  boolean: '真偽値（true か false）',
  list: 'リスト',
  mapping: 'マッピング（キーと値の組）',
};

const FORMATS: Readonly<Record<ValueFormat, string>> = {
  duration: '期間（m・h・d・w のいずれか、2年以内）',
  days: '日数または週数（2年以内）',
  threshold: '整数との比較',
  percentage: '0% から 100% までの割合',
  date: '実在する日付（年-月-日）',
  id: 'id（文字・数字・「.」「_」「-」で64文字以内、先頭は文字か数字）',
  'whole-number': '整数',
  repository: 'リポジトリ（owner/name、このリポジトリなら「.」）',
  team: 'チーム（organisation/team）',
  person: 'ログイン名、またはチーム（organisation/team）',
  extends: 'ファイルの参照（owner/repo[:path][@ref]）',
  label: 'ラベル名（1〜50文字、コンマなし）',
};

const REFERENCES = { field: 'フィールド', project: 'プロジェクト', service: 'サービス' } as const;

const MISSING = {
  'no-repository':
    'リポジトリが存在しないか、アプリがインストールされていないか、ここからは継承できない非公開リポジトリです',
  'no-file': 'リポジトリのその ref にファイルがありません',
  'too-large': 'ファイルが大きすぎます',
} as const;

const GLOB_PROBLEMS: Readonly<Record<GlobProblemCode, string>> = {
  empty: '空です',
  'too-long': '256文字を超えています',
  'control-character': '制御文字が含まれています',
  extglob:
    '「+(a|b)」のような拡張 glob は使えません。「{a,b}」のように波括弧を使うか、括弧そのものなら「\\(」と書いてください',
  'brace-unbalanced': '波括弧の対応が取れていません。文字そのものなら「\\{」「\\}」と書いてください',
  'brace-too-deep': '波括弧の入れ子が3段を超えています',
  'brace-too-many': '波括弧を展開すると64個を超えます',
  'class-unclosed': '「[」が閉じられていません。文字そのものなら「\\[」と書いてください',
  'class-reversed-range': '「[z-a]」のように範囲が逆になっています',
  'class-holds-slash': '文字クラスに「/」は入れられません',
  'class-unknown-name': 'その名前の文字クラスはありません。「[:digit:]」や「[:alpha:]」などを使ってください',
  'escape-at-end': '末尾の「\\」の後に何もありません',
  'escape-of-letter': '「\\」は次の文字をエスケープします。ディレクトリの区切りには「/」を使ってください',
  'dot-segment': '「.」と「..」には何も一致しません。パスはリポジトリのルートから書いてください',
  'empty-segment': '「/」が連続しています',
  'too-many-stars': '「*」は1つの階層に8個まで、「**」は全体で8個までです',
  'too-many-wildcards': '「*」と「*」の間に置ける「?」と文字クラスは合わせて8個までです',
};

const YAML_PROBLEMS: Readonly<Record<string, string>> = {
  BAD_ALIAS: '「*」で始まる値は引用符で囲んでください',
  BAD_DQ_ESCAPE: '二重引用符の中に、存在しない「\\」のエスケープがあります。パターンは一重引用符で囲んでください',
  BAD_INDENT: 'インデントが上の行と合っていません',
  BAD_SCALAR_START: 'この文字で始まる値は書けません。引用符で囲んでください',
  BLOCK_AS_IMPLICIT_KEY: '1行に「: 」が2つあります。値を引用符で囲んでください',
  BLOCK_IN_FLOW: '角括弧や波括弧の中にブロックは書けません',
  KEY_OVER_1024_CHARS: 'キーが1024文字を超えています',
  MISSING_CHAR: '引用符、括弧、コンマ、コロン、空白のいずれかが足りません',
  MULTILINE_IMPLICIT_KEY: 'キーが複数行にわたっています。「:」が抜けていないか確認してください',
  NON_STRING_KEY: 'キーにはリストやマッピングではなく、単語を使ってください',
  TAB_AS_INDENT: 'インデントにタブは使えません。空白を使ってください',
  TAG_RESOLVE_FAILED: '「!」で始まる値は引用符で囲んでください',
  UNEXPECTED_TOKEN: 'ここに書けないものがあります',
};
