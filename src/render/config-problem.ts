import type { ConfigFault, ConfigNotice, ConfigProblem, ValueFormat, ValueKind } from '../config/config-problem.ts';
import type { Locale } from '../domain/locale.ts';
import type { GlobProblemCode } from '../domain/risk/glob/glob-problem.ts';

/**
 * What is wrong, what is allowed and what to do, as one line of plain text without the place. It quotes what the file
 * says: escape it before it goes into Markdown or HTML.
 */
export function describeProblem(problem: ConfigProblem | ConfigFault, locale: Locale): string {
  return locale === 'ja' ? describeJa(problem) : describeEn(problem);
}

export function describeNotice(notice: ConfigNotice, locale: Locale): string {
  return locale === 'ja'
    ? `「${quotable(notice.path)}」はまだ有効ではありません。書き方は確認済みですが、この機能が使えるようになるまで何も起こりません。`
    : `"${quotable(notice.path)}" is not active yet: it is read and checked, and has no effect until its feature exists.`;
}

/** One line and short: it may come from anybody, and stands in the middle of a sentence. */
function quotable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
  const characters = [...line];
  return characters.length <= 80 ? line : `${characters.slice(0, 79).join('')}…`;
}

const FORMAT_EXAMPLES: Readonly<Record<ValueFormat, string>> = {
  duration: '30m, 24h, 7d, 2w',
  days: '180d, 26w',
  threshold: '">= 800", "> 20", "= 1"',
  percentage: '95%, 99.5%',
  date: '2026-08-01',
  id: 'blast-radius, schema',
  'whole-number': '3',
  repository: 'acme/incidents, .',
  team: 'acme/payments',
  extends: 'acme/.github, acme/.github:impact/base.yml@v2',
  label: '"area: database"',
};

function describeEn(fault: ConfigFault): string {
  switch (fault.code) {
    case 'too-large':
      return `The file has ${fault.got} characters; ${fault.limit} are allowed. Shorten it, or move a part to a file that it extends.`;
    case 'too-complex':
      return `The file holds more than ${fault.limit} keys and values, aliases written out. Use fewer.`;
    case 'too-deep':
      return `The file nests deeper than ${fault.limit} levels. No key needs more than six.`;
    case 'yaml-syntax':
      return `This is not valid YAML: ${YAML_EN[fault.yamlCode] ?? `it cannot be read from here on (${fault.yamlCode})`}.`;
    case 'yaml-tag':
      return `"${quotable(fault.got)}" is a YAML tag here. Put quotes around a value that begins with "!".`;
    case 'yaml-alias':
      return `"${quotable(fault.got)}" is a YAML alias here, and no anchor before it has that name. Put quotes around a value that begins with "*".`;
    case 'several-documents':
      return 'A second YAML document begins here, and one is allowed. Remove the "---".';
    case 'duplicate-key':
      return `"${quotable(fault.key)}" is here twice; the first is on line ${fault.firstLine}. Keep one of them.`;
    case 'unknown-key':
      return `Unknown key "${quotable(fault.key)}".${maybeEn(fault.didYouMean)} Allowed: ${list(fault.allowed)}.`;
    case 'missing-key':
      return `The key "${quotable(fault.key)}" is missing. Add it.`;
    case 'wrong-type':
      return `Expected ${KIND_EN[fault.expected]}, found ${KIND_EN[fault.got]}.`;
    case 'not-allowed':
      return `"${quotable(fault.got)}" is not allowed.${maybeEn(fault.didYouMean)} Allowed: ${list(fault.allowed)}.`;
    case 'bad-format':
      return `"${quotable(fault.got)}" is not ${FORMAT_EN[fault.format]}. Examples: ${FORMAT_EXAMPLES[fault.format]}.`;
    case 'out-of-range':
      return `${fault.got} is out of range: ${fault.min} to ${fault.max} are allowed.`;
    case 'empty':
      return 'This is empty. Give it a value, or remove the key.';
    case 'too-long':
      return `The text has ${fault.got} characters; ${fault.limit} are allowed. Shorten it.`;
    case 'too-many':
      return `${fault.got} entries; ${fault.limit} are allowed. Remove some, or combine them.`;
    case 'bad-glob':
      return `The pattern "${quotable(fault.got)}" is refused: ${GLOB_EN[fault.problem.code]} (character ${fault.problem.at + 1}).`;
    case 'only-negations':
      return 'Every pattern here takes something out, so nothing is selected. Begin with one that selects, such as "**".';
    case 'rule-without-condition':
      return `The rule "${quotable(fault.got)}" has no condition. Give it "paths", "when" or "from-history"; paths: ["**"] matches every pull request.`;
    case 'project-without-match':
      return `The project "${quotable(fault.got)}" matches nothing. Name labels, branches, paths, milestones, titles, authors or teams.`;
    case 'duplicate-id':
      return `The id "${quotable(fault.got)}" is taken; it is first used on line ${fault.firstLine}. Choose another.`;
    case 'undefined-reference':
      return `There is no ${REFERENCE_EN[fault.to]} "${quotable(fault.got)}".${maybeEn(fault.didYouMean)} Defined: ${list(fault.allowed) || 'none'}.`;
    case 'reserved-label':
      return `"${quotable(fault.got)}" is reserved: labels that begin with "impact: ", "risk: " or "monitoring: " are set by the app itself. Choose another name.`;
    case 'extends-not-found':
      return `"${quotable(fault.got)}" cannot be read: ${MISSING_EN[fault.because]}.`;
    case 'extends-private':
      return `"${quotable(fault.got)}" is in a private repository, and a public repository may not extend it: its checks would show what is private.`;
    case 'extends-second-level':
      return `The file that this one extends extends "${quotable(fault.got)}" in turn, and one level is allowed. Extend that file directly, or merge the two.`;
    case 'extends-cycle':
      return `"${quotable(fault.got)}" leads back to this file. Remove one "extends".`;
  }
}

