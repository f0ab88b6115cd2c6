import { z } from 'zod';
import type { Author } from '../domain/pull-request/pull-request.ts';

/** A user, bot or organisation. GitHub sends `null` for an account that was deleted. */
export const accountJson = z.object({ id: z.number(), login: z.string(), type: z.string().default('User') }).nullable();
export type AccountJson = z.output<typeof accountJson>;

/** The account that GitHub itself shows in place of deleted ones. */
export const GHOST: Author = { id: 10137, login: 'ghost', type: 'unknown' };

export function toAuthor(account: AccountJson): Author {
  if (account === null) return GHOST;
  return { id: account.id, login: account.login, type: toAuthorType(account.type) };
}

function toAuthorType(type: string): Author['type'] {
  if (type === 'User') return 'user';
  if (type === 'Bot') return 'bot';
  return type === 'Organization' ? 'organization' : 'unknown';
}
