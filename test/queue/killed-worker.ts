import { setTimeout as sleep } from 'node:timers/promises';
import { openSqlite } from '../../src/open-database.ts';
import { recordingLog } from '../support/recording-log.ts';

/**
 * A worker in a process of its own, to be killed. Told delivery ids by its parent, it accepts them and says so; each
 * job marks its delivery as worked off, which is an effect that can be counted.
 */
const [, , path = ''] = process.argv;
const { store, inbox, queue } = await openSqlite({
  path,
  role: 'worker',
  clock: { now: Date.now },
  log: recordingLog(),
  queue: { concurrency: 8 },
});

const worker = queue.work(async ({ payloads }) => {
  // Long enough for a kill to come between.
  await sleep(2);
  for (const id of payloads) await store.doneCommands.mark(1, String(id), Date.now());
});

process.on('message', async (message: readonly string[] | 'finish') => {
  if (message === 'finish') {
    await worker.idle();
    await worker.stop();
    await store.close();
    process.send?.('finished', () => process.disconnect());
    return;
  }
  await Promise.all(
    message.map(async (id) => {
      const delivery = { id, event: 'push', action: null, installationId: 1, repositoryId: 1, receivedAt: Date.now() };
      // Few lanes and one key: many deliveries coalesce into one job, and a kill must give all of them back.
      const lane = `lane ${Number(id) % 20}`;
      await inbox.accept(delivery, [{ kind: 'mark', lane, key: 'mark', payload: id, installationId: 1 }]);
      process.send?.(id);
    }),
  );
});
process.send?.('ready');
