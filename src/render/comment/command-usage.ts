import type { Locale } from '../../domain/locale.ts';
import type { ActiveCommand } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';

/** A command as it is typed: `/impact none <reason>`. */
export function commandUsage(name: ActiveCommand, locale: Locale): string {
  const argument = name === 'none' || name === 'override' ? ` <${textsIn(locale).command.reasonArgument}>` : '';
  return `/impact ${name}${argument}`;
}
