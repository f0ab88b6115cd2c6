import type { Account } from './account.ts';

/** Who makes a request. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'app' }
  | { readonly kind: 'installation'; readonly installationId: number; readonly bot: Account }
  | { readonly kind: 'user'; readonly account: Account };
