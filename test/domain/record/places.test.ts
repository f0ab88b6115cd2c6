import { describe, expect, it } from 'vitest';
import type { ImprovementAction } from '../../../src/domain/improvement/improvement-action.ts';
import { compileActionAreas, placeInActions } from '../../../src/domain/record/action-areas.ts';
import { findRelease, placeReleases } from '../../../src/domain/record/place-releases.ts';
import { exposure } from './record-samples.ts';

describe('placeInActions', () => {
  const nowhere = { paths: [], projects: [], services: [] };
  const base: ImprovementAction = {
    id: 'a',
    title: 'A',
    started: '2026-01-01',
    targets: [],
    coverage: 'announcement',
  };
  const services = [{ id: 'search', paths: ['lib/index/**'] }];
  const place = (action: Partial<ImprovementAction>, paths: readonly string[], projects: readonly string[] = []) => {
    const files = paths.map((path) => ({ path, status: 'modified' as const, additions: 1, deletions: 0 }));
    const { controlFor, outsideOf } = placeInActions(
      compileActionAreas([{ ...base, ...action }], services),
      exposure({ files }),
      projects,
    );
    if (outsideOf.length > 0) return 'outside';
    return controlFor.length > 0 ? 'control' : 'subject';
  };
  const control = { ...nowhere, paths: ['legacy/**'], services: ['search'], projects: ['old'] };
  const scope = { ...nowhere, paths: ['app/**'] };

  it.each([
    ['everything, without areas', {}, ['x.ts'], [], 'subject'],
    ['wholly in the control area', { control }, ['legacy/a', 'lib/index/b'], [], 'control'],
    ['partly in it', { control }, ['legacy/a', 'app/b'], [], 'subject'],
    ['by its project', { control }, ['app/b'], ['old'], 'control'],
    ['touching the scope', { scope }, ['x', 'app/a'], [], 'subject'],
    ['not touching it', { scope }, ['x'], [], 'outside'],
    ['the scope goes before the control area', { scope, control }, ['app/a'], ['old'], 'subject'],
    ['no known path', { control }, [], [], 'subject'],
  ] as const)('%s', (_, action, paths, projects, expected) => {
    expect(place(action, paths, projects)).toBe(expected);
  });

  it('a list that was cut short is in no control area', () => {
    const areas = compileActionAreas([{ ...base, control }], services);
    const cut = exposure({ files: [{ path: 'legacy/a', status: 'added', additions: 1, deletions: 0 }] });
    expect(placeInActions(areas, cut, []).controlFor).toEqual(['a']);
    expect(placeInActions(areas, { ...cut, incomplete: 'truncated' }, []).controlFor).toEqual([]);
  });
});

describe('releases', () => {
  const at = (day: number) => new Date(day * 86_400_000).toISOString();
  const releases = placeReleases(
    [
      { at: at(100), position: 10 },
      { at: at(101), position: 14 },
      { at: at(102), position: 12 },
      { at: at(103), position: null },
      { at: at(104), position: 20 },
    ],
    1,
  );

  it('carry what no earlier one carried', () => {
    expect(releases.map(({ after, upTo }) => [after, upTo])).toEqual([
      [0, 10],
      [10, 14],
      [14, 20],
    ]);
  });

  it.each([
    [11, 100.5, 101],
    [14, 100.9, 101],
    [15, 101.5, 104],
    [21, 104.5, null],
    [10, 90, 100],
    // Before the first known release there were others.
    [2, 60, null],
    [0, 99, null],
  ])('the commit at %d reached users on day', (position, mergedAt, expected) => {
    expect(findRelease(releases, position, mergedAt)?.at ?? null).toBe(expected);
  });
});
