import type { IncidentFinding } from '../../domain/incident/incident-finding.ts';
import type { Locale } from '../../domain/locale.ts';

/** Every text of `hiyari import`, once for each language. */
export interface ImportTexts {
  readonly about: string;
  readonly option: Readonly<
    Record<'file' | 'repo' | 'map' | 'format' | 'delimiter' | 'encoding' | 'zone' | 'dryRun', string>
  >;
  readonly oneFile: string;
  readonly badMap: (pair: string, allowed: string, didYouMean?: string) => string;
  readonly badEncoding: (name: string) => string;
  readonly badZone: (zone: string) => string;
  readonly noRepository: (name: string, known: string) => string;
  readonly progress: (rows: number) => string;
  readonly problemAt: (line: number, problem: string) => string;
  readonly problem: {
    readonly empty: string;
    readonly missing: (field: string) => string;
    readonly 'not-text': (field: string) => string;
    readonly unreadable: (message: string) => string;
    readonly 'wrong-encoding': string;
    readonly 'no-repository': string;
    readonly 'unknown-repository': (name: string) => string;
  };
  readonly done: (imported: number, failed: number) => string;
  readonly would: (imported: number, failed: number) => string;
  readonly finding: Readonly<Record<IncidentFinding['code'], (rows: number) => string>>;
  readonly unused: (columns: string) => string;
}

function many(count: number, one: string, several: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${several}`;
}

const rowsHave = (count: number): string => (count === 1 ? '1 row has' : `${count.toLocaleString('en')} rows have`);

const en: ImportTexts = {
  about: 'bring incidents in from a table (CSV) or JSON lines',
  option: {
    file: 'the file, or - for standard input',
    repo: 'the repository that they concern, where a row names none',
    map: 'which column is which field, e.g. startedAt="Began at" (repeatable)',
    format: 'how the file is written (by its name: .jsonl and .ndjson, else CSV)',
    delimiter: 'what stands between columns (comma)',
    encoding: 'of the text, e.g. shift_jis (UTF-8; UTF-16 with its mark)',
    zone: 'of times that name none (UTC)',
    dryRun: 'read and check everything, keep nothing',
  },
  oneFile: 'Name one file: hiyari import FILE.',
  badMap: (pair, allowed, meant) =>
    `--map is "${pair}"; it takes FIELD=COLUMN.${meant === undefined ? '' : ` Did you mean ${meant}?`} Fields: ${allowed}.`,
  badEncoding: (name) =>
    `--encoding is "${name}", which is not known. For example: utf-8, utf-16le, shift_jis, euc-jp.`,
  badZone: (zone) => `--zone is "${zone}"; it takes an offset such as +09:00, or a name such as JST.`,
  noRepository: (name, known) =>
    `${name} is not one of the App's repositories. ${known === '' ? 'It knows none yet: start the server first.' : `Known: ${known}.`}`,
  progress: (rows) => `${rows.toLocaleString('en')} rows`,
  problemAt: (line, problem) => `Line ${line}: ${problem}`,
  problem: {
    empty: 'no column is known; see --map.',
    missing: (field) => `${field} is missing.`,
    'not-text': (field) => `${field} must be a text, a number or a list of these.`,
    unreadable: (message) => `it cannot be read: ${message}.`,
    'wrong-encoding': 'it is not text in this encoding; see --encoding.',
    'no-repository': 'it names no repository; see --repo.',
    'unknown-repository': (name) => `${name} is not one of the App's repositories.`,
  },
  done: (imported, failed) =>
    `${many(imported, 'incident', 'incidents')} imported${failed === 0 ? '' : `, ${many(failed, 'row', 'rows')} left out`}.`,
  would: (imported, failed) =>
    `${many(imported, 'incident', 'incidents')} would be imported${failed === 0 ? '' : `, ${many(failed, 'row', 'rows')} left out`}. Nothing was kept.`,
  finding: {
    'no-times': (rows) => `${rowsHave(rows)} no start and no detection; the moment of the import stands in.`,
    'unreadable-time': (rows) => `${rowsHave(rows)} a time that cannot be read; it was left out.`,
    'zone-assumed': (rows) =>
      `${rowsHave(rows)} times without a zone: a Japanese form is read as Japan’s time, others in the zone of --zone, or UTC.`,
    'in-the-future': (rows) => `${rowsHave(rows)} a time in the future; it was left out.`,
    'out-of-order': (rows) => `${rowsHave(rows)} an end before the start; it was left out.`,
    'unknown-value': (rows) => `${rowsHave(rows)} a kind, severity or cause that is not known; it was left out.`,
    'no-repository': (rows) => `${rowsHave(rows)} services of no repository, or of several.`,
    'unreadable-front-matter': (rows) => `${rowsHave(rows)} front matter that cannot be read.`,
    cut: (rows) => `${rowsHave(rows)} a text that was cut.`,
  },
  unused: (columns) => `Columns that nothing was made of: ${columns}.`,
};

