import { settleLinks } from '../domain/attribution/settle-links.ts';
import { findNextMoment, takeDueReminders } from '../domain/monitoring/find-next-moment.ts';
import type { MonitoringWindow } from '../domain/monitoring/monitoring-window.ts';
import { noteConfirmation } from '../domain/monitoring/note-confirmation.ts';
import { settleWatch } from '../domain/monitoring/settle-watch.ts';
import type { LinkedIncident, Watch } from '../domain/monitoring/watch.ts';
import { pullRequestUnit } from '../domain/exposure/exposure.ts';
import type { NewJob } from '../ports/queue.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { WatchChangePayload, WatchFact } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { publishWatch } from './publish-watch.ts';
import { recountJob, watchJob } from './watch-job.ts';

/**
 * The watching of one merged change: facts learned → window → what is due → save → say so. Everything that may change it
 * comes here, in the pull request's lane, and the answer depends on the facts, not on their order; so a lost alarm, a
 * restart and a redelivery all end in the same window, and nothing is said twice.
 */
export async function watchChange(deps: InstallationDeps, payloads: readonly WatchChangePayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository, number } = last;
  const unit = pullRequestUnit(number);
  const known = await deps.store.watches.find(repository.id, unit);
  if (known === null) return;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const now = deps.clock.now();
  const learned = payloads.flatMap(({ facts }) => facts).reduce(learn, known);
  const incidents = await linkedIncidents(deps, learned);
  const before = await deps.store.windows.find(repository.id, unit);
  const { watch, window: found, settled } = settleWatch({ ...learned, incidents }, now);
  const window = await withLogin(deps, found ?? (before === null ? null : undone(before)));
  const { remindSeconds } = config.monitoring;
  const reminders =
    window === null ? watch.reminders : takeDueReminders(window, remindSeconds, watch.reminders, now - watch.paceMs);
  const noted = { ...(settled ? withoutLogin(watch) : watch), reminders };
  const alarm = window === null ? null : findAlarm(noted, window, remindSeconds);
  const dueBefore = await deps.store.watches.dueAt(repository.id, unit);

  const jobs: NewJob[] = [];
  if (alarm !== null && alarm !== dueBefore) jobs.push(watchJob(repository, number, { runAt: alarm }));
  if (window?.watcher && before?.state !== window.state) jobs.push(recountJob(repository, window.watcher.id));
  const status = { dueAt: alarm, settled };
  await deps.store.transaction(async (session) => {
    await session.watches.save(noted, status);
    if (window !== null && !isEqual(before, window)) await session.windows.save(window);
    await session.outbox.enqueue(jobs);
  });
  if (window === null || config.mode === 'off') return;

  const sayAt = momentToSpeak(noted, window);
  if (now < sayAt) {
    await deps.store.outbox.enqueue([watchJob(repository, number, { runAt: sayAt })]);
    return;
  }
  const again = payloads.some((payload) => payload.again === true);
  const said = await publishWatch(deps, { repository, watch: noted, window, config, again });
  if (said !== noted) await deps.store.watches.save(said, status);
}

/** Its change was undone before it shipped, which we were told after the window had opened: users never had it. */
function undone(window: MonitoringWindow): MonitoringWindow {
  const watcher = window.watcher === null ? null : { id: window.watcher.id, login: null };
  return { ...window, state: 'reverted', closedAt: window.openedAt, note: null, watcher };
}

/** A window that was over and is open again: its watcher's name was not kept. */
async function withLogin(deps: InstallationDeps, window: MonitoringWindow | null): Promise<MonitoringWindow | null> {
  if (window?.state !== 'open' || window.watcher === null || window.watcher.login !== null) return window;
  const { id } = window.watcher;
  return { ...window, watcher: { id, login: await deps.github.loginOf(id) } };
}

function withoutLogin(watch: Watch): Watch {
  return watch.watcher === null ? watch : { ...watch, watcher: { id: watch.watcher.id, login: null } };
}

function learn(watch: Watch, fact: WatchFact): Watch {
  switch (fact.kind) {
    case 'released':
      return { ...watch, release: fact.release, paceMs: fact.paceMs };
    case 'reverted':
      return watch.revertedAt !== null && watch.revertedAt <= fact.at ? watch : { ...watch, revertedAt: fact.at };
    case 'confirmed':
      return noteConfirmation(watch, { at: fact.at, note: fact.note });
    case 'unconfirmed':
      return { ...watch, confirmation: null };
  }
}

/** Incidents that count as caused by it; when each was first known to be is kept. Its own revert tells of no other. */
async function linkedIncidents(deps: InstallationDeps, watch: Watch): Promise<readonly LinkedIncident[]> {
  const { repositoryId, unit } = watch;
  const linked: LinkedIncident[] = [];
  for (const key of await deps.store.attributions.naming(repositoryId, unit)) {
    if (key.source === 'revert') continue;
    const found = await deps.store.attributions.find(key);
    const incident = await deps.store.incidents.find(key);
    if (found === null || incident === null || incident.state === 'withdrawn') continue;
    const { attribution, decisions } = found;
    if (!settleLinks(attribution, decisions).some((link) => link.unit === unit)) continue;
    const { source, externalId } = key;
    const known = watch.incidents.find((one) => one.source === source && one.externalId === externalId);
    const decided = decisions.find((one) => one.unit === unit && one.verdict === 'confirmed')?.at;
    const linkedAt = known?.linkedAt ?? decided ?? isoNow(deps.clock);
    linked.push({ source, externalId, happenedAt: attribution.happenedAt, linkedAt });
  }
  return linked;
}

/** When to look again (ms). Reminders of one release are spread; an end is the same for everybody. */
function findAlarm(watch: Watch, window: MonitoringWindow, remindSeconds: readonly number[]): number | null {
  const next = findNextMoment(window, remindSeconds, watch.reminders);
  if (next === null) return null;
  return next.kind === 'end' ? next.at : Math.min(next.at + watch.paceMs, Date.parse(window.endsAt));
}

/** What happens to hundreds of changes in the same second is not said of all of them in that second. */
function momentToSpeak({ comment, paceMs }: Watch, window: MonitoringWindow): number {
  if (window.state === 'open') return comment === null ? Date.parse(window.openedAt) + paceMs : 0;
  return window.state === 'lapsed' ? Date.parse(window.endsAt) + paceMs : 0;
}

function isEqual(a: MonitoringWindow | null, b: MonitoringWindow): boolean {
  return a !== null && JSON.stringify(a) === JSON.stringify(b);
}
