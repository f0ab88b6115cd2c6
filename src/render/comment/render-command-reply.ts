import type { Locale } from '../../domain/locale.ts';
import { renderTable } from '../layout/render-table.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { renderPostmortemReply } from '../postmortem/postmortem-reply.ts';
import { alignmentTexts } from '../project/alignment-texts.ts';
import type { ActiveCommand, Texts } from '../texts/texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { CommandReply } from './command-reply.ts';
import { commandUsage } from './command-usage.ts';
import { renderMarker } from './marker.ts';

const COMMANDS: readonly ActiveCommand[] = [
  'none',
  'recheck',
  'override',
  'kind',
  'cause',
  'link',
  'unlink',
  'no-change',
  'monitored',
  'postmortem',
  'action',
  'agree',
  'help',
];

/** What is wrong with the words typed: then the list of commands helps. */
const HELPED_BY_LIST: ReadonlySet<CommandReply['code']> = new Set(['unknown-command']);

/**
 * The comment that answers commands, in the order they were given. `key` names what is answered (the comment's id), so
 * that a second run edits the same reply.
 */
export function renderCommandReply(replies: readonly CommandReply[], key: string, locale: Locale): string {
  const texts = textsIn(locale);
  const answers = replies.flatMap((reply) => renderAnswer(reply, texts, locale));
  const seeHelp = replies.some(({ code }) => HELPED_BY_LIST.has(code)) && !replies.some(({ code }) => code === 'help');
  const blocks = [...answers, ...(seeHelp ? [texts.command.seeHelp(inlineCode('/impact help'))] : [])];
  return `${renderMarker({ kind: 'reply', key })}\n${joinBlocks(blocks, texts.check.cut, 60_000)}\n`;
}

function renderAnswer(reply: CommandReply, texts: Texts, locale: Locale): readonly string[] {
  const { command } = texts;
  switch (reply.code) {
    case 'help':
      return [command.help, renderCommandTable(texts, locale)];
    case 'unknown-command': {
      const suggestion = reply.didYouMean === undefined ? null : typed(reply.didYouMean);
      return [command.unknown({ command: typed(reply.command), suggestion })];
    }
    case 'not-permitted':
      return [command.notPermitted({ command: typed(reply.command), needs: command.needs[reply.needs] })];
    case 'reason-required': {
      const example = inlineCode(`/impact ${reply.command} ${command.exampleReason[reply.command]}`);
      return [command.reasonRequired({ command: typed(reply.command), example })];
    }
    case 'not-a-pull-request':
      return [command.notPullRequest(typed(reply.command))];
    case 'not-an-incident':
      return [command.notIncident(typed(reply.command))];
    case 'value-not-allowed': {
      const allowed = texts.list(reply.allowed.map((value) => inlineCode(value, 80)));
      return [command.valueNotAllowed({ command: typed(reply.command), allowed })];
    }
    case 'number-needed':
      return [command.numberNeeded({ command: typed(reply.command), example: inlineCode('/impact link #12') })];
    case 'no-such-change':
      return [command.noSuchChange({ command: typed(reply.command), number: inlineCode(`#${reply.number}`) })];
    case 'closed':
      return [command.closed(typed(reply.command))];
    case 'not-watched':
      return [command.notWatched(typed(reply.command))];
    case 'watch-over':
      return [command.watchOver(typed(reply.command))];
    case 'not-an-alignment':
      return [alignmentTexts(locale).notAnAlignment(typed(reply.command))];
    case 'may-not-agree': {
      const alignment = alignmentTexts(locale);
      const names = texts.list(reply.names.map((name) => inlineCode(name, 150)));
      return [reply.names.length === 0 ? alignment.mayNotAgreeMaintain : alignment.mayNotAgree(names)];
    }
    case 'failed':
      return [command.failed({ command: typed(reply.command), what: escapeMarkdown(reply.what) })];
    default:
      return [renderPostmortemReply(reply, locale)];
  }
}

function typed(command: string): string {
  return inlineCode(`/impact ${command}`, 80);
}

function renderCommandTable(texts: Texts, locale: Locale): string {
  const { columns, of } = texts.command;
  return renderTable(
    [columns.command, columns.what, columns.who],
    COMMANDS.map((name) => [inlineCode(commandUsage(name, locale)), of[name].what, of[name].who]),
  );
}
