import type { Project } from './project.ts';

/** The accounts that a project's authors and teams stand for, by project id. Ids, so that nobody's name is kept. */
export type ProjectMembers = ReadonlyMap<string, ReadonlySet<number>>;

/** An author's login or `organisation/team`, in lower case: GitHub does not tell either apart by case. */
export type MemberReference = string;

/** In `authors`: every account of type bot. It needs no looking up. */
export const EVERY_BOT = '*[bot]';

/** Whose ids must be known before changes can be assigned; sorted, each once. */
export function memberReferences(projects: readonly Project[]): readonly MemberReference[] {
  return [...new Set(projects.flatMap(referencesOf))].sort();
}

export function membersOf(
  projects: readonly Project[],
  accounts: ReadonlyMap<MemberReference, readonly number[]>,
): ProjectMembers {
  return new Map(
    projects.map((project) => [
      project.id,
      new Set(referencesOf(project).flatMap((reference) => accounts.get(reference) ?? [])),
    ]),
  );
}

function referencesOf({ match }: Project): MemberReference[] {
  return [...match.authors.filter((login) => login !== EVERY_BOT), ...match.teams].map((name) => name.toLowerCase());
}
