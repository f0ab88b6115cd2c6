import type { IncidentKind } from './incident-kind.ts';
import { readKind, readSeverity } from './read-classification.ts';
import type { Severity } from './severity.ts';

/** Only such labels speak of severity: `high` alone may be anything. */
const SPEAKS_OF_SEVERITY = /^(?:sev|severity|priority|prio|重大度|深刻度|優先度)(?![a-z])|^(?:sev|[sp])[-:/ ]?[0-5]$/i;
/** Hiyari's own labels, and those that say what is wanted rather than what happened. */
const SPEAKS_OF_ELSE = /^(?:risk|impact|monitoring)\s?:/i;

/** What an issue's labels say: `kind: regression`, `ヒヤリハット`, `sev-2`. The more special kind wins over `incident`. */
export function readLabels(labels: readonly string[]): {
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
} {
  const own = labels.filter((label) => !SPEAKS_OF_ELSE.test(label)).slice(0, 100);
  const kinds = own.map(readKind).filter((kind) => kind !== null);
  const special = new Set(kinds.filter((kind) => kind !== 'incident'));
  const [only] = special;
  const kind = special.size === 1 && only !== undefined ? only : kinds.includes('incident') ? 'incident' : null;
  const severity = own
    .filter((label) => SPEAKS_OF_SEVERITY.test(label))
    .map(readSeverity)
    .find((one) => one !== null);
  return { kind, severity: severity ?? null };
}
