import type { Repository } from './repository.ts';

/** `owner/name`, as GitHub writes it. */
export function fullName({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner}/${name}`;
}
