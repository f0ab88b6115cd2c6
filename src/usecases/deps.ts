import type { BackfillPolicy } from '../domain/exposure/backfill-pace.ts';
import type { Clock } from '../ports/clock.ts';
import type { GitHub, GitHubApp } from '../ports/github.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { ContextMemo } from './base-context.ts';

/** What the App's use cases are given by the composition root. */
export interface AppDeps {
  readonly app: GitHubApp;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Parsed configurations, kept between jobs. */
  readonly contexts: ContextMemo;
  readonly backfill: BackfillPolicy;
  /** `https://github.com`, or where else people see their repositories. */
  readonly webUrl: string;
}

/** The same, once the installation is known. */
export interface InstallationDeps extends AppDeps {
  readonly github: GitHub;
}

/** ISO 8601 in UTC at second resolution, as GitHub writes times. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
