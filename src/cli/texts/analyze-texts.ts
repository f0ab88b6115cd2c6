import type { IncidentListProblem } from '../../domain/incident/list-incidents.ts';
import type { Locale } from '../../domain/locale.ts';
import type { HistoryErrorCode } from '../../ports/history.ts';
import type { AnalysisStage } from '../../usecases/analysis-deps.ts';

/** Every text of `hiyari analyze`, once for each language. */
export interface AnalyzeTexts {
  readonly about: string;
  readonly option: Readonly<
    Record<
      | 'repository'
      | 'since'
      | 'incidents'
      | 'blameBudget'
      | 'state'
      | 'config'
      | 'html'
      | 'md'
      | 'json'
      | 'locale'
      | 'name',
      string
    >
  >;
  readonly stage: Readonly<Record<AnalysisStage, string>>;
  readonly left: (time: string) => string;
  readonly trouble: Readonly<Record<HistoryErrorCode, (path: string, message: string) => string>>;
  readonly badSince: (got: string) => string;
  readonly badDuration: (option: string, got: string) => string;
  readonly badState: (path: string) => string;
  readonly oneFormat: string;
  readonly oneRepository: string;
  readonly badIncident: (file: string, problem: IncidentListProblem) => string;
  readonly noIncidents: (file: string) => string;
  readonly stopped: string;
  readonly cancelled: string;
  readonly wrote: (path: string) => string;
  readonly already: (ids: string) => string;
}

const incidentProblemsEn: Readonly<Record<IncidentListProblem['code'], (value: string) => string>> = {
  'not-json': (value) => `is not a JSON object: ${value}`,
  unreadable: (value) => `cannot be read: ${value}`,
  'wrong-encoding': () => 'is not UTF-8; convert the file, e.g. iconv -f SHIFT_JIS -t UTF-8',
  'no-start': () => 'has no start time; name the column startedAt (ISO 8601, e.g. 2026-08-01T09:30:00Z)',
  'bad-start': (value) => `has a start time that is no date: ${value}; write ISO 8601, e.g. 2026-08-01T09:30:00Z`,
  'no-title': () => 'has no title; name the column title',
};

const incidentProblemsJa: Readonly<Record<IncidentListProblem['code'], (value: string) => string>> = {
  'not-json': (value) => `JSON オブジェクトではありません: ${value}`,
  unreadable: (value) => `読み取れません: ${value}`,
  'wrong-encoding': () => 'UTF-8 ではありません。iconv -f SHIFT_JIS -t UTF-8 などで変換してください',
  'no-start': () =>
    '開始日時がありません。列名を startedAt にして ISO 8601（例: 2026-08-01T09:30:00Z）で書いてください',
  'bad-start': (value) =>
    `開始日時が日付ではありません: ${value}。ISO 8601（例: 2026-08-01T09:30:00Z）で書いてください`,
  'no-title': () => 'タイトルがありません。列名を title にしてください',
};

const en: AnalyzeTexts = {
  about: 'tally reverts, faults, near misses and risky places from a local clone alone',
  option: {
    repository: 'a clone on this machine (default: this folder)',
    since: 'count changes from this day on (2026-01-31) or this long ago (180d)',
    incidents: 'incidents as CSV, JSON or JSON lines, to be tied to changes',
    blameBudget: 'how long to blame fixes that name no cause, newest first (default: 0s)',
    state: 'keep blame answers here, and go on from them next time',
    config: 'take the language and the rules already there from this configuration',
    html: 'write the report as one HTML page',
    md: 'print the whole report as Markdown',
    json: 'print one JSON document',
    locale: 'language of the report',
    name: "the repository's owner/name, to tell its references from those of others",
  },
  stage: { commits: 'reading commits', changes: 'reading changes', blame: 'blaming fixes', report: 'tallying' },
  left: (time) => `${time} left`,
  trouble: {
    'no-git': () => 'git is not installed or not on the path; install git 2.31 or later',
    'not-a-repository': (path) => `${path} is not a git repository; give the folder of a clone`,
    'no-head': (path, message) => `${path}: ${message}`,
    failed: (path, message) => `git could not read ${path}: ${message}`,
  },
  badSince: (got) => `--since: ${got} is neither a day (2026-01-31) nor a length of time (180d, 26w, 2y)`,
  badDuration: (option, got) => `${option}: ${got} is no length of time; write e.g. 90s, 2m or 1h`,
  badState: (path) => `${path} is not a state file of hiyari analyze; delete it or name another`,
  oneFormat: 'choose one of --json and --md',
  oneRepository: 'name one repository',
  badIncident: (file, { line, code, value }) =>
    `${file}:${line}: the row ${incidentProblemsEn[code](value)}; the row is left out`,
  noIncidents: (file) => `${file}: no incident could be read`,
  stopped: 'Stopped early: the report says what was left out.',
  cancelled: 'cancelled',
  wrote: (path) => `wrote ${path}`,
  already: (ids) => `already in the configuration and left out: ${ids}`,
};

const ja: AnalyzeTexts = {
  about: '手元のクローンだけから、リバート・不具合・ヒヤリハット・危険な場所を集計します',
  option: {
    repository: 'このマシンにあるクローン（既定: 現在のフォルダー）',
    since: 'この日以降（2026-01-31）、またはこの期間（180d）の変更だけを数える',
    incidents: '変更と結び付けるインシデントの CSV、JSON、JSON Lines',
    blameBudget: '原因の記述がない修正を新しい順に blame する時間（既定: 0s）',
    state: 'blame の結果をここに保存し、次回は続きから始める',
    config: '言語と既存のルールをこの設定ファイルから読む',
    html: 'レポートを 1 枚の HTML として書き出す',
    md: 'レポート全体を Markdown で出力する',
    json: 'JSON を 1 つ出力する',
    locale: 'レポートの言語',
    name: 'リポジトリの owner/name。ほかのリポジトリへの参照と区別する',
  },
  stage: { commits: 'コミットを読み込み中', changes: '変更を読み込み中', blame: '修正を blame 中', report: '集計中' },
  left: (time) => `残り ${time}`,
  trouble: {
    'no-git': () => 'git が見つかりません。git 2.31 以降をインストールしてください',
    'not-a-repository': (path) => `${path} は git リポジトリではありません。クローンのフォルダーを指定してください`,
    'no-head': (path, message) => `${path}: ${message}`,
    failed: (path, message) => `git が ${path} を読めませんでした: ${message}`,
  },
  badSince: (got) => `--since: ${got} は日付（2026-01-31）でも期間（180d、26w、2y）でもありません`,
  badDuration: (option, got) => `${option}: ${got} は時間の長さではありません。90s、2m、1h のように書いてください`,
  badState: (path) => `${path} は hiyari analyze の状態ファイルではありません。削除するか、別の名前を指定してください`,
  oneFormat: '--json と --md はどちらか一方を指定してください',
  oneRepository: 'リポジトリは 1 つだけ指定してください',
  badIncident: (file, { line, code, value }) =>
    `${file}:${line}: ${incidentProblemsJa[code](value)}（この行は読み飛ばします）`,
  noIncidents: (file) => `${file}: 読み取れるインシデントがありません`,
  stopped: '途中で止めました。省いたものはレポートに書いてあります。',
  cancelled: '中止しました',
  wrote: (path) => `${path} に書き出しました`,
  already: (ids) => `設定にすでにあるため省きました: ${ids}`,
};

const TEXTS: Readonly<Record<Locale, AnalyzeTexts>> = { en, ja };

export function analyzeTexts(locale: Locale): AnalyzeTexts {
  return TEXTS[locale];
}
