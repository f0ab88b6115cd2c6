import type { Locale } from '../../domain/locale.ts';

/** What `hiyari rebuild` says. */
export interface RebuildTexts {
  readonly about: string;
  readonly option: Readonly<Record<'repository' | 'config' | 'database' | 'locale', string>>;
  readonly counting: (repository: string) => string;
  readonly done: (repository: string, counted: { readonly days: number; readonly incidents: number }) => string;
}

const en: RebuildTexts = {
  about: 'Count a repository again from the stored facts',
  option: {
    repository: 'The repository, as owner/name (all that the database knows)',
    config: 'The configuration to go by (the one that the app last read, else .github/impact.yml here)',
    database: 'The database file (./data/hiyari.db)',
    locale: 'Language of what it says: en or ja',
  },
  counting: (repository) => `Counting ${repository} …`,
  done: (repository, { days, incidents }) =>
    `${repository}: ${days} ${days === 1 ? 'day' : 'days'} and ${incidents} ${incidents === 1 ? 'incident' : 'incidents'} counted.`,
};

const ja: RebuildTexts = {
  about: '保存された事実から、リポジトリの集計を作り直します',
  option: {
    repository: 'リポジトリ（owner/name。省略時はデータベースにあるすべて）',
    config: '使う設定ファイル（省略時はアプリが最後に読んだもの、なければここの .github/impact.yml）',
    database: 'データベースファイル（./data/hiyari.db）',
    locale: '表示する言語（en または ja）',
  },
  counting: (repository) => `${repository} を集計しています…`,
  done: (repository, { days, incidents }) =>
    `${repository}: ${days} 日分、インシデント ${incidents} 件を集計しました。`,
};

const TEXTS: Readonly<Record<Locale, RebuildTexts>> = { en, ja };

export function rebuildTexts(locale: Locale): RebuildTexts {
  return TEXTS[locale];
}
