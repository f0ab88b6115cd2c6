import { ESCAPES, type Escape, INCIDENT_CAUSES } from './incident-cause.ts';
import { INCIDENT_KINDS, type IncidentKind } from './incident-kind.ts';
import { SEVERITIES, type Severity } from './severity.ts';

type Words<Value extends string> = Readonly<Record<Value, RegExp>>;

const KINDS: Words<IncidentKind> = {
  'near-miss': /\bnear[ -]?miss(?:es)?\b|ヒヤリ/,
  regression: /\bregressions?\b|デグレ|リグレッション|先祖返り/,
  inquiry: /\b(?:inquir(?:y|ies)|enquir(?:y|ies)|user questions?|support requests?)\b|問い?合わ?せ/,
  incident: /\b(?:incidents?|outages?)\b|障害|インシデント/,
};

const SEVERITY_WORDS: Words<Severity> = {
  critical: /\b(?:critical|blocker|emergency|fatal|urgent)\b|致命|緊急|重大|最高|甚大/,
  high: /\b(?:high|major|severe)\b|高|^大/,
  medium: /\b(?:medium|moderate|normal)\b|中/,
  low: /\b(?:low|minor|trivial|cosmetic)\b|低|軽微|^小/,
};
/** `SEV-1`, `P2`, `S3`, `severity: 4`. */
const NUMBERED = /(?:^|[^a-z])(?:sev(?:erity)?|p(?:riority|rio)?|s)[\s:/_-]{0,3}([0-5])(?!\d)/;
const BY_NUMBER: readonly Severity[] = ['critical', 'critical', 'high', 'medium', 'low', 'low'];

const CAUSES: Readonly<Record<(typeof INCIDENT_CAUSES)[number], RegExp>> = {
  configuration: /\b(?:config(?:uration)?|settings?|feature flags?|environment variables?)\b|設定|コンフィグ|環境変数/,
  dependency: /\b(?:dependenc(?:y|ies)|librar(?:y|ies)|packages?|upgrade)\b|依存|ライブラリ/,
  'data-or-migration': /\b(?:data|migrations?|schema|backfill)\b|データ|マイグレーション|スキーマ/,
  capacity: /\b(?:capacity|load|traffic|scal(?:e|ing)|resources?|memory|disk|quota)\b|負荷|容量|キャパ|リソース不足/,
  process:
    /\b(?:process|procedure|human(?: error)?|operations?|deployment process|communication)\b|手順|運用|作業ミス|人的|連携/,
  external: /\b(?:external|vendor|provider|third[ -]party|upstream|cloud|network)\b|外部|ベンダー|他社|クラウド/,
  code: /\b(?:code|bugs?|software|logic|implementation|defect)\b|コード|バグ|実装|不具合|プログラム/,
  unknown: /\b(?:unknown|under investigation|not known)\b|不明|調査中/,
};

const ESCAPED: Words<Escape> = {
  'test-gap': /\btest(?:s|ing)?\b|テスト/,
  'review-gap': /\breviews?\b|レビュー/,
  'monitoring-gap': /\b(?:monitor(?:s|ing)?|alert(?:s|ing)?|observability)\b|監視|アラート/,
  none: /\b(?:none|nothing|not applicable)\b|なし|該当なし/,
};

/** The kind that a form's answer, a label or a word names; `null` when none, or more than one. */
export function readKind(text: string): IncidentKind | null {
  const plain = simplify(text);
  const exact = INCIDENT_KINDS.find((kind) => kind === plain);
  if (exact !== undefined) return exact;
  const named = INCIDENT_KINDS.filter((kind) => KINDS[kind].test(plain));
  // "Incident: regression" says more than "incident".
  const special = named.filter((kind) => kind !== 'incident');
  return (special.length === 1 ? special[0] : named.length === 1 ? named[0] : undefined) ?? null;
}

export function readSeverity(text: string): Severity | null {
  const plain = simplify(text);
  const number = NUMBERED.exec(plain)?.[1] ?? (/^[0-5]$/.test(plain) ? plain : undefined);
  if (number !== undefined) return BY_NUMBER[Number(number)] ?? null;
  return SEVERITIES.find((severity) => SEVERITY_WORDS[severity].test(plain)) ?? null;
}

/** One contributing factor: `more` are those that the configuration adds. */
export function readCause(text: string, more: readonly string[] = []): string | null {
  const plain = simplify(text);
  const known = [...INCIDENT_CAUSES, ...more];
  const exact = known.find((cause) => simplify(cause) === plain);
  if (exact !== undefined) return exact;
  return (Object.keys(CAUSES) as (keyof typeof CAUSES)[]).find((cause) => CAUSES[cause].test(plain)) ?? null;
}

export function readEscape(text: string): Escape | null {
  const plain = simplify(text);
  return ESCAPES.find((gap) => gap === plain) ?? ESCAPES.find((gap) => ESCAPED[gap].test(plain)) ?? null;
}

function simplify(text: string): string {
  return text.slice(0, 200).normalize('NFKC').trim().toLowerCase();
}
