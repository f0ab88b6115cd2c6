import type { Locale } from '../../domain/locale.ts';
import type { ActiveCommand, Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';

/** A command as it is typed: `/impact none <reason>`, `/impact no-change [why]`. */
export function commandUsage(name: ActiveCommand, locale: Locale): string {
  const argument = argumentOf(name, textsIn(locale).command.argument);
  return argument === null ? `/impact ${name}` : `/impact ${name} ${argument}`;
}

function argumentOf(name: ActiveCommand, words: Texts['command']['argument']): string | null {
  switch (name) {
    case 'none':
    case 'override':
      return `<${words.reason}>`;
    case 'kind':
    case 'cause':
      return `<${words[name]}>`;
    case 'link':
      return '#12';
    case 'unlink':
      return `#12 [${words.why}]`;
    case 'no-change':
      return `[${words.why}]`;
    case 'postmortem':
      return `<${words.project}>`;
    case 'action':
      return '<ID>';
    case 'monitored':
      return `[${words.seen}]`;
    case 'recheck':
    case 'agree':
    case 'help':
      return null;
  }
}
