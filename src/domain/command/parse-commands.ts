import { withoutQuotes } from '../statement/pull-request-reference.ts';

/** Every command that Hiyari knows; in the order in which `help` lists them. */
export const COMMAND_NAMES = [
  'none',
  'recheck',
  'monitored',
  'link',
  'unlink',
  'no-change',
  'kind',
  'cause',
  'agree',
  'postmortem',
  'action',
  'override',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** One `/impact …` line of a comment. */
export type Command =
  | { readonly name: 'none'; readonly reason: string }
  | { readonly name: 'recheck' }
  | { readonly name: 'monitored'; readonly note: string }
  | { readonly name: 'link'; readonly number: number; readonly repository?: string; readonly note: string }
  | { readonly name: 'unlink'; readonly number: number; readonly repository?: string; readonly note: string }
  | { readonly name: 'no-change'; readonly note: string }
  | { readonly name: 'kind'; readonly value: string }
  | { readonly name: 'cause'; readonly value: string }
  | { readonly name: 'agree' }
  /** `project` is as typed, or empty. */
  | { readonly name: 'postmortem'; readonly project: string }
  /** `id` names a row of a postmortem's table. */
  | { readonly name: 'action'; readonly id: string }
  | { readonly name: 'override'; readonly reason: string }
  | { readonly name: 'help' }
  /** A command that cannot be carried out, and why; `suggestion` is the nearest known name. */
  | {
      readonly name: 'invalid';
      readonly text: string;
      readonly problem: CommandProblem;
      readonly suggestion?: CommandName;
    };

/** `unknown`: no such command; the others: the command needs what is named. */
export type CommandProblem = 'unknown' | 'number-needed' | 'value-needed' | 'reason-needed';

/** With the full-width space too, which Japanese keyboards write. */
const LINE = /^\/impact(?:[ \t\u3000]+(.*))?$/i;
const MOST = 10;
const LONGEST = 1_000;

/**
 * Commands of a comment: lines that start with `/impact`, outside code, quotes and HTML comments. Unknown ones come
 * back as values, so that the author gets an answer.
 */
export function parseCommands(comment: string): readonly Command[] {
  const commands: Command[] = [];
  const text = withoutQuotes(comment.slice(0, 65_536));
  for (const line of text.split('\n')) {
    if (commands.length >= MOST) break;
    // Four spaces are an indented code block.
    if (/^(?: {4}|\t)/.test(line)) continue;
    const match = LINE.exec(line.trim());
    if (match) commands.push(readCommand((match[1] ?? '').trim().slice(0, LONGEST)));
  }
  return commands;
}

function readCommand(text: string): Command {
  const [first = '', ...words] = text.split(/\s+/);
  const rest = words.join(' ');
  const name = first.toLowerCase().replace(/[:,.]$/, '');
  switch (name) {
    case 'none':
    case 'override':
      // An override without a reason would be a back door that nobody can review.
      if (name === 'override' && rest === '') return { name: 'invalid', text, problem: 'reason-needed' };
      return { name, reason: rest };
    case 'recheck':
    case 'agree':
    case 'help':
      return { name };
    case '':
      return { name: 'help' };
    case 'postmortem':
      return { name, project: rest };
    case 'action':
      return { name, id: rest };
    case 'monitored':
    case 'no-change':
      return { name, note: rest };
    case 'link':
    case 'unlink':
      return readLink(name, text, words);
    case 'kind':
    case 'cause':
      return rest === '' ? { name: 'invalid', text, problem: 'value-needed' } : { name, value: rest };
    default:
      return { name: 'invalid', text, problem: 'unknown', ...suggest(name) };
  }
}

function readLink(name: 'link' | 'unlink', text: string, words: readonly string[]): Command {
  const [target = '', ...note] = words;
  const match = /^(?:https?:\/\/[^/\s]+\/)?(?:([\w.-]+\/[\w.-]+)(?:#|\/pull\/|\/issues\/))?#?(\d{1,9})$/.exec(target);
  if (!match) return { name: 'invalid', text, problem: 'number-needed' };
  return { name, number: Number(match[2]), ...(match[1] ? { repository: match[1] } : {}), note: note.join(' ') };
}

/** The known name that is at most two slips away, a third of a short one. */
function suggest(name: string): { suggestion?: CommandName } {
  if (name.length > 20) return {};
  const near = COMMAND_NAMES.map((known) => ({ known, slips: slipsBetween(name, known) }))
    .filter(({ known, slips }) => slips <= Math.max(1, Math.floor(known.length / 3)))
    .sort((a, b) => a.slips - b.slips)[0];
  return near ? { suggestion: near.known } : {};
}

/** Levenshtein's distance, row by row. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
