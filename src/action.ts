import { appendFileSync, readFileSync } from 'node:fs';
import { ActionError } from './action/action-error.ts';
import { runAction } from './action/run-action.ts';
import { createGitHubWithToken } from './github/create-github-with-token.ts';
import { createLog } from './log/create-log.ts';
import type { Clock } from './ports/clock.ts';
import { loadEnvironment, readSettings } from './settings.ts';

const clock: Clock = { now: Date.now };
const NO_FILE = '';

/** The root of the GitHub Action: one step of a workflow. Gives the exit code. It keeps nothing, so it knows no storage. */
export function runStep(): Promise<0 | 1 | 2> {
  // Never the `.env` of the working directory: a workflow may have checked out a stranger's pull request there.
  const variables = loadEnvironment(NO_FILE);
  const out = (text: string) => void process.stdout.write(text);
  const log = createLog({
    level: variables.HIYARI_DEBUG ? 'debug' : 'silent',
    to: { write: (line) => void process.stderr.write(line) },
  });
  return runAction({
    variables,
    out,
    readFile: (path) => readFileSync(path, 'utf8'),
    appendFile: appendFileSync,
    openGitHub: async (token, texts) => {
      const read = readSettings({ GITHUB_API_URL: variables.GITHUB_API_URL });
      if ('problems' in read) throw new ActionError(texts.badSetting(read.problems.join('; ')));
      return { github: createGitHubWithToken({ token, baseUrl: read.settings.githubApiUrl, clock, log }), clock };
    },
  });
}
