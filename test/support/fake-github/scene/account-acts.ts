import { ensureAccount } from '../acts/ensure-account.ts';
import { suspendApp, uninstallApp } from '../acts/install-app.ts';
import type { AccountType } from '../state/account.ts';
import type { World } from '../state/world.ts';

/** What concerns people, teams, tokens and installations, and no single repository. */
export interface AccountActs {
  /** Takes the App away from an account: its tokens stop to work. */
  readonly uninstall: (owner: string) => void;
  readonly suspend: (owner: string, suspended?: boolean) => void;
  readonly account: (login: string, type?: AccountType) => { readonly id: number; readonly login: string };
  readonly team: (organization: string, slug: string, members: readonly string[]) => void;
  /** A personal access token, as the CLI uses it. */
  readonly personalToken: (login: string) => string;
  /** What GitHub's page would send the browser back with after *Create GitHub App*; gives the code and the secret. */
  readonly manifestCode: () => { readonly code: string; readonly webhookSecret: string };
}

export function accountActs(world: World): AccountActs {
  const { ids } = world;
  const maintainer = () => ensureAccount(world, 'maintainer');

  function installationFor(owner: string) {
    const account = ensureAccount(world, owner);
    for (const installation of world.installations.values()) {
      if (installation.account.id === account.id) return installation;
    }
    throw new Error(`The App is not installed on '${owner}'`);
  }

  return {
    uninstall: (owner) => uninstallApp(world, installationFor(owner), maintainer()),
    suspend: (owner, suspended = true) => suspendApp(world, installationFor(owner), suspended, maintainer()),
    account: (login, type) => ensureAccount(world, login, type),
    team: (organization, slug, members) => {
      const names = members.map((login) => [ensureAccount(world, login).login.toLowerCase(), 'member'] as const);
      const account = ensureAccount(world, organization, 'Organization');
      world.teams.push({ id: ids.next('team'), organization: account, slug, name: slug, members: new Map(names) });
    },
    personalToken: (login) => {
      const token = ids.secret('ghp');
      const holder = { kind: 'user', login: ensureAccount(world, login).login } as const;
      world.tokens.set(token, { token, holder, expiresAt: Number.POSITIVE_INFINITY });
      return token;
    },
    manifestCode: () => {
      const code = ids.secret('manifest');
      const webhookSecret = ids.secret('whs');
      world.manifestCodes.set(code, {
        pem: world.app.privateKey,
        webhook_secret: webhookSecret,
        client_id: world.app.clientId,
        client_secret: ids.secret('cs'),
      });
      return { code, webhookSecret };
    },
  };
}
