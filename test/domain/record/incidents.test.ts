import { describe, expect, it } from 'vitest';
import type { LinkDecision } from '../../../src/domain/attribution/attribution.ts';
import { countChange } from '../../../src/domain/record/count-change.ts';
import { findMended } from '../../../src/domain/record/find-mended.ts';
import { compileConfiguredGlobs, observeIncident } from '../../../src/domain/record/observe-incident.ts';
import { tieIncidents } from '../../../src/domain/record/tie-incidents.ts';
import { attribution, candidate, exposure, facts, incident } from './record-samples.ts';

const decision = (unit: string, verdict: LinkDecision['verdict']): LinkDecision => ({
  unit,
  verdict,
  by: 'mona',
  why: '',
  at: '2026-01-06T00:00:00Z',
  blind: false,
  leading: null,
});
const ranked = attribution({ candidates: [candidate('#7', 0.7), candidate('#8', 0.2)] });
const globs = compileConfiguredGlobs(['app/**', 'app/billing/**', '!app/test/**', 'lib/**']);

describe('observeIncident', () => {
  it('takes what the ranking says, and people before it', () => {
    const seen = observeIncident(
      incident(),
      { attribution: ranked, decisions: [decision('#9', 'confirmed'), decision('#7', 'rejected')] },
      globs,
    );
    expect(seen.links).toEqual([
      { changeId: '#9', probability: 1, state: 'confirmed' },
      { changeId: '#7', probability: 0, state: 'rejected' },
      { changeId: '#8', probability: 0.2, state: 'candidate' },
    ]);
    expect(seen).toMatchObject({ id: 'issue:1#5', kind: 'regression', startedAt: 20_457, noChange: false });
  });

  it.each([
    ['of the incident', { incident: incident({ noChange: true }), decisions: [] }],
    [
      'of its links',
      { incident: incident(), decisions: [decision('no-change', 'confirmed'), decision('#7', 'confirmed')] },
    ],
  ])('no change caused it, said %s: no link counts', (_, given) => {
    const seen = observeIncident(given.incident, { attribution: ranked, decisions: given.decisions }, globs);
    expect(seen).toMatchObject({ noChange: true, links: [] });
  });

  it.each([
    [['app/billing/a.ts'], 'app/billing/**'],
    [['app/billing/a.ts', 'app/b.ts'], 'app/**'],
    [['app/b.ts', 'lib/c.ts'], null],
    [[], null],
  ])('the deepest glob of %j is %s', (paths, glob) => {
    expect(observeIncident(incident({ paths }), null, globs).glob).toBe(glob);
  });

  it('what nobody classified counts as an incident', () => {
    expect(observeIncident(incident({ kind: null }), null, globs).kind).toBe('incident');
  });
});

describe('tieIncidents', () => {
  const one = countChange(facts({ exposure: exposure() }));
  const named = new Map([
    ['#7', { unit: '#7', number: 7, title: 'Move', projects: ['refactor'], areas: [], change: one.change }],
  ]);
  const untied = (over: Parameters<typeof incident>[0] = {}, attributed = ranked) => {
    const { body: _, ...outline } = incident(over);
    return { incident: outline, observed: observeIncident(outline, { attribution: attributed, decisions: [] }, globs) };
  };

  it('gives each its change and its projects, oldest first', () => {
    const tied = tieIncidents(
      [
        untied({ externalId: 'late', startedAt: '2026-01-09T00:00:00Z', projects: ['search'] }),
        untied(),
        untied({ externalId: 'unlinked', startedAt: '2026-01-03T00:00:00Z' }, attribution()),
      ],
      named,
      20_500,
    );
    expect(tied.map(({ causedBy, certainty, projects }) => [causedBy, certainty, projects])).toEqual([
      [null, 'unlinked', []],
      ['#7', 'likely', ['refactor']],
      ['#7', 'likely', ['refactor', 'search']],
    ]);
  });

  it('leaves out what happened at no possible time', () => {
    expect(tieIncidents([untied({ startedAt: '2090-01-01T00:00:00Z' })], named, 20_500)).toEqual([]);
  });
});

describe('findMended', () => {
  it('knows what was taken back and what had to be fixed', () => {
    const revert = attribution({ candidates: [candidate('#8', 0.9, { evidence: [{ kind: 'reverted' }] })] });
    const fixed = attribution({ candidates: [candidate('#7', 0.7), candidate('#6', 0.6)], fixes: [10] });
    const found = findMended([revert, fixed, ranked].map((one) => ({ attribution: one, decisions: [] })));
    expect([...found.reverted]).toEqual(['#8']);
    expect([...found.fixed]).toEqual(['#7']);
  });
});
