import type { Locale } from '../../domain/locale.ts';
import type { MonitoringWindow } from '../../domain/monitoring/monitoring-window.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { quoteBlock } from '../escape/quote-block.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { textsIn } from '../texts/texts-in.ts';
import { commandUsage } from './command-usage.ts';
import { renderMarker } from './marker.ts';
import { type MonitoringTexts, monitoringTexts, utcMinute } from './monitoring-texts.ts';
import { renderWatchBox } from './watch-box.ts';

export interface WatchView {
  readonly window: MonitoringWindow;
  /** What the statement promised to watch, in its author's words. */
  readonly promise: string | null;
  /** With the state `reverted`: an older version was shipped over it, and it may come back. */
  readonly takenOut: boolean;
  /** With the state `lapsed`: somebody said later what was seen. */
  readonly saidLate: boolean;
}

export const WATCH_MARKER = 'watch';
const MOST = 20_000;

/** The one comment on a released change: what is watched, since when, until when, and how to say what was seen. */
export function renderWatch(view: WatchView, locale: Locale): string {
  const texts = monitoringTexts(locale);
  const { window, promise } = view;
  const at = utcMinute(window.openedAt);
  const environment = `**${escapeMarkdown(window.environment, 100)}**`;
  const opened = texts.opened[window.openedBy]({ environment, at });
  const isOpen = window.state === 'open';
  const until = isOpen
    ? `${textsIn(locale).betweenSentences}${texts.until(utcMinute(window.endsAt), window.level)}`
    : '';
  const promised = promise === null ? [texts.nothingPromised] : [`${texts.promised}\n\n${quoteBlock(promise)}`];
  const blocks = [
    `### ${texts.heading}`,
    `${opened}${until}`,
    ...(isOpen || promise !== null ? promised : []),
    ...renderState(view, texts, locale),
  ];
  const marker = renderMarker({ kind: WATCH_MARKER, key: window.unit });
  return `${marker}\n${joinBlocks(blocks, textsIn(locale).check.cut, MOST)}\n`;
}

function renderState(view: WatchView, texts: MonitoringTexts, locale: Locale): readonly string[] {
  const { window, takenOut, saidLate } = view;
  const { state, note } = window;
  const command = inlineCode(commandUsage('monitored', locale));
  const closedAt = utcMinute(window.closedAt ?? window.endsAt);
  const words = (heading: string): readonly string[] =>
    note === null || note.trim() === '' ? [] : [`${heading}\n\n${quoteBlock(note)}`];
  switch (state) {
    case 'open':
      return [renderWatchBox(false, texts.box), texts.how(command)];
    case 'done':
      return [texts.done(closedAt), ...words(texts.seen), renderWatchBox(true, texts.box)];
    case 'lapsed':
      return [
        texts.lapsed(closedAt),
        ...(saidLate ? words(texts.late) : []),
        renderWatchBox(saidLate, texts.box),
        ...(saidLate ? [] : [texts.howLate(command)]),
      ];
    case 'incident':
      return [texts.incident(closedAt)];
    case 'reverted':
      return [takenOut ? texts.takenOut(closedAt) : texts.reverted(closedAt)];
  }
}
