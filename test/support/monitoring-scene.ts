import { parseMarker } from '../../src/render/comment/marker.ts';
import type { TimedStage } from './use-timed-app.ts';

export const STATEMENT = `## Technical impact

### Blast radius
The invoices page.

### Rollback
Revert; the column stays.

### Monitoring
Error rate of invoices, @everyone #1
`;

/** What tests of monitoring do again and again. */
export function monitoringScene(stage: TimedStage) {
  const windowOf = (number: number) => stage.app.deps.store.windows.find(stage.repository.state.id, `#${number}`);

  async function merge(path = 'db/migrate/1.sql', author = 'alice') {
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files: [path], author });
    await stage.app.settled();
    const sha = stage.repository.merge(number);
    await stage.app.settled();
    return { number, sha };
  }

  async function deploy(sha: string, environment = 'production', state = 'success') {
    const deployment = stage.repository.deploy({ sha, environment, state });
    await stage.app.settled();
    return deployment;
  }

  /** A deployment that was there before, so that Hiyari knows that this repository deploys. */
  async function deploysAlready() {
    const sha = stage.repository.pushTo('main', ['docs/start.md']);
    await deploy(sha);
    return sha;
  }

  async function released(path?: string, author?: string) {
    await deploysAlready();
    const merged = await merge(path, author);
    await deploy(merged.sha);
    return merged;
  }

  return {
    windowOf,
    merge,
    deploy,
    deploysAlready,
    released,
    stateOf: async (number: number) => (await windowOf(number))?.state ?? null,
    /** Our comments of one kind. */
    said: (number: number, kind?: 'watch' | 'reminder' | 'reply') =>
      stage.repository
        .comments(number)
        .filter(({ byApp, body }) => byApp && (kind === undefined || parseMarker(body)?.kind === kind))
        .map(({ body }) => body),
    labels: (number: number) => stage.repository.labelsOf(number).filter((name) => name.startsWith('monitoring: ')),
  };
}
