import { describe, expect, it } from 'vitest';
import { readIssueIncident } from '../../../src/domain/incident/read-issue-incident.ts';
import { sampleIssue } from './samples.ts';

const context = { now: Date.parse('2026-10-01T00:00:00Z') };
const read = (changes: Parameters<typeof sampleIssue>[0], more = {}) =>
  readIssueIncident(sampleIssue(changes), { ...context, ...more });

const FORM = `### Kind

Regression (something that worked broke)

### Severity

SEV-2

### Started at

2026-09-01 10:20 JST

### Resolved at

_No response_

### Affected services

billing, search

### Cause category

- [x] Code
- [ ] Capacity
- [X] Data or migration

### Root cause pull request

#812

### How it escaped

Tests did not cover it

### What happened

\`\`\`
### Severity
low
TypeError at charge (/app/app/billing/charge.rb:10:5)
\`\`\`
`;

const FORM_JA = `### 種別

ヒヤリハット

### 重大度

中

### 発生日時

2026年9月1日 10時20分

### 検知方法

監視アラート

### 影響サービス

決済、検索

### 原因の分類

設定

### 原因の PR

#34
`;

describe('readIssueIncident', () => {
  it('reads the answers of a form', () => {
    const { facts } = read({ body: FORM, labels: ['incident'] });
    expect(facts).toMatchObject({
      kind: 'regression',
      severity: 'high',
      state: 'open',
      startedAt: '2026-09-01T01:20:00Z',
      detectedAt: '2026-09-02T00:00:00Z',
      resolvedAt: null,
      services: ['billing', 'search'],
      causes: ['code', 'data-or-migration'],
      escaped: ['test-gap'],
      statedCause: '#812',
      paths: ['app/app/billing/charge.rb'],
      findings: [],
    });
  });

  it('reads the answers of a Japanese form, and says which zone it took', () => {
    const { facts } = read({ body: FORM_JA });
    expect(facts).toMatchObject({
      kind: 'near-miss',
      severity: 'medium',
      startedAt: '2026-09-01T01:20:00Z',
      detectedBy: '監視アラート',
      services: ['決済', '検索'],
      causes: ['configuration'],
      statedCause: '#34',
      findings: [{ code: 'zone-assumed', field: 'startedAt', assumed: '+09:00' }],
    });
  });

  it('reads lines of a free text and rows of a table', () => {
    const body = 'The shop was down.\n\n- **Started:** 2026-09-01 10:20 UTC\n重大度: 致命的\n| Service | billing |\n';
    expect(read({ body }).facts).toMatchObject({
      startedAt: '2026-09-01T10:20:00Z',
      severity: 'critical',
      services: ['billing'],
    });
  });

  it('takes kind and severity from labels where the text says none, the more special kind first', () => {
    expect(read({ labels: ['incident', 'type: デグレ', 'sev/1', 'risk: low'] }).facts).toMatchObject({
      kind: 'regression',
      severity: 'critical',
    });
    expect(read({ labels: ['regression', 'near miss'] }).facts.kind).toBeNull();
    expect(read({ labels: ['high', 'bug'] }).facts).toMatchObject({ kind: null, severity: null });
  });

  it('a closed issue is resolved when it was closed, unless the text says when', () => {
    const closed = { state: 'closed', closedAt: '2026-09-03T00:00:00Z' } as const;
    expect(read(closed).facts).toMatchObject({ state: 'resolved', resolvedAt: '2026-09-03T00:00:00Z' });
    const early = read({ ...closed, body: 'Started: 2026-09-01T01:00:00Z\nResolved: 2026-09-01T02:00:00Z' }).facts;
    expect(early).toMatchObject({ resolvedAt: '2026-09-01T02:00:00Z', detectedAt: null, findings: [] });
  });

  it.each([
    ['no times', '', [{ code: 'no-times' }]],
    [
      'resolved before started',
      'Started: 2026-09-01T10:00:00Z\nResolved: 2026-09-01T09:00:00Z',
      [{ code: 'out-of-order', field: 'resolvedAt', text: '2026-09-01T09:00:00Z', before: 'startedAt' }],
    ],
    [
      'in the future',
      'Started: 2027-09-01T10:00:00Z',
      [{ code: 'in-the-future', field: 'startedAt', text: '2027-09-01T10:00:00Z' }, { code: 'no-times' }],
    ],
    [
      'not a time',
      'Started: after lunch',
      [{ code: 'unreadable-time', field: 'startedAt', text: 'after lunch' }, { code: 'no-times' }],
    ],
    [
      'words that mean nothing',
      'Kind: banana\nSeverity: purple\nStarted: 2026-09-01T10:00:00Z',
      [
        { code: 'unknown-value', field: 'kind', text: 'banana' },
        { code: 'unknown-value', field: 'severity', text: 'purple' },
      ],
    ],
  ])('%s is told', (_, body, findings) => {
    expect(read({ body }).facts.findings).toEqual(findings);
  });

  it('what words hint at is a suggestion, never a fact', () => {
    const { facts } = read({ title: 'Search no longer works', body: 'It used to work before the migration.' });
    expect(facts).toMatchObject({
      kind: null,
      causes: [],
      suggestions: { kind: 'regression', causes: ['data-or-migration'] },
    });
  });

  it('knows causes that the configuration adds', () => {
    const body = '### Causes\n\n- feature-toggle\n- code';
    expect(read({ body }, { causes: ['feature-toggle'] }).facts.causes).toEqual(['feature-toggle', 'code']);
  });

  it('says which repository it concerns', () => {
    expect(read({ body: '### Repository\n\nacme/shop' }).repository).toBe('acme/shop');
  });
});
