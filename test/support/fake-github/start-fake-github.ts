/**
 * A stand-in for GitHub: a stateful HTTP server on loopback that speaks the part of GitHub's REST and GraphQL that a
 * GitHub App needs, and delivers signed webhooks. Tests and `npm run demo` run the real App against it.
 *
 * ```ts
 * const github = await startFakeGitHub({ seed: 7 });
 * const repository = github.repository('acme/shop');           // created, with the App installed
 * repository.writeFile('.github/impact.yml', 'mode: enforce'); // a commit on the default branch
 * github.webhooks.connect({ url: `${app}/api/github/webhooks`, secret: 's3cret' });
 * const { number } = repository.openPullRequest({ body: '…', files: ['db/migrate/1.sql'] });
 * await github.webhooks.settled();                             // delivered and answered; the App works on
 * repository.checkRuns(repository.pullRequest(number).pull.head.sha);
 * github.judge?.assertClean();                                 // no request that GitHub would refuse
 * await github.close();
 * ```
 *
 * - `state/` nouns · `acts/` what can happen (each changes the state and tells the webhooks) · `scene/` people acting
 *   · `routes/` one file a resource · `views/` state → GitHub's JSON · `payloads/` state → webhook · `graphql/` nodes
 *   · `server/` HTTP, tokens, limits, faults, log · `webhooks/` signing and delivering.
 * - It is kept honest by judges (`../openapi`): every request is validated against GitHub's OpenAPI description (a
 *   violation is answered with 422 and kept), every GraphQL query against GitHub's schema, payloads and answers in tests.
 * - Ids, SHAs, GUIDs and tokens come from counters and the seed; time comes from `clock`. Only the life of tokens is
 *   measured by the machine's clock, since clients do so too.
 * - `webhooks.hold()` keeps events back, so that a test can lose, double and reorder them.
 * - `faults` fail answers on purpose, before the effect or after it; `limits` set GitHub's primary rate limit.
 */
import { createRequestJudge, type RequestJudge } from '../openapi/create-request-judge.ts';
import { createRepository } from './acts/create-repository.ts';
import { ensureAccount } from './acts/ensure-account.ts';
import { installApp } from './acts/install-app.ts';
import { allRoutes } from './routes/all-routes.ts';
import { type AccountActs, accountActs } from './scene/account-acts.ts';
import { createSceneRepository } from './scene/create-scene-repository.ts';
import type { SceneRepository } from './scene/scene-repository.ts';
import { createFaults, type Faults } from './server/faults.ts';
import { startHttpServer } from './server/http-server.ts';
import { createRateLimits, type RateLimits } from './server/rate-limits.ts';
import { createRequestLog, type RequestLog } from './server/request-log.ts';
import { createRouter } from './server/router.ts';
import type { AccountType } from './state/account.ts';
import { type AppGrants, type AppIdentity, createAppIdentity } from './state/app-identity.ts';
import { findRepository } from './state/find-repository.ts';
import { createIds } from './state/ids.ts';
import { isoSecond } from './state/iso-second.ts';
import { createWorld, type World } from './state/world.ts';
import { createWebhooks, type Webhooks } from './webhooks/create-webhooks.ts';

export interface FakeGitHubOptions {
  /** Milliseconds since the epoch, UTC; the machine's clock when absent. */
  readonly clock?: { readonly now: () => number };
  readonly seed?: number;
  /** Before every answer. */
  readonly latencyMs?: number;
  /** A judge to share between stand-ins, or `null` for none. */
  readonly judge?: RequestJudge | null;
  /** Permissions and events as in the App's manifest; those of this project's App when absent. */
  readonly grants?: AppGrants;
  /** A free port when absent. */
  readonly port?: number;
}

interface RepositoryOptions {
  readonly private?: boolean;
  readonly defaultBranch?: string;
  /** Whether the App is installed on it; yes when absent. */
  readonly installed?: boolean;
  /** `Organization` when absent. */
  readonly ownerType?: AccountType;
}

export interface FakeGitHub extends AccountActs {
  /** Octokit's `baseUrl`; the same is served under `/api/v3`. */
  readonly url: string;
  /** Id, client id, private key (PEM), bot user, permissions and events of the App. */
  readonly app: AppIdentity;
  readonly world: World;
  readonly log: RequestLog;
  readonly faults: Faults;
  readonly limits: RateLimits;
  readonly webhooks: Webhooks;
  readonly judge: RequestJudge | null;
  /** Finds `owner/name`, or creates it. */
  readonly repository: (fullName: string, options?: RepositoryOptions) => SceneRepository;
  readonly setLatency: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const now = options.clock?.now ?? Date.now;
  const ids = createIds(options.seed ?? 1);
  const world = createWorld({ app: createAppIdentity(ids, isoSecond(now()), options.grants), ids, now });
  const webhooks = createWebhooks(world);
  const limits = createRateLimits(now);
  const faults = createFaults();
  const log = createRequestLog();
  const judge = options.judge === undefined ? createRequestJudge() : options.judge;
  let latency = options.latencyMs ?? 0;
  const findRoute = createRouter(allRoutes({ limits, webhooks }));
  const parts = { world, findRoute, judge, log, faults, limits, latencyMs: () => latency };
  const { url, close } = await startHttpServer(parts, options.port ?? 0);

  function repository(fullName: string, spec: RepositoryOptions = {}): SceneRepository {
    const [owner = '', name = ''] = fullName.split('/');
    if (owner === '' || name === '') throw new Error(`'${fullName}' is not 'owner/name'`);
    const known = findRepository(world, owner, name);
    if (known !== null) return createSceneRepository(world, known);
    const account = ensureAccount(world, owner, spec.ownerType ?? 'Organization');
    const state = createRepository(world, {
      owner: account,
      name,
      private: spec.private ?? false,
      fork: false,
      defaultBranch: spec.defaultBranch ?? 'main',
    });
    const maintainer = ensureAccount(world, 'maintainer');
    state.permissions.set('maintainer', 'admin');
    if (spec.installed ?? true) installApp(world, account, [state], maintainer);
    return createSceneRepository(world, state);
  }

  return {
    url,
    app: world.app,
    world,
    log,
    faults,
    limits,
    webhooks,
    judge,
    repository,
    ...accountActs(world),
    setLatency: (milliseconds) => {
      latency = milliseconds;
    },
    close: async () => {
      webhooks.disconnect();
      await close();
    },
  };
}
