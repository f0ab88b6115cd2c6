/** What a form, a front matter or a table row may say of an incident, and what it is called there, in lower case. */
const NAMES = {
  title: ['title', 'summary', 'name', 'subject', '件名', 'タイトル', '概要'],
  kind: ['kind', 'incident kind', 'type', 'incident type', 'category', '種類', '種別', '分類', 'インシデント種別'],
  severity: ['severity', 'sev', 'priority', 'impact level', '重大度', '深刻度', '重要度', '優先度', '影響度'],
  state: ['status', 'state', '状態', 'ステータス', '対応状況'],
  startedAt: [
    ...['started', 'started at', 'start', 'start time', 'began', 'began at', 'impact start', 'incident start', 'date'],
    ...['occurred at', 'when did it start', 'created at', '発生日時', '発生時刻', '開始日時', '発生日', '発生'],
  ],
  detectedAt: [
    ...['detected', 'detected at', 'detection time', 'time detected', 'noticed at', 'when was it noticed'],
    ...['検知日時', '検知時刻', '発見日時', '検知', '発覚日時'],
  ],
  resolvedAt: [
    ...['resolved', 'resolved at', 'end', 'end time', 'ended', 'ended at', 'recovered at', 'mitigated at', 'closed at'],
    ...['resolution time', 'impact end', '復旧日時', '復旧時刻', '解決日時', '収束日時', '終了日時', '復旧'],
  ],
  detectedBy: [
    ...['detected by', 'detection', 'how was it detected', 'how was it noticed', 'reported by', 'reporter', 'source'],
    ...['検知方法', '検知者', '発見者', '報告者', '検知経路', '発見の経緯'],
  ],
  causes: [
    ...['cause', 'causes', 'cause category', 'cause categories', 'contributing factors', 'root cause category'],
    ...['原因の分類', '原因分類', '原因区分', '要因', '原因の種類'],
  ],
  escaped: [
    ...['escaped', 'how it escaped', 'how did it escape', 'why was it not caught', 'what should have caught it'],
    ...['すり抜けた理由', '見逃した理由', 'なぜ防げなかったか', '流出原因', 'どこで防げたか'],
  ],
  services: [
    ...['service', 'services', 'affected service', 'affected services', 'component', 'components', 'system'],
    ...['サービス', '影響サービス', '影響を受けたサービス', '対象サービス', 'コンポーネント'],
  ],
  paths: [
    'paths',
    'path',
    'files',
    'affected files',
    'affected paths',
    'パス',
    'ファイル',
    '関連ファイル',
    '対象ファイル',
  ],
  projects: ['project', 'projects', 'プロジェクト'],
  repository: ['repository', 'repo', 'affected repository', 'リポジトリ', '対象リポジトリ'],
  statedCause: [
    'stated cause',
    ...['root cause pull request', 'root cause pr', 'cause pull request', 'causing pull request', 'causing pr'],
    ...['caused by', 'introduced by', 'introduced in', 'pull request', '原因の pr', '原因pr', '原因のプルリクエスト'],
    ...['原因となったプルリクエスト', '原因となった pr', '混入 pr', '混入pr'],
  ],
  url: ['url', 'link', 'html url', 'リンク'],
  id: ['id', 'key', 'incident id', 'incident number', 'number', '番号', '管理番号'],
  body: ['body', 'description', 'details', 'text', '説明', '詳細', '内容', '本文'],
} as const satisfies Record<string, readonly string[]>;

export type IncidentField = keyof typeof NAMES;
export const INCIDENT_FIELDS = Object.keys(NAMES) as readonly IncidentField[];

const FIELD_OF: ReadonlyMap<string, IncidentField> = new Map(
  INCIDENT_FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

/** Which field a heading or a column names: `Started at (UTC)`, `**startedAt**`, `発生日時:`; `null` for any other. */
export function fieldNamed(heading: string): IncidentField | null {
  const plain = heading
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\([^()]{0,60}\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return FIELD_OF.get(plain) ?? null;
}
