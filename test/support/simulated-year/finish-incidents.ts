import { INCIDENT_CAUSES } from '../../../src/domain/incident/incident-cause.ts';
import type { IncidentReport } from '../../../src/domain/incident/incident.ts';
import { NO_CHANGE } from '../../../src/domain/attribution/attribution.ts';
import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { between, pick, toIso } from './draw.ts';
import type { DraftChange } from './draft-change.ts';
import type { DraftIncident } from './draft-incidents.ts';
import type { GeneratedChange, GeneratedIncident } from './generated-year.ts';
import { REPOSITORY } from './year-plan.ts';

type Tie = Pick<GeneratedIncident, 'candidates' | 'decisions' | 'causedBy' | 'certainty'>;

/** Tells the incidents as a program would, by time, and decides what is to be known of their causes. */
export function finishIncidents(
  random: Random,
  changes: readonly GeneratedChange[],
  drafts: readonly DraftIncident[],
  unitOf: (draft: DraftChange) => string,
): readonly GeneratedIncident[] {
  const ordered = [...drafts].sort((a, b) => a.startedAt - b.startedAt);
  return ordered.map((draft, at): GeneratedIncident => {
    const cause = draft.cause === null ? null : unitOf(draft.cause);
    const decoy = decoyFor(random, changes, draft.startedAt, cause);
    const tie = draft.endsWindow
      ? ({ candidates: [], decisions: [{ unit: cause ?? '', verdict: 'confirmed' }], ...confirmed(cause) } as const)
      : drawTie(random, cause, decoy);
    return {
      report: reportOf(random, draft, at),
      toldAt: draft.toldAt,
      endsWindow: draft.endsWindow,
      ...tie,
    };
  });
}

function confirmed(cause: string | null): Pick<Tie, 'causedBy' | 'certainty'> {
  return { causedBy: cause, certainty: 'confirmed' };
}

/** What the ranking says and what people decide: some of it, and never the wrong change. */
function drawTie(random: Random, cause: string | null, decoy: string): Tie {
  const weak = { unit: decoy, confidence: between(random, 0.05, 0.4) };
  if (cause === null) {
    const isSaid = random() < 0.8;
    const decisions = isSaid ? [{ unit: NO_CHANGE, verdict: 'confirmed' as const }] : [];
    return { candidates: [weak], decisions, causedBy: null, certainty: isSaid ? 'no-change' : 'unlinked' };
  }
  const found = { unit: cause, confidence: between(random, 0.5, 0.95) };
  return pick<() => Tie>(random, [
    [
      () => ({ candidates: [found, weak], decisions: [{ unit: cause, verdict: 'confirmed' }], ...confirmed(cause) }),
      60,
    ],
    [() => ({ candidates: [found, weak], decisions: [], causedBy: cause, certainty: 'likely' }), 30],
    [
      () => ({
        candidates: [
          { unit: decoy, confidence: 0.9 },
          { ...found, confidence: 0.3 },
        ],
        decisions: [
          { unit: decoy, verdict: 'rejected' },
          { unit: cause, verdict: 'confirmed' },
        ],
        ...confirmed(cause),
      }),
      7,
    ],
    [() => ({ candidates: [weak], decisions: [], causedBy: null, certainty: 'unlinked' }), 3],
  ])();
}

/** Some change before it that had nothing to do with it, and is not watched: a window must not end by mistake. */
function decoyFor(random: Random, changes: readonly GeneratedChange[], startedAt: number, cause: string | null) {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.mergedAt ?? 0) < startedAt) low = middle + 1;
    else high = middle;
  }
  for (let at = Math.max(0, low - 1 - Math.floor(random() * 20)); at >= 0; at--) {
    const found = changes[at];
    if (found !== undefined && found.fate === null && found.unit !== cause) return found.unit;
  }
  return changes.find(({ fate, unit }) => fate === null && unit !== cause)?.unit ?? '';
}

function reportOf(random: Random, { kind, startedAt, toldAt, cause }: DraftIncident, at: number): IncidentReport {
  const causes = cause === null ? ['external'] : INCIDENT_CAUSES.slice(0, 5).filter(() => random() < 0.25);
  // Some sources do not say what it was: then it counts as an incident.
  const isUnclassified = kind === 'incident' && random() < 0.1;
  return {
    installationId: REPOSITORY.installationId,
    source: 'generic',
    externalId: `incident-${at + 1}`,
    repositoryId: REPOSITORY.id,
    reportedAt: toIso(toldAt),
    url: null,
    title: `Incident ${at + 1}`,
    body: '',
    kind: isUnclassified ? null : kind,
    severity: null,
    state: 'resolved',
    startedAt: toIso(startedAt),
    detectedAt: null,
    resolvedAt: toIso(startedAt + 3_600_000),
    detectedBy: pick(random, [
      ['monitoring', 6],
      ['a customer', 3],
      [null, 1],
    ] as const),
    causes,
    services: random() < 0.2 ? ['search'] : [],
    paths: [],
    projects: random() < 0.03 ? ['checkout'] : [],
    escaped: [],
    statedCause: null,
    suggestions: { kind: null, causes: [] },
    findings: [],
  };
}
