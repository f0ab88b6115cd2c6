import type { CommandDef } from 'citty';
import { settled } from './settled.ts';

export interface FoundCommand {
  readonly command: CommandDef;
  /** As it is typed, e.g. `hiyari inbox list`. */
  readonly name: string;
  /** What follows the name. */
  readonly rest: readonly string[];
  readonly subCommands: readonly string[];
}

/** Follows the words as far as they name commands, and loads no other command on the way. */
export async function findCommand(main: CommandDef, words: readonly string[]): Promise<FoundCommand> {
  let command = main;
  let name = 'hiyari';
  let rest = words;
  for (;;) {
    const known = (await settled(command.subCommands)) ?? {};
    const subCommands = Object.keys(known);
    const [word = ''] = rest;
    const next = Object.hasOwn(known, word) ? known[word] : undefined;
    if (next === undefined) return { command, name, rest, subCommands };
    command = await settled(next);
    name = `${name} ${word}`;
    rest = rest.slice(1);
  }
}
