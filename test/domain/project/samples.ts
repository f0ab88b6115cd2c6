import type { Project } from '../../../src/domain/project/project.ts';

export function sampleProject(
  changes: Partial<Omit<Project, 'match'>> & { match?: Partial<Project['match']> } = {},
): Project {
  const { match, ...rest } = changes;
  return {
    id: 'refactor',
    title: 'Large refactor',
    expectations: [],
    agreedBy: [],
    stopTheLine: 'off',
    ...rest,
    match: {
      labels: [],
      branches: [],
      paths: [],
      milestones: [],
      titlePrefixes: [],
      authors: [],
      teams: [],
      ...match,
    },
  };
}
