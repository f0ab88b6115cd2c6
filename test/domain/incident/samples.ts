import type { IncidentReport } from '../../../src/domain/incident/incident.ts';
import type { IssueText } from '../../../src/domain/incident/read-issue-incident.ts';

export function sampleIssue(changes: Partial<IssueText> = {}): IssueText {
  return {
    title: 'Checkout fails',
    body: null,
    labels: [],
    url: 'https://github.com/acme/shop/issues/9',
    state: 'open',
    createdAt: '2026-09-02T00:00:00Z',
    closedAt: null,
    author: 'mona',
    ...changes,
  };
}

export function sampleReport(changes: Partial<IncidentReport> = {}): IncidentReport {
  return {
    installationId: 5,
    repositoryId: 1,
    source: 'issue',
    externalId: '1#9',
    reportedAt: '2026-09-02T00:00:00Z',
    url: null,
    title: 'Checkout fails',
    body: '',
    kind: null,
    severity: null,
    state: 'open',
    startedAt: '2026-09-01T00:00:00Z',
    detectedAt: null,
    resolvedAt: null,
    detectedBy: null,
    causes: [],
    services: [],
    paths: [],
    projects: [],
    escaped: [],
    statedCause: null,
    suggestions: { kind: null, causes: [] },
    findings: [],
    ...changes,
  };
}
