import type { MonitoringWindow } from './monitoring-window.ts';
import { toIso } from './to-iso.ts';
import type { Reminder } from './watch.ts';

/** What an open window waits for; `at` in milliseconds since the epoch. */
export interface NextMoment {
  readonly kind: 'reminder' | 'end';
  readonly at: number;
}

/**
 * The next thing to do for a window, which may be due already; `null` when it is over. A reminder that would come before
 * the window opens is none. `remindSeconds`: how long before the end.
 */
export function findNextMoment(
  window: Pick<MonitoringWindow, 'state' | 'openedAt' | 'endsAt'>,
  remindSeconds: readonly number[],
  reminders: readonly Reminder[],
): NextMoment | null {
  if (window.state !== 'open') return null;
  const end = Date.parse(window.endsAt);
  const [next] = reminderMoments(window, remindSeconds).filter((at) => !isDone(at, reminders));
  return next === undefined ? { kind: 'end', at: end } : { kind: 'reminder', at: next };
}

/** Marks what is due at `now` (ms): the latest is to be written, those before it are skipped. */
export function takeDueReminders(
  window: Pick<MonitoringWindow, 'state' | 'openedAt' | 'endsAt'>,
  remindSeconds: readonly number[],
  reminders: readonly Reminder[],
  now: number,
): readonly Reminder[] {
  if (window.state !== 'open' || now >= Date.parse(window.endsAt)) return reminders;
  const due = reminderMoments(window, remindSeconds).filter((at) => at <= now && !isDone(at, reminders));
  const marked = due.map((at, index): Reminder => {
    return { dueAt: toIso(at), state: index === due.length - 1 ? 'writing' : 'skipped' };
  });
  return marked.length === 0 ? reminders : [...reminders, ...marked];
}

/** Soonest first, each once. */
function reminderMoments(
  { openedAt, endsAt }: Pick<MonitoringWindow, 'openedAt' | 'endsAt'>,
  remindSeconds: readonly number[],
): readonly number[] {
  const end = Date.parse(endsAt);
  const moments = [...new Set(remindSeconds)].map((seconds) => end - seconds * 1000);
  return moments.filter((at) => at > Date.parse(openedAt) && at < end).sort((a, b) => a - b);
}

function isDone(at: number, reminders: readonly Reminder[]): boolean {
  return reminders.some(({ dueAt }) => dueAt === toIso(at));
}
