import type { Probot } from 'probot';
import { composeApp } from './compose-app.ts';
import { createLog } from './log/create-log.ts';
import { type Environment, loadEnvironment, readSettings } from './settings.ts';
import { acceptDelivery } from './webhooks/accept-delivery.ts';

export interface ProbotAppOptions {
  /** Read when Probot loads the App, not when the module is imported. */
  readonly environment?: () => Environment;
}

/**
 * Hiyari for the hosts and tools of Probot: they listen, check signatures and parse; every event goes into the same
 * inbox, and the same use cases work it off. Only one process may do so on one SQLite file.
 */
export function createProbotApp(
  options: ProbotAppOptions = {},
): (app: Probot) => Promise<{ readonly stop: () => Promise<void> }> {
  return async (app) => {
    const read = readSettings((options.environment ?? loadEnvironment)());
    if ('problems' in read) throw new Error(`Hiyari cannot start:\n${read.problems.join('\n')}`);
    const { settings } = read;
    const { credentials } = settings;
    if (credentials === null)
      throw new Error('Hiyari cannot start: APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set');
    const log = createLog({ level: settings.logLevel });
    const composed = await composeApp({ settings, credentials, clock: { now: Date.now }, log });
    app.onAny(async ({ id, name, payload }) => {
      await acceptDelivery(composed.accept, { id, event: name, payload });
    });
    void composed.start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void composed.stop());
    return { stop: composed.stop };
  };
}

/** What Probot looks for. */
const hiyari = createProbotApp();
export default hiyari;
