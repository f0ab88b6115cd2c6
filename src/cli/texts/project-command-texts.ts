import type { Locale } from '../../domain/locale.ts';

/** What `hiyari project` and `hiyari expect` say. */
export interface ProjectCommandTexts {
  readonly about: string;
  readonly aboutExpect: string;
  readonly aboutPropose: string;
  readonly option: Readonly<
    Record<
      'name' | 'repository' | 'since' | 'md' | 'project' | 'weeks' | 'config' | 'database' | 'json' | 'locale',
      string
    >
  >;
  readonly oneProject: (known: string) => string;
  readonly badSince: (got: string) => string;
  readonly jsonOrMd: string;
  readonly nothingToPropose: (ids: string, weeks: number) => string;
}

const en: ProjectCommandTexts = {
  about: 'Show what a project broke, against the rest, and how its expectations stand',
  aboutExpect: 'Work on what is expected of projects',
  aboutPropose: 'Propose targets from the last weeks, as YAML to paste into the configuration',
  option: {
    name: 'The project, as the configuration calls it',
    repository: 'The repository, as owner/name; may be left out where the database knows one alone',
    since: 'The first day to look at, e.g. 2026-01-31 (26 weeks ago)',
    md: 'Print Markdown',
    project: 'One project (all of the configuration)',
    weeks: 'How many weeks to go by (1–104; 12)',
    config: 'The configuration to go by (the one that the app last read, else .github/impact.yml here)',
    database: 'The database file (./data/hiyari.db)',
    json: 'Print JSON alone on standard output',
    locale: 'Language of the output: en or ja',
  },
  oneProject: (known) => `It takes one project. The configuration has: ${known || 'none'}`,
  badSince: (got) => `--since is "${got}"; it takes a day of the past, as 2026-01-31.`,
  jsonOrMd: '--json and --md contradict one another: give one of them.',
  nothingToPropose: (ids, weeks) =>
    `No change of the last ${weeks} weeks belongs to ${ids}, so there is nothing to propose from. Check "match" in the configuration, give more --weeks, or read the past with "hiyari backfill".`,
};

const ja: ProjectCommandTexts = {
  about: 'プロジェクトが何を起こしたかをその他と比べ、期待値の達成状況とあわせて表示します',
  aboutExpect: 'プロジェクトの期待値を扱います',
  aboutPropose: '直近の数週間の実績から目標の案を作り、設定に貼り付けられる YAML で出力します',
  option: {
    name: 'プロジェクト（設定での名前）',
    repository: 'リポジトリ（owner/name の形）。データベースに 1 つしかなければ省略できます',
    since: '対象期間の最初の日。例: 2026-01-31（省略時は 26 週間前）',
    md: 'Markdown で出力します',
    project: 'プロジェクト 1 つ（省略時は設定にあるすべて）',
    weeks: '何週間分の実績を使うか（1〜104。省略時は 12）',
    config: '使う設定（省略時はアプリが最後に読んだもの、なければこのフォルダの .github/impact.yml）',
    database: 'データベースファイル（./data/hiyari.db）',
    json: '標準出力に JSON だけを出力します',
    locale: '出力の言語: en または ja',
  },
  oneProject: (known) => `プロジェクトを 1 つ指定してください。設定にあるもの: ${known || 'なし'}`,
  badSince: (got) => `--since が「${got}」になっています。2026-01-31 のように、過去の日付を指定してください。`,
  jsonOrMd: '--json と --md は同時に指定できません。どちらかにしてください。',
  nothingToPropose: (ids, weeks) =>
    `直近 ${weeks} 週間の変更に ${ids} に属するものがないため、案を作れません。設定の match を確認するか、--weeks を増やすか、「hiyari backfill」で過去を取り込んでください。`,
};

const TEXTS: Readonly<Record<Locale, ProjectCommandTexts>> = { en, ja };

export function projectCommandTexts(locale: Locale): ProjectCommandTexts {
  return TEXTS[locale];
}
