export type AccountType = 'User' | 'Bot' | 'Organization';

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: AccountType;
}

export interface Team {
  readonly id: number;
  readonly organization: Account;
  readonly slug: string;
  readonly name: string;
  /** Lower-case logins. */
  readonly members: Map<string, 'member' | 'maintainer'>;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  /** Ids of the repositories that the installation covers. */
  readonly repositoryIds: Set<number>;
  readonly createdAt: string;
  suspended: boolean;
}
