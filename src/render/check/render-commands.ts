import type { Locale } from '../../domain/locale.ts';
import { commandUsage } from '../comment/command-usage.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { textsIn } from '../texts/texts-in.ts';
import { bullets } from '../layout/bullets.ts';

/** How the check can be answered by a comment, in blocks. */
export function renderCommands(locale: Locale): readonly string[] {
  const texts = textsIn(locale);
  const lines = (['none', 'recheck', 'override'] as const).map((name) => {
    const { what, who } = texts.command.of[name];
    return `${inlineCode(commandUsage(name, locale))}: ${what}${texts.inBrackets(who)}`;
  });
  return [`### ${texts.check.commands}`, texts.check.commandsIntro, bullets(lines)];
}
