import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import type { GitHub, GitHubApp } from '../ports/github.ts';
import type { Log } from '../ports/log.ts';
import type { Api } from './api.ts';
import { createApi } from './create-api.ts';
import { createFetch } from './create-fetch.ts';
import { createGitHub } from './create-github.ts';
import { createOctokit, type Identity } from './create-octokit.ts';
import { createEtagCache } from './etag-cache.ts';
import type { GitHubAnswer } from './github-answer.ts';
import { listFailedDeliveries } from './list-failed-deliveries.ts';
import { listInstallationIds } from './list-installation-ids.ts';
import { listInstalledRepositories } from './list-installed-repositories.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { readBotUserId } from './read-bot-user-id.ts';
import { redeliver } from './redeliver.ts';

export interface GitHubAppOptions {
  readonly settings: {
    readonly appId: number;
    /** PEM. */
    readonly privateKey: string;
    /** `https://api.github.com`, or `https://host/api/v3`. */
    readonly baseUrl: string;
  };
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
  /** How long one call may take, body included. */
  readonly timeoutMs?: number;
  /** How writes wait after a secondary limit. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Told of every answer; `null` when the App itself asked. */
  readonly onAnswer?: (answer: GitHubAnswer, installationId: number | null) => void;
}

const TIMEOUT_MS = 10_000;
const CACHED_ANSWERS = 500;

/** The port `GitHubApp` over Octokit. Each installation has a token, a limiter and a place for its calls. */
export function createGitHubApp(options: GitHubAppOptions): GitHubApp {
  const { settings, clock } = options;
  const { appId, privateKey } = settings;
  const etags = createEtagCache(CACHED_ANSWERS);
  const apis = new Map<number, Api>();
  const installations = new Map<number, GitHub>();
  const app = build({ kind: 'app', appId, privateKey }, null);
  let bot: Promise<number> | null = null;

  function build(identity: Identity, installationId: number | null): Api {
    const limiter = createRateLimiter({ clock, sleep: options.sleep ?? sleep });
    const octokit = createOctokit({
      identity,
      baseUrl: settings.baseUrl,
      log: options.log,
      fetch: createFetch({
        fetch: options.fetch,
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
        onAnswer: (answer) => {
          limiter.observe(answer.headers);
          options.onAnswer?.(answer, installationId);
        },
      }),
    });
    return createApi({ octokit, limiter, etags, scope: `${installationId}`, clock });
  }

  function apiOf(installationId: number): Api {
    const api =
      apis.get(installationId) ?? build({ kind: 'installation', appId, privateKey, installationId }, installationId);
    apis.set(installationId, api);
    return api;
  }

  function installation(installationId: number): GitHub {
    const github = installations.get(installationId) ?? createGitHub({ api: apiOf(installationId), clock, appId });
    installations.set(installationId, github);
    return github;
  }

  async function askBotUserId(): Promise<number> {
    const [first] = await listInstallationIds({ api: app });
    const api = first === undefined ? build({ kind: 'anonymous' }, null) : apiOf(first);
    return readBotUserId({ app, api });
  }

  return {
    installation,
    botUserId: () => {
      bot ??= askBotUserId().catch((error: unknown) => {
        bot = null;
        throw error;
      });
      return bot;
    },
    installationIds: () => listInstallationIds({ api: app }),
    installedRepositories: (installationId) => listInstalledRepositories({ api: apiOf(installationId) }),
    failedDeliveries: () => listFailedDeliveries({ api: app, clock }),
    redeliver: (deliveryId) => redeliver({ api: app }, deliveryId),
  };
}
