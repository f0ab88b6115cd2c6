import type { Locale } from '../../domain/locale.ts';

/** What `hiyari report` says. */
export interface ReportTexts {
  readonly about: string;
  readonly option: Readonly<
    Record<'repository' | 'project' | 'period' | 'format' | 'out' | 'config' | 'database' | 'json' | 'locale', string>
  >;
  readonly oneRepository: string;
  readonly whichRepository: (known: string) => string;
  readonly noneKnown: string;
  readonly noRepository: (got: string, known: string) => string;
  readonly noProject: (got: string, known: string, meant: string | undefined) => string;
  readonly noProjects: string;
  readonly badPeriod: (got: string) => string;
  readonly notYet: (period: string) => string;
  readonly csvNeedsOut: string;
  readonly jsonOrFormat: string;
  readonly brokenConfig: (problems: number) => string;
  readonly noConfig: string;
  readonly nothing: (repository: string) => string;
  readonly wrote: (path: string) => string;
}

const en: ReportTexts = {
  about: 'Report what happened in a period, and whether what was tried against incidents works',
  option: {
    repository: 'The repository, as owner/name; may be left out where the database knows one alone',
    project: 'One project of the configuration',
    period: '2026-08, 2026-Q3, 2026-W34, or week, month, quarter for the one under way (month)',
    format: 'md for an issue, html for a page that needs nothing else, json, or csv for a folder of tables (md)',
    out: 'Write to this file (csv: this folder) instead of standard output',
    config: 'The configuration to go by (the one that the app last read, else .github/impact.yml here)',
    database: 'The database file (./data/hiyari.db)',
    json: 'The same as --format json',
    locale: 'Language of the report: en or ja (the one of the configuration)',
  },
  oneRepository: 'It takes one repository, as owner/name.',
  whichRepository: (known) => `Which repository? Name one of: ${known}`,
  noneKnown:
    'The database knows no repository yet. The server learns of them when the app is installed; "hiyari backfill" reads one with a token.',
  noRepository: (got, known) => `The database does not know "${got}". It knows: ${known || 'none'}`,
  noProject: (got, known, meant) =>
    `The configuration has no project "${got}".${meant === undefined ? '' : ` Did you mean "${meant}"?`} It has: ${known}`,
  noProjects: 'The configuration has no projects.',
  badPeriod: (got) => `--period is "${got}"; it takes 2026-08, 2026-Q3, 2026-W34, week, month or quarter.`,
  notYet: (period) => `The period ${period} has not begun yet.`,
  csvNeedsOut: 'csv is several tables: name a folder for them with --out.',
  jsonOrFormat: '--json and --format contradict one another: give one of them.',
  brokenConfig: (problems) =>
    `The configuration has ${problems === 1 ? 'a problem' : `${problems} problems`}, so the report goes by the defaults; "hiyari validate" lists them.`,
  noConfig:
    'No configuration is known here, so the report goes by the defaults: no projects, no actions. Name one with --config.',
  nothing: (repository) =>
    `Nothing is recorded of ${repository} up to the end of that period. "hiyari backfill" reads its past.`,
  wrote: (path) => `Wrote ${path}.`,
};

const ja: ReportTexts = {
  about: '期間中に何が起きたか、インシデント対策に効果があったかを報告します',
  option: {
    repository: 'リポジトリ（owner/name の形）。データベースに 1 つしかなければ省略できます',
    project: '設定にあるプロジェクトの 1 つ',
    period: '2026-08、2026-Q3、2026-W34、または今の期間を表す week、month、quarter（month）',
    format: 'md（Issue 用）、html（単体で開けるページ）、json、csv（表のフォルダー）のいずれか（md）',
    out: '標準出力の代わりに書き出すファイル（csv ではフォルダー）',
    config: '使う設定ファイル（省略時はアプリが最後に読んだもの、なければここの .github/impact.yml）',
    database: 'データベースファイル（./data/hiyari.db）',
    json: '--format json と同じです',
    locale: 'レポートの言語: en または ja（省略時は設定の言語）',
  },
  oneRepository: 'リポジトリは owner/name の形で 1 つ指定してください。',
  whichRepository: (known) => `リポジトリを指定してください。次のいずれかです: ${known}`,
  noneKnown:
    'データベースにはまだリポジトリがありません。アプリをインストールするとサーバーが記録します。"hiyari backfill" ならトークンで取り込めます。',
  noRepository: (got, known) => `「${got}」はデータベースにありません。あるのは次のとおりです: ${known || 'なし'}`,
  noProject: (got, known, meant) =>
    `設定にプロジェクト「${got}」はありません。${meant === undefined ? '' : `「${meant}」のことですか?`}あるのは次のとおりです: ${known}`,
  noProjects: '設定にプロジェクトがありません。',
  badPeriod: (got) =>
    `--period が「${got}」になっています。2026-08、2026-Q3、2026-W34、week、month、quarter のいずれかを指定してください。`,
  notYet: (period) => `期間 ${period} はまだ始まっていません。`,
  csvNeedsOut: 'csv は複数の表になります。--out でフォルダーを指定してください。',
  jsonOrFormat: '--json と --format は同時に指定できません。',
  brokenConfig: (problems) =>
    `設定に問題が ${problems} 件あるため、既定の設定で報告します。"hiyari validate" で確認できます。`,
  noConfig: '設定が見つからないため、既定の設定（プロジェクトも施策もなし）で報告します。--config で指定できます。',
  nothing: (repository) =>
    `その期間の終わりまで、${repository} の記録はありません。"hiyari backfill" で過去を取り込めます。`,
  wrote: (path) => `${path} に書き出しました。`,
};

const TEXTS: Readonly<Record<Locale, ReportTexts>> = { en, ja };

export function reportTexts(locale: Locale): ReportTexts {
  return TEXTS[locale];
}
