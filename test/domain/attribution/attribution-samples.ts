import type { Attribution, AttributedCause, LinkDecision } from '../../../src/domain/attribution/attribution.ts';

export function sampleCause(changes: Partial<AttributedCause> = {}): AttributedCause {
  return {
    unit: '#790',
    number: 790,
    title: 'Round totals',
    at: '2026-08-31T08:00:00Z',
    areas: ['app/billing'],
    confidence: 0.7,
    evidence: [
      { kind: 'blame', lines: 14, totalLines: 20, context: false },
      { kind: 'time', lagDays: 2, changesSince: 3 },
    ],
    ...changes,
  };
}

export function sampleAttribution(changes: Partial<Attribution> = {}): Attribution {
  return {
    installationId: 5,
    source: 'issue',
    externalId: '1#9',
    repositoryId: 1,
    happenedAt: '2026-09-02T00:00:00Z',
    causes: [],
    candidates: [sampleCause()],
    noChange: 0.1,
    leading: { unit: '#790', share: 0.8 },
    fixes: [812],
    comment: null,
    backReferences: [],
    ...changes,
  };
}

export function sampleDecision(changes: Partial<LinkDecision> = {}): LinkDecision {
  return {
    unit: '#790',
    verdict: 'confirmed',
    by: 'mona',
    why: '',
    at: '2026-09-03T00:00:00Z',
    blind: false,
    leading: { unit: '#790', share: 0.8 },
    ...changes,
  };
}
