import type { Escape } from './incident-cause.ts';
import { type IncidentFacts, type IncidentState, MAX_BODY } from './incident.ts';
import type { IncidentFinding } from './incident-finding.ts';
import type { IncidentKind } from './incident-kind.ts';
import { findPaths } from './find-paths.ts';
import { readCause, readEscape, readKind, readSeverity } from './read-classification.ts';
import { type FieldTexts, splitValues } from './read-fields.ts';
import { settleTimes } from './settle-times.ts';
import type { Severity } from './severity.ts';
import { suggestClassification } from './suggest-classification.ts';

const MAX_TITLE = 500;
const MAX_NAME = 200;
const MAX_NAMES = 50;
const MAX_PATHS = 200;
const SHOWN = 80;

/** What holds where the fields say nothing. Times as text; they give way to those of the fields. */
export interface FactDefaults {
  readonly title: string;
  readonly body: string;
  readonly url: string | null;
  readonly state: IncidentState;
  readonly kind?: IncidentKind | null;
  readonly severity?: Severity | null;
  readonly startedAt?: string | null;
  readonly detectedAt?: string | null;
  readonly resolvedAt?: string | null;
  readonly detectedBy?: string | null;
}

/** What reading depends on besides the text. */
export interface ReadingContext {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Minutes east of UTC of times without a zone; 0 when absent. */
  readonly zone?: number;
  /** Causes that the configuration adds. */
  readonly causes?: readonly string[];
}

/**
 * Facts from the fields that a source fills in, whatever the source is. A value that is not understood becomes a finding;
 * what the words hint at becomes a suggestion; nothing is dropped without a word.
 */
export function buildFacts(fields: FieldTexts, defaults: FactDefaults, context: ReadingContext): IncidentFacts {
  const findings: IncidentFinding[] = [];
  const unknown = (field: 'kind' | 'severity' | 'causes' | 'escaped', text: string): void => {
    findings.push({ code: 'unknown-value', field, text: text.slice(0, SHOWN) });
  };
  const one = <Value>(field: 'kind' | 'severity', read: (text: string) => Value | null, fallback: Value | null) => {
    const said = fields.get(field);
    if (said === undefined) return fallback;
    const value = read(said);
    if (value === null) unknown(field, said);
    return value ?? fallback;
  };
  const several = <Value>(field: 'causes' | 'escaped', read: (text: string) => Value | null): readonly Value[] => {
    const values = splitValues(fields.get(field) ?? '', MAX_NAMES).flatMap((said) => {
      const value = read(said);
      if (value === null) unknown(field, said);
      return value === null ? [] : [value];
    });
    return [...new Set(values)];
  };
  const names = (field: 'services' | 'projects'): readonly string[] =>
    splitValues(fields.get(field) ?? '', MAX_NAMES).map((name) => name.slice(0, MAX_NAME));

  const title = fields.get('title') ?? defaults.title;
  const { body } = defaults;
  if (body.length > MAX_BODY) findings.push({ code: 'cut', field: 'body', limit: MAX_BODY });
  const times = settleTimes(
    {
      startedAt: fields.get('startedAt'),
      detectedAt: fields.get('detectedAt'),
      resolvedAt: fields.get('resolvedAt'),
    },
    defaults,
    context.now,
    context.zone,
  );
  const stated = splitValues(fields.get('paths') ?? '', MAX_PATHS);
  return {
    url: defaults.url,
    title: oneLine(title).slice(0, MAX_TITLE),
    body: cut(body),
    kind: one('kind', readKind, defaults.kind ?? null),
    severity: one('severity', readSeverity, defaults.severity ?? null),
    state: defaults.state === 'open' && times.resolvedAt !== null ? 'resolved' : defaults.state,
    startedAt: times.startedAt,
    detectedAt: times.detectedAt,
    resolvedAt: times.resolvedAt,
    detectedBy: (fields.get('detectedBy') ?? defaults.detectedBy)?.slice(0, MAX_NAME) ?? null,
    causes: several('causes', (said) => readCause(said, context.causes)),
    services: names('services'),
    paths: [...new Set([...stated, ...findPaths(body)])].slice(0, MAX_PATHS),
    projects: names('projects'),
    escaped: several<Escape>('escaped', readEscape),
    statedCause: fields.get('statedCause')?.slice(0, 1_000) ?? null,
    suggestions: suggestClassification(title, body),
    findings: [...findings, ...times.findings],
  };
}

function oneLine(text: string): string {
  return text
    .slice(0, MAX_TITLE * 2)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Not through the middle of a character. */
function cut(text: string): string {
  if (text.length <= MAX_BODY) return text;
  const kept = text.slice(0, MAX_BODY);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}
