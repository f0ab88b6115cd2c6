import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const START = Date.UTC(2026, 0, 5, 9, 0, 0) / 1_000;

/** A real repository for one test: fixed author, an hour between commits, no configuration of the machine. */
export interface GitRepository {
  readonly path: string;
  readonly git: (...args: string[]) => string;
  /** Writes the files (`null` removes one) and commits; gives the commit's id. */
  readonly commit: (message: string, files: Readonly<Record<string, string | Buffer | null>>) => string;
  /** Makes a branch from the head, runs `work` on it, merges it with a merge commit; gives the merge's id. */
  readonly merge: (branch: string, message: string, work: () => void) => string;
  /** Sets the clock of the next commit, in hours since the first. */
  readonly at: (hours: number) => void;
}

export function createGitRepository({ bare = false }: { readonly bare?: boolean } = {}): GitRepository {
  const path = mkdtempSync(join(tmpdir(), 'hiyari-git-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  let time = START;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', path, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: path,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'A. Author',
        GIT_AUTHOR_EMAIL: 'author@example.com',
        GIT_COMMITTER_NAME: 'A. Author',
        GIT_COMMITTER_EMAIL: 'author@example.com',
        GIT_AUTHOR_DATE: `${time} +0000`,
        GIT_COMMITTER_DATE: `${time} +0000`,
      },
    }).trim();
  git('init', '--quiet', '--initial-branch=main', ...(bare ? ['--bare'] : []));
  const tick = (): void => {
    time += 3_600;
  };
  return {
    path,
    git,
    at(hours) {
      time = START + hours * 3_600;
    },
    commit(message, files) {
      for (const [name, content] of Object.entries(files)) {
        const target = join(path, name);
        if (content === null) rmSync(target);
        else {
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, content);
        }
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      tick();
      return git('rev-parse', 'HEAD');
    },
    merge(branch, message, work) {
      git('checkout', '--quiet', '-b', branch);
      work();
      git('checkout', '--quiet', 'main');
      git('merge', '--quiet', '--no-ff', '--message', message, branch);
      tick();
      return git('rev-parse', 'HEAD');
    },
  };
}
