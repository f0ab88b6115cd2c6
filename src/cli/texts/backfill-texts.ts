import type { Backfill, BackfillPhase } from '../../domain/exposure/backfill.ts';
import type { Locale } from '../../domain/locale.ts';

/** What `hiyari backfill` says. */
export interface BackfillTexts {
  readonly about: string;
  readonly option: Readonly<Record<'repository' | 'since' | 'share' | 'database' | 'json' | 'locale', string>>;
  readonly badRepository: (got: string) => string;
  readonly badSince: (got: string) => string;
  readonly phase: Readonly<Record<BackfillPhase, string>>;
  readonly progress: (phase: string, backfill: Backfill) => string;
  readonly waiting: (until: string) => string;
  readonly done: (repository: string, backfill: Backfill) => string;
  readonly stopped: (why: string) => string;
}

/** Where `expected` counts incidents. */
const INCIDENTS: ReadonlySet<BackfillPhase> = new Set(['issues', 'postmortems']);

const en: BackfillTexts = {
  about: 'Read the past of a repository into the database: merged pull requests, direct pushes, deployments, incidents',
  option: {
    repository: 'The repository, as owner/name',
    since: 'The first day to read, e.g. 2026-01-31 (a year ago)',
    share: 'How much of the rate limit it may use, in percent (5–100)',
    database: 'The database file (./data/hiyari.db); made when it is not there',
    json: 'Print JSON alone on standard output',
    locale: 'Language of the output: en or ja',
  },
  badRepository: (got) => `"${got}" is no repository; it takes one, as owner/name.`,
  badSince: (got) => `--since is "${got}"; it takes a day of the past, as 2026-01-31.`,
  phase: {
    issues: 'incidents in issues',
    postmortems: 'postmortems',
    'pull-requests': 'pull requests',
    'main-line': 'the default branch',
    deployments: 'deployments',
    releases: 'releases',
    links: 'causes of incidents',
    done: 'done',
  },
  progress: (phase, { phase: at, counts, expected }) =>
    `Reading ${phase}: ${counts.pullRequests}${expected === null || at !== 'pull-requests' ? '' : ` of at most ${expected}`} pull requests, ${counts.directPushes} direct pushes, ${counts.deployments} deployments, ${counts.incidents}${expected === null || !INCIDENTS.has(at) ? '' : ` of at most ${expected}`} incidents`,
  waiting: (until) => `The share of the rate limit is used up: waiting until ${until}`,
  done: (repository, { since, counts }) =>
    `${repository} since ${since.slice(0, 10)}: ${counts.pullRequests} pull requests, ${counts.directPushes} direct pushes, ${counts.deployments} deployments and releases, ${counts.incidents} incidents and near misses (${counts.pages} pages, ${counts.points} points of the rate limit).`,
  stopped: (why) => `Stopped: ${why} What was read is kept; the same command goes on from there.`,
};

const ja: BackfillTexts = {
  about:
    'リポジトリの過去（マージ済みのプルリクエスト、直接のプッシュ、デプロイ、インシデント）をデータベースに取り込みます',
  option: {
    repository: 'リポジトリ（owner/name の形）',
    since: '取り込みを始める日。例: 2026-01-31（省略時は 1 年前）',
    share: '使ってよいレート制限の割合。パーセントで指定（5〜100）',
    database: 'データベースファイル（./data/hiyari.db）。なければ作成します',
    json: '標準出力に JSON だけを出力します',
    locale: '出力の言語: en または ja',
  },
  badRepository: (got) => `「${got}」はリポジトリではありません。owner/name の形で 1 つ指定してください。`,
  badSince: (got) => `--since が「${got}」になっています。2026-01-31 のように、過去の日付を指定してください。`,
  phase: {
    issues: 'issue に記録されたインシデント',
    postmortems: 'ポストモーテム',
    'pull-requests': 'プルリクエスト',
    'main-line': 'デフォルトブランチ',
    deployments: 'デプロイ',
    releases: 'リリース',
    links: 'インシデントの原因',
    done: '完了',
  },
  progress: (phase, { phase: at, counts, expected }) =>
    `${phase}を取得中: プルリクエスト ${counts.pullRequests} 件${expected === null || at !== 'pull-requests' ? '' : `（最大 ${expected} 件）`}、直接のプッシュ ${counts.directPushes} 件、デプロイ ${counts.deployments} 件、インシデント ${counts.incidents} 件${expected === null || !INCIDENTS.has(at) ? '' : `（最大 ${expected} 件）`}`,
  waiting: (until) => `割り当てられたレート制限を使い切りました。${until} まで待ちます`,
  done: (repository, { since, counts }) =>
    `${repository}（${since.slice(0, 10)} 以降）: プルリクエスト ${counts.pullRequests} 件、直接のプッシュ ${counts.directPushes} 件、デプロイとリリース ${counts.deployments} 件、インシデントとヒヤリハット ${counts.incidents} 件（${counts.pages} ページ、レート制限 ${counts.points} ポイント）。`,
  stopped: (why) => `中断しました: ${why} ここまでに取得した分は保存されています。同じコマンドで続きから再開できます。`,
};

const TEXTS: Readonly<Record<Locale, BackfillTexts>> = { en, ja };

export function backfillTexts(locale: Locale): BackfillTexts {
  return TEXTS[locale];
}
