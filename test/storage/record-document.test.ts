import { describe, expect, it } from 'vitest';
import type { CountedDay } from '../../src/domain/record/counted-day.ts';
import type { NamedChange } from '../../src/domain/record/repository-record.ts';
import type { UntiedIncident } from '../../src/domain/record/tie-incidents.ts';
import { fromIncidentDocument, toIncidentDocument } from '../../src/storage/incident-document.ts';
import { type DayDocument, type SharedTraits, toDayDocument } from '../../src/storage/record-document.ts';
import { createRecordReader } from '../../src/storage/record-reader.ts';
import { HOSTILE_TEXT } from './samples.ts';

const everythingKnown: NamedChange = {
  unit: '#7',
  number: 7,
  title: HOSTILE_TEXT,
  projects: ['refactor'],
  areas: ['app/billing', 'lib'],
  change: {
    id: '#7',
    author: '11',
    openedAt: 19_990.25,
    mergedAt: 20_000.123_456_789,
    deployedAt: 20_001.5,
    risk: 'high',
    size: 'm',
    changedLines: 120,
    reviewRounds: 2,
    statementAccepted: true,
    enforced: true,
    blastRadius: HOSTILE_TEXT,
    monitoring: { endsAt: 20_003, confirmed: true },
    reverted: true,
    followUpFix: true,
    controlFor: ['statements'],
    outsideOf: ['pairing'],
  },
};
const nothingKnown: NamedChange = {
  ...everythingKnown,
  unit: '0123abcd',
  number: null,
  projects: [],
  areas: [],
  change: {
    ...everythingKnown.change,
    id: '0123abcd',
    openedAt: null,
    deployedAt: null,
    risk: 'none',
    size: 'unknown',
    changedLines: null,
    reviewRounds: null,
    statementAccepted: null,
    enforced: false,
    blastRadius: null,
    monitoring: null,
    reverted: false,
    followUpFix: false,
    controlFor: [],
    outsideOf: [],
  },
};
const lapsed: NamedChange = {
  ...everythingKnown,
  change: { ...everythingKnown.change, monitoring: { endsAt: 20_002, confirmed: false } },
};

describe('a counted day', () => {
  it.each([
    ['with everything known', everythingKnown],
    ['with nothing known', nothingKnown],
    ['with a window that lapsed', lapsed],
  ])('gives back a named change %s', (_, named) => {
    expect(stored({ day: 20_000, cells: [], speeds: [], atRisk: [], named: [named] }).named).toEqual([named]);
  });

  it('gives back sketches, long and short', () => {
    const belonging = { projects: [], controlFor: [], outsideOf: [] };
    const long = Array.from({ length: 40_000 }, (_, i) => i);
    const speeds = [1, 2, 3].map((n) => ({
      day: 20_000,
      belonging,
      openToMerge: [n, 1],
      mergeToDeploy: [],
      openToDeploy: long,
      reviewRounds: [n, 70_000],
    }));
    const read = stored({ day: 20_000, cells: [], speeds, atRisk: [], named: [] }).speeds;
    expect(read.map((cell) => Array.from(cell.openToMerge))).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(read.map((cell) => Array.from(cell.mergeToDeploy))).toEqual([[], [], []]);
    expect(read.map((cell) => Array.from(cell.openToDeploy))).toEqual([long, long, long]);
    expect(read.map((cell) => Array.from(cell.reviewRounds))).toEqual([
      [1, 70_000],
      [2, 70_000],
      [3, 70_000],
    ]);
  });
});

describe('an incident', () => {
  const untied: UntiedIncident = {
    incident: {
      installationId: 9,
      source: 'issue',
      externalId: '1#5',
      repositoryId: 1,
      reportedAt: '2026-01-02T00:00:00Z',
      url: null,
      title: HOSTILE_TEXT,
      kind: null,
      severity: null,
      state: 'resolved',
      startedAt: '2026-01-01T00:00:00Z',
      detectedAt: null,
      resolvedAt: null,
      detectedBy: 'a user',
      causes: ['migration'],
      services: ['billing'],
      paths: ['app/billing/total.rb'],
      projects: [],
      escaped: [],
      statedCause: null,
      suggestions: { kind: 'regression', causes: [] },
      findings: [],
      toldKind: null,
      judgements: [],
      noChange: false,
    },
    observed: {
      id: 'issue:1#5',
      kind: 'incident',
      startedAt: 20_454,
      detectedBy: 'a user',
      links: [
        { changeId: '#7', probability: 0.6, state: 'candidate' },
        { changeId: '#8', probability: 0, state: 'rejected' },
      ],
      noChange: true,
      services: ['billing'],
      glob: 'app/billing/**',
    },
  };

  it.each([
    ['with links', untied],
    ['without any', { ...untied, observed: { ...untied.observed, links: [], glob: null, noChange: false } }],
  ])('%s comes back as it was', (_, one: UntiedIncident) => {
    expect(fromIncidentDocument(JSON.parse(JSON.stringify(toIncidentDocument(one))))).toEqual(one);
  });
});

/** As the database would give it back. */
function stored(day: CountedDay) {
  const shared: SharedTraits[] = [];
  const document = toDayDocument(day, (traits) => shared.push(traits) - 1);
  const reader = createRecordReader(shared);
  reader.add(day.day, JSON.parse(JSON.stringify(document)) as DayDocument);
  return reader.counted();
}
