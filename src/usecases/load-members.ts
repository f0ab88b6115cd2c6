import { memberReferences, membersOf, type ProjectMembers } from '../domain/project/project-members.ts';
import type { Project } from '../domain/project/project.ts';
import type { MemberStore } from '../ports/project-store.ts';

/** Whom the projects' authors and teams stand for, as last read (see `refreshMembers`). */
export async function loadMembers(
  store: { readonly members: Pick<MemberStore, 'of'> },
  installationId: number,
  projects: readonly Project[],
): Promise<ProjectMembers> {
  const known = await store.members.of(installationId, memberReferences(projects));
  return membersOf(projects, new Map([...known].map(([reference, { ids }]) => [reference, ids])));
}
