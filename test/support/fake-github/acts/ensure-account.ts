import type { Account, AccountType } from '../state/account.ts';
import type { World } from '../state/world.ts';

/** The account of that name, created when it is new. Names in `[bot]` are bots. */
export function ensureAccount(world: World, login: string, type?: AccountType): Account {
  const known = world.accounts.get(login.toLowerCase());
  if (known !== undefined) return known;
  const account = {
    id: world.ids.next('account'),
    login,
    type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'),
  };
  world.accounts.set(login.toLowerCase(), account);
  return account;
}
