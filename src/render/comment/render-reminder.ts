import type { Locale } from '../../domain/locale.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { commandUsage } from './command-usage.ts';
import { renderMarker } from './marker.ts';
import { monitoringTexts, utcMinute } from './monitoring-texts.ts';

export const REMINDER_MARKER = 'reminder';

export interface ReminderView {
  /** Names the reminder, so that it is written once. */
  readonly dueAt: string;
  readonly endsAt: string;
  readonly login: string;
}

const LOGIN = /^[a-z0-9][a-z0-9_-]{0,99}$/i;

/** The one comment of ours that mentions somebody on purpose: a reminder that notifies nobody reminds nobody. */
export function renderReminder({ dueAt, endsAt, login }: ReminderView, locale: Locale): string {
  const texts = monitoringTexts(locale);
  const to = LOGIN.test(login) ? `@${login}` : escapeMarkdown(login, 100);
  const command = inlineCode(commandUsage('monitored', locale));
  const marker = renderMarker({ kind: REMINDER_MARKER, key: dueAt });
  return `${marker}\n${texts.reminder(to, utcMinute(endsAt))}\n\n${texts.reminderHow(command)}\n`;
}