function describeJa(fault: ConfigFault): string {
  switch (fault.code) {
    case 'too-large':
      return `ファイルが${fault.got}文字あります。上限は${fault.limit}文字です。短くするか、一部を extends 先のファイルに移してください。`;
    case 'too-complex':
      return `キーと値が${fault.limit}個を超えています（エイリアスは展開して数えます）。減らしてください。`;
    case 'too-deep':
      return `入れ子が${fault.limit}段を超えています。6段より深いキーは必要ありません。`;
    case 'yaml-syntax':
      return `YAML として正しくありません。${YAML_JA[fault.yamlCode] ?? `ここから先を読み取れません（${fault.yamlCode}）`}。`;
    case 'yaml-tag':
      return `「${quotable(fault.got)}」は YAML のタグとして解釈されます。「!」で始まる値は引用符で囲んでください。`;
    case 'yaml-alias':
      return `「${quotable(fault.got)}」は YAML のエイリアスとして解釈されますが、その名前のアンカーが手前にありません。「*」で始まる値は引用符で囲んでください。`;
    case 'several-documents':
      return 'ここから2つ目の YAML ドキュメントが始まっています。使えるのは1つだけです。「---」を取り除いてください。';
    case 'duplicate-key':
      return `「${quotable(fault.key)}」が重複しています（最初は${fault.firstLine}行目）。どちらか一方だけを残してください。`;
    case 'unknown-key':
      return `「${quotable(fault.key)}」というキーはありません。${maybeJa(fault.didYouMean)}使えるキー: ${list(fault.allowed)}。`;
    case 'missing-key':
      return `キー「${quotable(fault.key)}」がありません。追加してください。`;
    case 'wrong-type':
      return `${KIND_JA[fault.expected]}が必要ですが、${KIND_JA[fault.got]}になっています。`;
    case 'not-allowed':
      return `「${quotable(fault.got)}」は使えません。${maybeJa(fault.didYouMean)}使える値: ${list(fault.allowed)}。`;
    case 'bad-format':
      return `「${quotable(fault.got)}」は${FORMAT_JA[fault.format]}ではありません。例: ${FORMAT_EXAMPLES[fault.format]}。`;
    case 'out-of-range':
      return `${fault.got} は範囲外です。${fault.min} から ${fault.max} までの値にしてください。`;
    case 'empty':
      return '空になっています。値を書くか、キーを取り除いてください。';
    case 'too-long':
      return `${fault.got}文字あります。上限は${fault.limit}文字です。短くしてください。`;
    case 'too-many':
      return `${fault.got}個あります。上限は${fault.limit}個です。減らすか、まとめてください。`;
    case 'bad-glob':
      return `パターン「${quotable(fault.got)}」は使えません。${GLOB_JA[fault.problem.code]}（${fault.problem.at + 1}文字目）。`;
    case 'only-negations':
      return '除外するパターンしかないため、何も選ばれません。先頭に "**" のような、選ぶためのパターンを書いてください。';
    case 'rule-without-condition':
      return `ルール「${quotable(fault.got)}」に条件がありません。paths、when、from-history のいずれかを書いてください。すべてのプルリクエストに当てるには paths: ["**"] とします。`;
    case 'project-without-match':
      return `プロジェクト「${quotable(fault.got)}」は何にも一致しません。labels、branches、paths、milestones、titles、authors、teams のいずれかを書いてください。`;
    case 'duplicate-id':
      return `id「${quotable(fault.got)}」はすでに${fault.firstLine}行目で使われています。別の id にしてください。`;
    case 'undefined-reference':
      return `${REFERENCE_JA[fault.to]}「${quotable(fault.got)}」は定義されていません。${maybeJa(fault.didYouMean)}定義済み: ${list(fault.allowed) || 'なし'}。`;
    case 'reserved-label':
      return `「${quotable(fault.got)}」は予約されています。"impact: "、"risk: "、"monitoring: " で始まるラベルはアプリ自身が付けます。別の名前にしてください。`;
    case 'extends-not-found':
      return `「${quotable(fault.got)}」を読み込めません。${MISSING_JA[fault.because]}。`;
    case 'extends-private':
      return `「${quotable(fault.got)}」は非公開リポジトリにあります。非公開の内容がチェックに表示されてしまうため、公開リポジトリからは継承できません。`;
    case 'extends-second-level':
      return `継承元のファイルが、さらに「${quotable(fault.got)}」を継承しています。継承は1段だけです。そのファイルを直接継承するか、2つを1つにまとめてください。`;
    case 'extends-cycle':
      return `「${quotable(fault.got)}」をたどるとこのファイルに戻ります。どちらかの extends を取り除いてください。`;
  }
}