const ja: ImportTexts = {
  about: '表（CSV）または JSON Lines からインシデントを取り込みます',
  option: {
    file: '取り込むファイル。- なら標準入力',
    repo: '行に指定がないときの対象リポジトリ',
    map: '列と項目の対応。例: startedAt=発生日時（繰り返し可）',
    format: 'ファイルの形式（省略時は名前で判断: .jsonl と .ndjson、ほかは CSV）',
    delimiter: '列の区切り（comma）',
    encoding: '文字コード。例: shift_jis（省略時は UTF-8、BOM 付きなら UTF-16）',
    zone: 'タイムゾーンの書かれていない日時に使うもの（UTC）',
    dryRun: '読み取りと検査だけを行い、何も保存しません',
  },
  oneFile: 'ファイルを一つ指定してください: hiyari import FILE',
  badMap: (pair, allowed, meant) =>
    `--map が「${pair}」になっています。項目=列名 の形で指定してください。${meant === undefined ? '' : `${meant} のことですか？`}指定できる項目は ${allowed} です。`,
  badEncoding: (name) => `--encoding の「${name}」は使えません。例: utf-8, utf-16le, shift_jis, euc-jp`,
  badZone: (zone) => `--zone が「${zone}」になっています。+09:00 のような差か、JST のような名前を指定してください。`,
  noRepository: (name, known) =>
    `${name} はこの App のリポジトリではありません。${known === '' ? 'まだ一つも登録されていません。先にサーバーを起動してください。' : `登録済み: ${known}`}`,
  progress: (rows) => `${rows.toLocaleString('en')} 行`,
  problemAt: (line, problem) => `${line} 行目: ${problem}`,
  problem: {
    empty: '対応する列がありません。--map で指定できます。',
    missing: (field) => `${field} がありません。`,
    'not-text': (field) => `${field} には文字列か数値、またはその配列を指定してください。`,
    unreadable: (message) => `読み取れません（${message}）。`,
    'wrong-encoding': 'この文字コードのテキストではありません。--encoding を確認してください。',
    'no-repository': 'リポジトリの指定がありません。--repo で指定できます。',
    'unknown-repository': (name) => `${name} はこの App のリポジトリではありません。`,
  },
  done: (imported, failed) =>
    `インシデント ${imported.toLocaleString('en')} 件を取り込みました。${failed === 0 ? '' : `${failed.toLocaleString('en')} 行は取り込めませんでした。`}`,
  would: (imported, failed) =>
    `取り込めるインシデントは ${imported.toLocaleString('en')} 件です。${failed === 0 ? '' : `${failed.toLocaleString('en')} 行は取り込めません。`}何も保存していません。`,
  finding: {
    'no-times': (rows) => `${rows} 行に発生も検知の日時もありません。取り込んだ日時を使います。`,
    'unreadable-time': (rows) => `${rows} 行の日時を解釈できないため、空にしました。`,
    'zone-assumed': (rows) =>
      `${rows} 行の日時にタイムゾーンがありません。日本語の表記は日本時間、それ以外は --zone の指定（なければ UTC）として読みます。`,
    'in-the-future': (rows) => `${rows} 行の日時が未来のため、空にしました。`,
    'out-of-order': (rows) => `${rows} 行で終了が開始より前のため、空にしました。`,
    'unknown-value': (rows) => `${rows} 行の種別・重大度・原因などを解釈できないため、空にしました。`,
    'no-repository': (rows) => `${rows} 行のサービスからリポジトリを一つに決められません。`,
    'unreadable-front-matter': (rows) => `${rows} 行のフロントマターを読み取れません。`,
    cut: (rows) => `${rows} 行の文章が長すぎるため、途中までを保存しました。`,
  },
  unused: (columns) => `使われなかった列: ${columns}`,
};

export function importTexts(locale: Locale): ImportTexts {
  return locale === 'ja' ? ja : en;
}
