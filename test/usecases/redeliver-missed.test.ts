import { expect, it } from 'vitest';
import { GitHubError, type GitHubFault } from '../../src/ports/github-error.ts';
import { redeliverMissed } from '../../src/usecases/redeliver-missed.ts';
import { recordingLog } from '../support/recording-log.ts';

function missed(fault: GitHubFault) {
  const asked: string[] = [];
  const run = redeliverMissed({
    app: {
      failedDeliveries: async () => ['1', '2', '3'].map((id) => ({ id, guid: `guid-${id}` })),
      redeliver: async (id) => {
        if (id === '2') throw new GitHubError('no', { fault });
        asked.push(id);
      },
    },
    inbox: { has: async (guid) => guid === 'guid-1' },
    log: recordingLog(),
  });
  return { run, asked };
}

it('asks for what the inbox lacks, and passes over what GitHub no longer keeps', async () => {
  const { run, asked } = missed('gone');
  expect(await run).toBe(1);
  expect(asked).toEqual(['3']);
});

it('stops at an outage, to go on later', async () => {
  const { run, asked } = missed('unavailable');
  await expect(run).rejects.toThrow('no');
  expect(asked).toEqual([]);
});