function list(values: readonly string[]): string {
  return values.map(quotable).join(', ');
}

function maybeEn(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean "${quotable(word)}"?`;
}

function maybeJa(word: string | undefined): string {
  return word === undefined ? '' : `「${quotable(word)}」のことですか？ `;
}

const KIND_EN: Readonly<Record<ValueKind, string>> = {
  nothing: 'nothing',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a mapping (keys with values)',
};

const KIND_JA: Readonly<Record<ValueKind, string>> = {
  nothing: '空',
  text: '文字列',
  number: '数値',
  boolean: '真偽値（true か false）',
  list: 'リスト',
  mapping: 'マッピング（キーと値の組）',
};

const FORMAT_EN: Readonly<Record<ValueFormat, string>> = {
  duration: 'a length of time (m, h, d or w; up to two years)',
  days: 'a number of days or weeks (up to two years)',
  threshold: 'a comparison with a whole number',
  percentage: 'a percentage from 0% to 100%',
  date: 'a day that exists, as year-month-day',
  id: 'an id (letters, digits, ".", "_" and "-", up to 64, a letter or digit first)',
  'whole-number': 'a whole number',
  repository: 'a repository (owner/name, or "." for this one)',
  team: 'a team (organisation/team)',
  extends: 'a reference to a file (owner/repo[:path][@ref])',
  label: 'a label name (1 to 50 characters, no comma)',
};

const FORMAT_JA: Readonly<Record<ValueFormat, string>> = {
  duration: '期間（m・h・d・w のいずれか、2年以内）',
  days: '日数または週数（2年以内）',
  threshold: '整数との比較',
  percentage: '0% から 100% までの割合',
  date: '実在する日付（年-月-日）',
  id: 'id（文字・数字・「.」「_」「-」で64文字以内、先頭は文字か数字）',
  'whole-number': '整数',
  repository: 'リポジトリ（owner/name、このリポジトリなら「.」）',
  team: 'チーム（organisation/team）',
  extends: 'ファイルの参照（owner/repo[:path][@ref]）',
  label: 'ラベル名（1〜50文字、コンマなし）',
};

const REFERENCE_EN = { field: 'field', project: 'project', service: 'service' } as const;
const REFERENCE_JA = { field: 'フィールド', project: 'プロジェクト', service: 'サービス' } as const;

const MISSING_EN = {
  'no-repository': 'the repository does not exist, or the app is not installed on it',
  'no-file': 'the repository has no such file at this ref',
  'too-large': 'the file is too large',
} as const;

const MISSING_JA = {
  'no-repository': 'リポジトリが存在しないか、アプリがインストールされていません',
  'no-file': 'リポジトリのその ref にファイルがありません',
  'too-large': 'ファイルが大きすぎます',
} as const;

const GLOB_EN: Readonly<Record<GlobProblemCode, string>> = {
  empty: 'it is empty',
  'too-long': 'it is longer than 256 characters',
  'control-character': 'it holds a control character',
  extglob: 'extended globs such as "+(a|b)" are not supported; use braces such as "{a,b}", or "\\(" for a parenthesis',
  'brace-unbalanced': 'a brace is not closed or not opened; write "\\{" or "\\}" for the character itself',
  'brace-too-deep': 'braces nest deeper than 3 levels',
  'brace-too-many': 'its braces stand for more than 64 patterns',
  'class-unclosed': 'a "[" is not closed; write "\\[" for the character itself',
  'class-reversed-range': 'a range such as "[z-a]" runs backwards',
  'class-holds-slash': 'a "/" cannot be part of a class',
  'class-unknown-name': 'there is no class of that name; use e.g. "[:digit:]" or "[:alpha:]"',
  'escape-at-end': 'nothing follows the last "\\"',
  'escape-of-letter': '"\\" escapes the next character; write "/" between directories',
  'dot-segment': '"." and ".." match nothing; paths begin at the root of the repository',
  'empty-segment': 'two slashes follow each other',
  'too-many-stars': 'more than 8 "*" in one segment, or more than 8 "**"',
  'too-many-wildcards': 'more than 8 "?" and classes between two "*"',
};

const GLOB_JA: Readonly<Record<GlobProblemCode, string>> = {
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

const YAML_EN: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'put quotes around a value that begins with "*"',
  BAD_DQ_ESCAPE: 'a "\\" in double quotes begins an escape that does not exist; use single quotes for patterns',
  BAD_INDENT: 'the indentation does not fit what is above',
  BAD_SCALAR_START: 'a value cannot begin with this character; put quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'there are two ": " in one line; put quotes around the value',
  BLOCK_IN_FLOW: 'a block cannot stand inside brackets or braces',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket, brace, comma, colon or space is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; perhaps a ":" is missing',
  NON_STRING_KEY: 'a key must be a word, not a list or a mapping',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'put quotes around a value that begins with "!"',
  UNEXPECTED_TOKEN: 'something stands here that does not belong',
};

const YAML_JA: Readonly<Record<string, string>> = {
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
