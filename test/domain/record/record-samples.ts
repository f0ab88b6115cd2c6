import type { Attribution } from '../../../src/domain/attribution/attribution.ts';
import type { Exposure, ExposureJudgement } from '../../../src/domain/exposure/exposure.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { MonitoringWindow } from '../../../src/domain/monitoring/monitoring-window.ts';
import type { ChangeFacts } from '../../../src/domain/record/count-change.ts';

export function judgement(over: Partial<ExposureJudgement> = {}): ExposureJudgement {
  return {
    source: 'at-merge',
    verdict: 'filled',
    status: 'stated',
    conclusion: 'success',
    level: 'medium',
    ruleIds: [],
    mode: 'advise',
    bodyHash: 'b',
    configHash: 'c',
    blastRadius: 'billing',
    ...over,
  };
}

export function exposure(over: Partial<Exposure> = {}): Exposure {
  return {
    repositoryId: 1,
    number: 7,
    sha: 'm7',
    method: 'squash',
    commits: 1,
    baseRef: 'main',
    toDefaultBranch: true,
    title: 'Move the ledger',
    author: { id: 4, type: 'user' },
    openedAt: '2026-01-01T00:00:00Z',
    readyAt: '2026-01-01T00:00:00Z',
    mergedAt: '2026-01-02T12:00:00Z',
    additions: 10,
    deletions: 3,
    changedFiles: 1,
    files: [{ path: 'app/ledger.ts', status: 'modified', additions: 10, deletions: 3 }],
    labels: [],
    headRef: null,
    milestone: null,
    reviewRounds: 2,
    judgement: judgement(),
    ...over,
  };
}

export function monitoringWindow(over: Partial<MonitoringWindow> = {}): MonitoringWindow {
  return {
    repositoryId: 1,
    unit: '#7',
    number: 7,
    level: 'medium',
    environment: 'production',
    openedBy: 'deployment',
    openedAt: '2026-01-03T00:00:00Z',
    endsAt: '2026-01-04T00:00:00Z',
    state: 'done',
    closedAt: '2026-01-03T12:00:00Z',
    note: null,
    watcher: null,
    ...over,
  };
}

export function facts(over: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    exposure: exposure(),
    release: null,
    window: null,
    belonging: { projects: [], controlFor: [], outsideOf: [] },
    reverted: false,
    followUpFix: false,
    ...over,
  };
}

export function incident(over: Partial<Incident> = {}): Incident {
  return {
    installationId: 9,
    source: 'issue',
    externalId: '1#5',
    repositoryId: 1,
    reportedAt: '2026-01-05T00:00:00Z',
    url: null,
    title: 'Bills were sent twice',
    body: 'words',
    kind: 'regression',
    severity: null,
    state: 'resolved',
    startedAt: '2026-01-04T00:00:00Z',
    detectedAt: null,
    resolvedAt: null,
    detectedBy: 'a user',
    causes: [],
    services: ['billing'],
    paths: [],
    projects: [],
    escaped: [],
    statedCause: null,
    suggestions: { kind: null, causes: [] },
    findings: [],
    toldKind: 'regression',
    judgements: [],
    noChange: false,
    ...over,
  };
}

export function attribution(over: Partial<Attribution> = {}): Attribution {
  return {
    installationId: 9,
    source: 'issue',
    externalId: '1#5',
    repositoryId: 1,
    happenedAt: '2026-01-04T00:00:00Z',
    causes: [],
    candidates: [],
    noChange: 0.1,
    leading: null,
    fixes: [],
    comment: null,
    backReferences: [],
    ...over,
  };
}

export function candidate(unit: string, confidence: number, over: Partial<Attribution['candidates'][number]> = {}) {
  const at = '2026-01-02T12:00:00Z';
  return { unit, number: Number(unit.slice(1)), title: 'Move', at, areas: [], confidence, evidence: [], ...over };
}
