import { GitHubError } from '../ports/github-error.ts';
import { escapeMarkdown } from '../render/escape/escape-markdown.ts';
import { oneLine } from '../render/escape/visible-text.ts';
import { type Look, type LookDeps, lookAt } from '../usecases/look-at.ts';
import { ActionError } from './action-error.ts';
import { annotate } from './annotate.ts';
import { type Inputs, readInputs, readLocale, type Variables } from './read-inputs.ts';
import { readSubject } from './read-subject.ts';
import { type ActionTexts, actionTexts } from './texts/action-texts.ts';
import { workflowCommand } from './workflow-command.ts';

/** The runner, as a step sees it. */
export interface Runner {
  readonly variables: Variables;
  /** Standard output, where the runner listens for commands. */
  readonly out: (text: string) => void;
  readonly readFile: (path: string) => string;
  readonly appendFile: (path: string, text: string) => void;
  /** Throws `ActionError` when the environment names no GitHub. */
  readonly openGitHub: (token: string, texts: ActionTexts) => Promise<LookDeps>;
}

/**
 * One step: judges the pull request or merge group of the event as the App would, and says so as outputs, annotations and
 * job summary. Reads through GitHub's API alone: nothing of the pull request is checked out, let alone run.
 * 0 passes, 1 fails, 2: could not judge.
 */
export async function runAction(runner: Runner): Promise<0 | 1 | 2> {
  const texts = actionTexts(readLocale(runner.variables));
  try {
    const inputs = readInputs(runner.variables);
    const look = await judge(runner, inputs, texts);
    runner.out(annotate(look));
    publish(runner, look);
    const { conclusion } = look.output;
    return conclusion === 'failure' || (conclusion === 'neutral' && inputs.strict) ? 1 : 0;
  } catch (cause) {
    runner.out(workflowCommand({ level: 'error', title: 'Hiyari', message: describe(cause, texts) }));
    if (runner.variables.HIYARI_DEBUG && cause instanceof Error) {
      runner.out(workflowCommand({ level: 'notice', title: 'Hiyari', message: cause.stack ?? cause.message }));
    }
    return 2;
  }
}

async function judge(runner: Runner, { token }: Inputs, texts: ActionTexts): Promise<Look> {
  const { variables } = runner;
  const of = (name: string): string => {
    const value = variables[name];
    if (value === undefined || value === '') throw new ActionError(texts.notSet(name));
    return value;
  };
  const [owner = '', name = ''] = of('GITHUB_REPOSITORY').split('/');
  const path = of('GITHUB_EVENT_PATH');
  const subject = readSubject(of('GITHUB_EVENT_NAME'), path, readEvent(runner, path, texts), texts);
  const look = await lookAt(await runner.openGitHub(token, texts), { owner, name }, subject);
  if (look !== null) return look;
  const number = subject.kind === 'pull-request' ? `#${subject.number}` : '';
  throw new ActionError(texts.notFound(`${owner}/${name}${number}`));
}

function readEvent({ readFile }: Runner, path: string, texts: ActionTexts): string {
  try {
    return readFile(path);
  } catch (cause) {
    throw new ActionError(texts.badEvent(path, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/** Where the runner offers no file, the step goes without. */
function publish({ variables, appendFile }: Runner, { output, details, worst }: Look): void {
  const { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary } = variables;
  const values = {
    conclusion: output.conclusion,
    verdict: worst?.opinion.statement.verdict ?? '',
    level: worst?.opinion.assessment.level ?? 'unknown',
  };
  // All of them are words of ours: none can hold a line feed, so none can add an output.
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}\n`);
  if (outputs) appendFile(outputs, lines.join(''));
  if (summary)
    appendFile(
      summary,
      `${[`## ${escapeMarkdown(output.title)}`, output.summary, details].filter(Boolean).join('\n\n')}\n`,
    );
}

function describe(cause: unknown, texts: ActionTexts): string {
  if (cause instanceof ActionError) return cause.message;
  const message = oneLine(cause instanceof Error ? cause.message : String(cause));
  return cause instanceof GitHubError ? texts.github(message) : texts.unexpected(message);
}
