import type { IncidentSuggestions } from './incident.ts';
import type { IncidentKind } from './incident-kind.ts';

/** What is read of a text: a hint that has not come by then will not come. */
const READ = 20_000;
const MOST_CAUSES = 3;

const KIND_HINTS: readonly (readonly [IncidentKind, RegExp])[] = [
  [
    'near-miss',
    /near[ -]miss|before (?:it|this) reached (?:users|production)|caught (?:in|on) staging|ヒヤリ|本番(?:前|影響なし)|影響は(?:ありません|なし)/g,
  ],
  [
    'regression',
    /used to work|worked (?:before|until|fine)|no longer works?|stopped working|regress(?:ed|ion)|デグレ|(?:以前|これまで)は動|動かなくな/g,
  ],
  [
    'inquiry',
    /(?:customers?|users?) (?:asked|reported|contacted|wrote)|support tickets?|問い?合わ?せ|ユーザー(?:様)?から/g,
  ],
  ['incident', /outage|is down|was down|went down|5\d\d errors?|unavailable|timed? ?outs?|障害|ダウン|停止|接続でき/g],
];

const CAUSE_HINTS: readonly (readonly [string, RegExp])[] = [
  [
    'data-or-migration',
    /migrations?\b|alter table|backfill|schema change|corrupt(?:ed)? data|マイグレーション|データ(?:移行|不整合)|スキーマ/g,
  ],
  [
    'configuration',
    /misconfigur\w{0,10}|config(?:uration)? (?:change|error|file)|feature flags?|environment variables?|設定(?:ミス|変更|漏れ)|環境変数/g,
  ],
  [
    'dependency',
    /dependenc(?:y|ies)\b|upgraded? (?:to|from)|library|gem update|npm package|依存(?:ライブラリ|パッケージ)?|ライブラリ/g,
  ],
  [
    'capacity',
    /out of memory|oom|traffic spike|overload\w{0,4}|cpu|disk (?:was )?full|connection pool|負荷|メモリ不足|アクセス集中|容量/g,
  ],
  [
    'external',
    /third[ -]party|provider|vendor|aws|gcp|azure|cloudflare|upstream outage|外部(?:サービス|API)|ベンダー/g,
  ],
  [
    'process',
    /manual(?:ly)? (?:step|operation|run)|procedure|runbook|communication|wrong (?:branch|environment)|手順(?:書|漏れ)|作業ミス|連絡漏れ/g,
  ],
  [
    'code',
    /null pointer|nil\b|undefined|exception|off[ -]by[ -]one|race condition|bug\b|バグ|不具合|実装(?:ミス|漏れ)/g,
  ],
];

/** What the words hint at, for a person to confirm. Several kinds hinted at alike suggest none. Linear in the text. */
export function suggestClassification(title: string, body: string): IncidentSuggestions {
  const text = `${title.slice(0, 500)}\n${body.slice(0, READ)}`.normalize('NFKC').toLowerCase();
  const kinds = count(KIND_HINTS, text);
  const [first, second] = kinds;
  const kind = first !== undefined && first.hits > (second?.hits ?? 0) ? first.value : null;
  return {
    kind,
    causes: count(CAUSE_HINTS, text)
      .slice(0, MOST_CAUSES)
      .map(({ value }) => value),
  };
}

/** Most hits first; those without any are left out. */
function count<Value>(hints: readonly (readonly [Value, RegExp])[], text: string) {
  return hints
    .map(([value, pattern]) => ({ value, hits: text.match(pattern)?.length ?? 0 }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
}
