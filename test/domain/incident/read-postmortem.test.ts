import { describe, expect, it } from 'vitest';
import { readPostmortem } from '../../../src/domain/incident/read-postmortem.ts';

const context = { now: Date.parse('2026-10-01T00:00:00Z') };
const read = (text: string, path = 'docs/postmortems/checkout.md') =>
  readPostmortem({ path, text, url: 'https://github.com/acme/shop/blob/main/x.md' }, context);

const FRONT = `---
title: Checkout returned errors
severity: SEV1
kind: regression
started: 2026-09-01T10:20:00+09:00
resolved: 2026-09-01 12:00 JST
services: [billing, search]
causes:
  - code
  - configuration
pull_request: "#812"
---
# Ignored

## Impact
Nobody could pay.
`;

const HEADINGS = `# Search was slow

## Impact

Half of all searches timed out in \`app/search/query.rb\`.

## Root cause

Introduced by #77: the index was dropped.

## Timeline

- 2026-09-01 10:20 UTC deploy begins
- 2026-09-01 10:25 UTC first alert
- 2026-09-01 11:40 UTC recovered

## Action items

- [ ] Alert on slow queries
`;

const JAPANESE = `# 決済障害のふりかえり

重大度: 重大

## 影響

決済ができなかった。

## 根本原因

設定ミス。

## タイムライン

| 時刻 | 出来事 |
| --- | --- |
| 10:20 JST | 検知 |
| 11:05 JST | 復旧 |
`;

describe('readPostmortem', () => {
  it('front matter comes first', () => {
    expect(read(FRONT)).toMatchObject({
      title: 'Checkout returned errors',
      kind: 'regression',
      severity: 'critical',
      state: 'resolved',
      startedAt: '2026-09-01T01:20:00Z',
      resolvedAt: '2026-09-01T03:00:00Z',
      services: ['billing', 'search'],
      causes: ['code', 'configuration'],
      statedCause: '#812',
      findings: [],
    });
  });

  it('reads headings, and the times of its timeline', () => {
    expect(read(HEADINGS)).toMatchObject({
      title: 'Search was slow',
      kind: 'incident',
      startedAt: '2026-09-01T10:20:00Z',
      resolvedAt: '2026-09-01T11:40:00Z',
      paths: ['app/search/query.rb'],
    });
  });

  it('reads a Japanese one; the day is in its name', () => {
    expect(read(JAPANESE, 'docs/postmortems/2026-09-01-checkout.md')).toMatchObject({
      title: '決済障害のふりかえり',
      severity: 'critical',
      startedAt: '2026-09-01T01:20:00Z',
      resolvedAt: '2026-09-01T02:05:00Z',
      suggestions: { causes: ['configuration'] },
    });
  });

  it('broken front matter is told, and the rest counts', () => {
    const facts = read('---\n: [\n---\n# Title\n\nStarted: 2026-09-01T00:00:00Z\n');
    expect(facts).toMatchObject({ title: 'Title', startedAt: '2026-09-01T00:00:00Z' });
    expect(facts?.findings).toEqual([{ code: 'unreadable-front-matter' }]);
  });

  it('a draft is not resolved', () => {
    expect(read('---\nstatus: draft\n---\n# X')?.state).toBe('open');
  });

  it.each(['docs/postmortems/README.md', 'docs/postmortems/template.md', 'docs/postmortems/_template-ja.md'])(
    '%s is no postmortem',
    (path) => {
      expect(read(FRONT, path)).toBeNull();
    },
  );
});
