import { planLabels } from '../domain/label/plan-labels.ts';
import type { LabelRecord } from '../domain/label/label.ts';
import type { MonitoringWindow } from '../domain/monitoring/monitoring-window.ts';
import type { Reminder, Watch } from '../domain/monitoring/watch.ts';
import type { Config } from '../config/config.ts';
import { isLasting } from '../ports/github-error.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { REMINDER_MARKER, renderReminder } from '../render/comment/render-reminder.ts';
import { renderWatch, WATCH_MARKER } from '../render/comment/render-watch.ts';
import { labelDefinitions } from '../render/label/label-definitions.ts';
import { applyLabels } from './apply-labels.ts';
import { contentHash } from './content-hash.ts';
import type { InstallationDeps } from './deps.ts';
import { findOurComment } from './find-ours.ts';

export interface WatchPublication {
  readonly repository: InstalledRepository;
  readonly watch: Watch;
  readonly window: MonitoringWindow;
  readonly config: Config;
  /** Write the comment even when it says the same: somebody edited it. */
  readonly again: boolean;
}

const FAMILY = 'monitoring: ';

/** Says on the pull request where its window stands: a label, one comment, and reminders. Writes only what differs. */
export async function publishWatch(deps: InstallationDeps, publication: WatchPublication): Promise<Watch> {
  const { watch } = publication;
  await publishLabel(deps, publication);
  const comment = await orAsBefore(deps, publication, watch.comment, () => publishComment(deps, publication));
  const reminders = await orAsBefore(deps, publication, watch.reminders, () => publishReminders(deps, publication));
  return comment === watch.comment && reminders === watch.reminders ? watch : { ...watch, comment, reminders };
}

/** `monitoring: open`, `done` or `lapsed`; none where an incident or a revert speaks for itself. Other labels stay. */
async function publishLabel(
  deps: InstallationDeps,
  { repository, watch, window, config }: WatchPublication,
): Promise<void> {
  const { number } = watch;
  const { state } = window;
  const pullRequest = await deps.store.pullRequests.find(repository.id, number);
  const records = await deps.store.labels.of(repository.id, number);
  const isOurs = ({ name }: LabelRecord) => name.startsWith(FAMILY);
  const others = records.filter((record) => !isOurs(record));
  const plan = planLabels({
    wanted: state === 'open' || state === 'done' || state === 'lapsed' ? [`${FAMILY}${state}`] : [],
    observed: pullRequest?.labels ?? [],
    observedIsFresh: false,
    records: records.filter(isOurs),
    matchedHash: window.openedAt,
  });
  const whole = { ...plan, before: [...others, ...plan.before], after: [...others, ...plan.after] };
  if (plan.add.length === 0 && plan.remove.length === 0) return;
  await deps.store.labels.replace(repository.id, number, whole.before);
  await applyLabels(deps, repository, number, whole, labelDefinitions(config.locale));
}

async function publishComment(
  deps: InstallationDeps,
  { repository, watch, window, config, again }: WatchPublication,
): Promise<Watch['comment']> {
  const known = watch.comment;
  const isSettledUnsaid = known === null && window.state !== 'open' && window.state !== 'lapsed';
  if (isSettledUnsaid) return null;
  const view = {
    window,
    promise: watch.promise,
    takenOut: watch.revertedAt === null,
    saidLate: watch.confirmation !== null,
  };
  const body = renderWatch(view, config.locale);
  const hash = contentHash(body);
  if (known !== null && known.contentHash === hash && !again) return known;
  const marker = { kind: WATCH_MARKER, key: watch.unit };
  const id = known?.id ?? (await findOurComment(deps, repository, watch.number, marker))?.id;
  if (id === undefined)
    return { id: await deps.github.createComment(repository, watch.number, body), contentHash: hash };
  await deps.github.updateComment(repository, id, body);
  return { id, contentHash: hash };
}

/** A new comment, since GitHub notifies nobody of an edit; looked for first, in case an answer was lost. */
async function publishReminders(
  deps: InstallationDeps,
  { repository, watch, window, config }: WatchPublication,
): Promise<readonly Reminder[]> {
  if (watch.reminders.every(({ state }) => state !== 'writing')) return watch.reminders;
  const login = window.state === 'open' ? await loginToRemind(deps, watch) : null;
  const done: Reminder[] = [];
  for (const reminder of watch.reminders) {
    const { dueAt } = reminder;
    if (reminder.state !== 'writing') done.push(reminder);
    else if (login === null) done.push({ dueAt, state: 'skipped' });
    else {
      const said = await findOurComment(deps, repository, watch.number, { kind: REMINDER_MARKER, key: dueAt });
      const body = renderReminder({ dueAt, endsAt: window.endsAt, login }, config.locale);
      if (said === null) await deps.github.createComment(repository, watch.number, body);
      done.push({ dueAt, state: 'sent' });
    }
  }
  return done;
}

/** As the account is called now; the deputy where it is gone; `null` where nobody is left to remind. */
async function loginToRemind(deps: InstallationDeps, { watcher, deputyId }: Watch): Promise<string | null> {
  for (const id of [watcher?.id ?? null, deputyId]) {
    const login = id === null ? null : await deps.github.loginOf(id);
    if (login !== null) return login;
  }
  return null;
}

/** A comment that somebody deleted, or a conversation that was locked, must not keep the window from being settled. */
async function orAsBefore<T>(
  { log }: InstallationDeps,
  { repository, watch: { number } }: WatchPublication,
  before: T,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isLasting(error)) throw error;
    log.warn({ repositoryId: repository.id, number, err: error }, 'a window cannot be commented on');
    return before;
  }
}
