import type { BlameAnswer } from '../ports/history.ts';
import type { BlameMemory } from '../usecases/analysis-deps.ts';
import { CliError } from './cli-error.ts';
import type { Terminal } from './terminal.ts';
import type { AnalyzeTexts } from './texts/analyze-texts.ts';

const SCHEMA = 'hiyari.analyze.state/1';
/** A killed process loses this many answers at most. */
const SAVE_EVERY = 200;

/** Blame answers in a file between runs. Commits never change, so neither do the answers. */
export async function createBlameState(
  terminal: Pick<Terminal, 'read' | 'exists'>,
  path: string | undefined,
  write: (path: string, text: string) => Promise<void>,
  texts: AnalyzeTexts,
): Promise<{ readonly memory: BlameMemory; readonly save: () => Promise<void> }> {
  const answers =
    path !== undefined && terminal.exists(path)
      ? parse(await terminal.read(path), path, texts)
      : new Map<string, BlameAnswer>();
  let unsaved = 0;
  let saving = Promise.resolve();
  const save = (): Promise<void> => {
    if (path === undefined || unsaved === 0) return saving;
    unsaved = 0;
    const text = JSON.stringify({ schema: SCHEMA, blame: Object.fromEntries(answers) });
    saving = saving.then(() => write(path, text));
    return saving;
  };
  return {
    save,
    memory: {
      get: (fix) => answers.get(fix),
      set(fix, answer) {
        answers.set(fix, answer);
        unsaved += 1;
        if (unsaved >= SAVE_EVERY) void save().catch(() => undefined);
      },
    },
  };
}

function parse(text: string, path: string, texts: AnalyzeTexts): Map<string, BlameAnswer> {
  try {
    const value = JSON.parse(text) as { readonly schema?: unknown; readonly blame?: unknown };
    if (value.schema === SCHEMA && typeof value.blame === 'object' && value.blame !== null) {
      const entries = Object.entries(value.blame);
      if (entries.every(([, answer]) => isAnswer(answer))) return new Map(entries as [string, BlameAnswer][]);
    }
  } catch {
    // Said below, in words.
  }
  throw new CliError(texts.badState(path));
}

function isAnswer(value: unknown): value is BlameAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const { removed, beside, skippedFiles } = value as Partial<Record<keyof BlameAnswer, unknown>>;
  const areLines = (list: unknown): boolean =>
    Array.isArray(list) &&
    list.every(
      (item: { commit?: unknown; lines?: unknown }) =>
        typeof item?.commit === 'string' && typeof item.lines === 'number',
    );
  return areLines(removed) && areLines(beside) && typeof skippedFiles === 'number';
}
