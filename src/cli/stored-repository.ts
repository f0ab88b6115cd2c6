import { suggest } from '../config/suggest.ts';
import type { Project } from '../domain/project/project.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { type BaseContext, createContextMemo, readContext } from '../usecases/base-context.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import { CliError } from './cli-error.ts';
import { loadConfig } from './load-config.ts';
import type { Terminal } from './terminal.ts';
import type { ReportTexts } from './texts/report-texts.ts';

interface KnowingParts {
  readonly store: Pick<Store, 'repositories' | 'baseFiles'>;
}

/** The one that is named, else the only one. */
export async function findRepository(
  { store }: KnowingParts,
  name: string | undefined,
  words: ReportTexts,
): Promise<InstalledRepository> {
  const known = await store.repositories.all();
  const names = known.map(fullName).slice(0, 20).join(', ');
  if (known.length === 0) throw new CliError(words.noneKnown);
  const found =
    name === undefined
      ? known.length === 1
        ? known[0]
        : undefined
      : known.find((one) => fullName(one).toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    throw new CliError(name === undefined ? words.whichRepository(names) : words.noRepository(name, names));
  }
  return found;
}

/** The file that is named, else what the app last read at the default branch, else the file of this folder. */
export async function findConfig(
  terminal: Terminal,
  { store }: KnowingParts,
  repository: InstalledRepository,
  path: string | undefined,
  words: ReportTexts,
): Promise<BaseContext> {
  if (path !== undefined) return loadConfig(terminal, path);
  const cached = await store.baseFiles.find(repository.id, repository.defaultBranch);
  if (cached === null || cached.files.config === null) {
    const context = await loadConfig(terminal, undefined);
    if (context.config.actions.length + context.config.projects.length === 0) terminal.err(`${words.noConfig}\n`);
    return context;
  }
  const texts = { own: cached.files.config, extended: null };
  const context = readContext(createContextMemo(), repository, texts, []);
  if (context.broken !== null) terminal.err(`${words.brokenConfig(context.broken.problems.length)}\n`);
  return context;
}

/** `null` when none is asked for. */
export function findProject(
  projects: readonly Project[],
  name: string | undefined,
  words: ReportTexts,
): Project | null {
  if (name === undefined) return null;
  if (projects.length === 0) throw new CliError(words.noProjects);
  const ids = projects.map(({ id }) => id);
  const found = projects.find(({ id }) => id === name);
  if (found === undefined) throw new CliError(words.noProject(name, ids.join(', '), suggest(name, ids).didYouMean));
  return found;
}
