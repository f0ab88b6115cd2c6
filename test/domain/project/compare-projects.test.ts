import { describe, expect, it } from 'vitest';
import { compareProjects, type ProjectIncident } from '../../../src/domain/project/compare-projects.ts';
import { rateRatio } from '../../../src/domain/stats/rate-ratio.ts';

const projectsOf = (i: number): readonly string[] => (i < 12 ? ['refactor'] : i < 20 ? ['search'] : []);
const changes = [
  { projects: ['refactor'], changes: 5 },
  { projects: ['refactor'], changes: 7 },
  { projects: ['search'], changes: 8 },
  { projects: [], changes: 80 },
];

function caused(
  kind: ProjectIncident['kind'],
  n: number,
  from: number,
  causes: readonly string[] = [],
): ProjectIncident[] {
  return Array.from({ length: n }, (_, i) => ({ kind, causes, projects: projectsOf(from + (i % 8)) }));
}

describe('compareProjects', () => {
  const incidents = [
    ...caused('incident', 9, 0, ['code']),
    ...caused('incident', 15, 50),
    ...caused('regression', 1, 0, ['code', 'configuration', 'code']),
    ...caused('regression', 8, 50),
    { kind: 'incident', causes: [], projects: null } as const,
  ];
  const [refactor, search] = compareProjects(['refactor', 'search'], changes, incidents);

  it('sets a project’s share of incidents beside its share of changes', () => {
    expect(refactor).toMatchObject({ project: 'refactor', changes: 12, shareOfChanges: 0.12 });
    const incident = refactor?.kinds.find(({ kind }) => kind === 'incident');
    expect(incident).toMatchObject({ incidents: 9, elsewhere: 15, share: 9 / 24 });
    expect(incident?.relativeRisk).toEqual(rateRatio({ events: 9, exposure: 12 }, { events: 15, exposure: 88 }));
    expect(incident?.relativeRisk.central.lower).toBeGreaterThan(1);
    expect(incident?.adjustedP).toBeGreaterThan(incident?.relativeRisk.pCentral ?? 1);
  });

  it('says nothing of kinds that nobody had, and does not count them as questions', () => {
    const inquiry = refactor?.kinds.find(({ kind }) => kind === 'inquiry');
    expect(inquiry).toMatchObject({
      incidents: 0,
      share: null,
      adjustedP: null,
      relativeRisk: { problem: 'no-events' },
    });
    expect(search?.kinds.find(({ kind }) => kind === 'incident')?.relativeRisk.central.lower).toBe(0);
  });

  it('counts causes by kind, each once an incident', () => {
    expect(refactor?.causes).toMatchObject([
      { cause: 'code', kind: 'incident', incidents: 9, elsewhere: 0, relativeRisk: { ratio: null } },
      { cause: 'code', kind: 'regression', incidents: 1 },
      { cause: 'configuration', kind: 'regression', incidents: 1 },
    ]);
  });

  it('a project that is everything, or nothing, has nobody to compare with', () => {
    const all = [{ projects: ['p'], changes: 1 }];
    const harm: ProjectIncident[] = [{ kind: 'incident', causes: [], projects: ['p'] }];
    const [everything, nothing] = compareProjects(['p', 'q'], all, harm);
    expect(everything?.kinds[1]?.relativeRisk.problem).toBe('no-exposure');
    expect(nothing?.kinds[1]?.relativeRisk.problem).toBe('no-exposure');
    expect(compareProjects(['p'], [], [])[0]?.shareOfChanges).toBeNull();
  });
});
