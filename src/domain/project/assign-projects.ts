import type { Exposure } from '../exposure/exposure.ts';
import { selectsPath } from '../risk/glob/compile-globs.ts';
import { selectPaths } from '../risk/glob/select-paths.ts';
import { type CompiledProject, type CompiledProjects, foldWords } from './compile-projects.ts';

/** What is kept of a change that tells where it belongs; so history is told anew when a definition changes. */
export type MembershipFacts = Pick<Exposure, 'title' | 'headRef' | 'milestone' | 'labels' | 'files' | 'author'>;

/**
 * Ids of the projects that a change belongs to, sorted: one by label, branch, path (old names too), milestone, beginning
 * of the title, author or team, any one of which is enough. Labels, milestones and titles are compared without case.
 */
export function assignProjects(facts: MembershipFacts, { projects, paths }: CompiledProjects): readonly string[] {
  if (projects.length === 0) return [];
  const names = facts.files.flatMap(({ path, previousPath }) =>
    previousPath === undefined ? [path] : [path, previousPath],
  );
  const touched = selectPaths(paths, names);
  const words = {
    labels: facts.labels.map(foldWords),
    milestone: facts.milestone === null ? null : foldWords(facts.milestone),
    title: foldWords(facts.title),
  };
  return projects
    .filter((project, at) => (touched[at]?.length ?? 0) > 0 || fits(project, facts, words))
    .map(({ id }) => id)
    .sort();
}

interface Words {
  readonly labels: readonly string[];
  readonly milestone: string | null;
  readonly title: string;
}

function fits(project: CompiledProject, { headRef, author }: MembershipFacts, words: Words): boolean {
  return (
    words.labels.some((label) => project.labels.has(label)) ||
    (headRef !== null && selectsPath(project.branches, headRef)) ||
    (words.milestone !== null && project.milestones.has(words.milestone)) ||
    project.titlePrefixes.some((prefix) => words.title.startsWith(prefix)) ||
    project.members.has(author.id) ||
    (project.everyBot && author.type === 'bot')
  );
}
