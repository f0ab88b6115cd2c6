import type { Account } from '../state/account.ts';

/** GraphQL names a bot without the suffix that REST gives it; a deleted account is `null`. */
export function actorNode(account: Account): object | null {
  if (account.login === 'ghost') return null;
  return { __typename: account.type, login: account.login.replace(/\[bot\]$/, ''), databaseId: account.id };
}
