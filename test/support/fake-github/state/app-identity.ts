import { generateKeyPairSync } from 'node:crypto';
import type { Account } from './account.ts';
import type { Ids } from './ids.ts';

/** The App that GitHub knows: its key pair is made at start and never leaves the process. */
export interface AppIdentity extends AppGrants {
  readonly id: number;
  readonly clientId: string;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly createdAt: string;
}

/** What the App may do and hears of: operations beyond it get 403, events beyond it are not delivered. */
export interface AppGrants {
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly events: readonly string[];
}

const DEFAULT_GRANTS: AppGrants = {
  permissions: {
    metadata: 'read',
    pull_requests: 'write',
    checks: 'write',
    issues: 'write',
    contents: 'read',
    deployments: 'read',
    merge_queues: 'read',
    members: 'read',
  },
  events: [
    'pull_request',
    'merge_group',
    'check_run',
    'check_suite',
    'push',
    'issues',
    'issue_comment',
    'pull_request_review',
    'deployment_status',
    'release',
    'repository',
  ],
};

/** A 2,048-bit key costs about 100 ms; one pair serves every stand-in of a process. */
let keyPair: { readonly publicKey: string; readonly privateKey: string } | null = null;

export function createAppIdentity(ids: Ids, createdAt: string, grants: AppGrants = DEFAULT_GRANTS): AppIdentity {
  keyPair ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return {
    id: ids.next('app'),
    clientId: 'Iv23liHiyariStandIn',
    slug: 'hiyari',
    name: 'Hiyari',
    owner: { id: ids.next('account'), login: 'hiyari-makers', type: 'Organization' },
    bot: { id: ids.next('account'), login: 'hiyari[bot]', type: 'Bot' },
    ...keyPair,
    createdAt,
    ...grants,
  };
}
