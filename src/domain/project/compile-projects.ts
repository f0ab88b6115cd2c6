import { compileGlobs, type GlobSet } from '../risk/glob/compile-globs.ts';
import { type GlobIndex, indexGlobs } from '../risk/glob/glob-index.ts';
import type { Project } from './project.ts';
import { EVERY_BOT, type ProjectMembers } from './project-members.ts';

/** Projects ready to be asked about many changes. Build it once for each configuration, not for each change. */
export interface CompiledProjects {
  readonly projects: readonly CompiledProject[];
  /** One list of paths for each project, in order. */
  readonly paths: GlobIndex;
}

export interface CompiledProject {
  readonly id: string;
  /** Folded, as all words here: to GitHub, `Bug` and `bug` are one label. */
  readonly labels: ReadonlySet<string>;
  readonly branches: GlobSet;
  readonly milestones: ReadonlySet<string>;
  readonly titlePrefixes: readonly string[];
  readonly members: ReadonlySet<number>;
  readonly everyBot: boolean;
}

const NOBODY: ReadonlySet<number> = new Set();

/** @throws RangeError on a glob that the configuration would have refused. */
export function compileProjects(projects: readonly Project[], members: ProjectMembers): CompiledProjects {
  return {
    projects: projects.map(({ id, match }) => ({
      id,
      labels: new Set(match.labels.map(foldWords)),
      branches: compileGlobs(match.branches),
      milestones: new Set(match.milestones.map(foldWords)),
      titlePrefixes: match.titlePrefixes.map(foldWords).filter((prefix) => prefix !== ''),
      members: members.get(id) ?? NOBODY,
      everyBot: match.authors.includes(EVERY_BOT),
    })),
    paths: indexGlobs(projects.map(({ match }) => compileGlobs(match.paths).globs)),
  };
}

/** Words that people type alike: case and Unicode's spellings aside. */
export function foldWords(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}
