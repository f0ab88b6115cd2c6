import { join } from 'node:path';
import { Probot } from 'probot';
import { describe, expect, it } from 'vitest';
import defaultApp, { createProbotApp } from '../src/app.ts';
import { startFakeGitHub } from './support/fake-github/start-fake-github.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

describe('the entry for Probot', () => {
  it('is a function that reads nothing until it is called', () => {
    expect(defaultApp).toBeTypeOf('function');
  });

  it.each([
    [{ APP_ID: 'x' }, 'APP_ID must be the number'],
    [{}, 'APP_ID, PRIVATE_KEY and WEBHOOK_SECRET are not set'],
  ])('says why it cannot start with %o', async (environment, message) => {
    const probot = new Probot({ githubToken: 'test', logLevel: 'fatal' });
    await expect(createProbotApp({ environment: () => environment })(probot)).rejects.toThrow(message);
  });

  it('takes the events that Probot receives into the inbox, and works them off', async () => {
    const github = await startFakeGitHub({ seed: 5 });
    const folder = temporaryFolder();
    const repository = github.repository('acme/shop');
    github.webhooks.hold();
    const { pull } = repository.openPullRequest({ body: null, files: ['a'] });
    const [delivery] = github.webhooks.takeHeld().filter(({ event }) => event === 'pull_request');
    const { id: appId, privateKey } = github.app;
    const probot = new Probot({ appId, privateKey, logLevel: 'fatal' });
    const environment = {
      APP_ID: `${appId}`,
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: 'development',
      NODE_ENV: 'test',
      GITHUB_API_URL: github.url,
      DATABASE_URL: `sqlite:${join(folder.path, 'hiyari.db')}`,
      LOG_LEVEL: 'silent',
    };
    const app = createProbotApp({ environment: () => environment });
    const running = await app(probot);
    await probot.receive({
      id: delivery?.guid ?? '',
      name: 'pull_request',
      payload: JSON.parse(delivery?.text ?? '{}'),
    });
    await expect.poll(() => repository.checkRuns(pull.head.sha).length, { timeout: 10_000 }).toBe(1);
    await running.stop();
    await github.close();
    folder.remove();
  });
});
