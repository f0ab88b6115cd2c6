import { type FakeGitHub, startFakeGitHub } from '../test/support/fake-github/start-fake-github.ts';
import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import { type RunningApp, runApp } from '../test/support/run-app.ts';
import type { BenchRow } from './bench-row.ts';

const CONFIG = `mode: enforce
risk:
  rules:
    - { id: schema, level: high, paths: ["db/migrate/**"], labels: ["area: database"], why: Schema changes lock tables. }
`;
const STATED = '## Technical impact\n\nSearch results are cached for a minute, so new items show up later.\n';

interface Stage {
  readonly github: FakeGitHub;
  readonly app: RunningApp;
  readonly repository: SceneRepository;
}

/** How many calls to GitHub an event costs: counted by the stand-in, token minting and the first making of a label apart, 304s included. */
export async function callRows(): Promise<BenchRow[]> {
  const github = await startFakeGitHub({ seed: 3, judge: null, clock: steppingClock() });
  const app = await runApp(github);
  try {
    const repository = github.repository('acme/shop');
    repository.writeFile('.github/impact.yml', CONFIG);
    await app.settled();
    return await measure({ github, app, repository });
  } finally {
    await app.stop();
    await github.close();
  }
}

async function measure(stage: Stage): Promise<BenchRow[]> {
  const { github, repository } = stage;
  const first = await calls(stage, () => open(repository, 1));
  const opened = await calls(stage, () => open(repository, 100));
  const many = await calls(stage, () => open(repository, 3_000));
  const number = open(repository, 20);
  await stage.app.settled();
  const sent = github.webhooks.sent.length;
  const body = await calls(stage, () => repository.editBody(number, `${STATED}\nThe sitemap too.\n`));
  const same = await calls(stage, () => repository.editTitle(number, 'Cache the search'));
  const turned = await calls(stage, () => repository.editBody(number, 'Faster.'));
  const pushed = await calls(stage, () => repository.push(number, ['src/one-more.ts']));
  const elsewhere = await calls(stage, () => repository.pushTo('main', ['src/readme.ts']));
  const delivered = github.webhooks.sent.filter(({ event }) => event === 'pull_request');
  const echoes = delivered.filter(({ action }) => action === 'labeled' || action === 'unlabeled');
  const echoed = await calls(stage, async () => {
    for (const echo of echoes) await github.webhooks.send({ ...echo, guid: `again-${echo.guid}` });
  });
  const duplicates = github.webhooks.sent.slice(0, sent);
  const twice = await calls(stage, async () => {
    for (const delivery of duplicates) await github.webhooks.send(delivery);
  });
  return [
    row('first pull request of a repository', first),
    row('opened, 100 files, configuration cached', opened, 3),
    row('opened, 3,000 files', many, 32),
    row('pushed to, files and check are new', pushed, 2),
    row('body edited, files known, same verdict', body, 1),
    row('body edited, the verdict turns: check and labels', turned),
    row('edited, the answer is the same', same, 0),
    row(`echo of ${echoes.length} own label writes`, echoed, 0),
    row(`${duplicates.length} deliveries sent twice`, twice, 0),
    row('push to the base branch, recorded as exposure', elsewhere, 0),
  ];
}

function open(repository: SceneRepository, files: number): number {
  const paths = Array.from({ length: files }, (_, index) => `src/area${index % 40}/file_${index}.ts`);
  return repository.openPullRequest({ body: STATED, files: paths }).number;
}

async function calls({ github, app }: Stage, act: () => unknown): Promise<number> {
  const mark = github.log.mark();
  await act();
  await app.settled();
  const { total, byOperation } = github.log.count(mark);
  return total - (byOperation['issues/create-label'] ?? 0);
}

function row(name: string, value: number, most?: number): BenchRow {
  const target = most === undefined ? 'for comparison' : `<= ${most} calls`;
  return { name: `calls: ${name}`, value, unit: 'calls', target, ok: most === undefined || value <= most };
}

/** A second passes between any two looks at the clock: no two events share GitHub's resolution by chance. */
function steppingClock(): { readonly now: () => number } {
  let time = Date.UTC(2026, 8, 1);
  return {
    now: () => {
      time += 1_000;
      return time;
    },
  };
}
