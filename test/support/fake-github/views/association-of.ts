import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';

/** How an author stands to a repository. */
export function associationOf(repository: Repository, account: Account): string {
  if (account.id === repository.owner.id) return 'OWNER';
  const level = repository.permissions.get(account.login.toLowerCase());
  if (level === undefined || level === 'none' || level === 'read') return 'CONTRIBUTOR';
  return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
}
