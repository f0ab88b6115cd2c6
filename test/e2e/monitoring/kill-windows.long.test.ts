import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { seededRandom } from '../../support/fake-github/state/seeded-random.ts';
import { startFakeGitHub } from '../../support/fake-github/start-fake-github.ts';
import { STATEMENT } from '../../support/monitoring-scene.ts';
import { createRequestJudge } from '../../support/openapi/create-request-judge.ts';
import { runMortalServer } from '../../support/run-mortal-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const HOUR = 3_600_000;
/** How long after the start of the scene windows end and reminders fall due by themselves. */
const SOON = 45_000;
const EACH = 15;
const KILLS = { start: 5, releases: 14, words: 6 };
const ALIGNMENT = 'What is expected of The ledger';
const CONFIG = `mode: enforce
monitoring: { window: { high: 72h }, remind: [24h, 12h] }
projects:
  ledger:
    title: The ledger
    match: { paths: ["db/**"] }
    expect: { near-misses-per-28d: 3, monitored: 95% }
    agreed-by: [ada]
`;

/** Changes by how long ago they were deployed, the oldest first; what is expected of each in the end. */
const GROUPS = [
  { name: 'lapsed', ago: 100 * HOUR, label: 'monitoring: lapsed', reminders: [0] },
  // Its end comes while the server is being killed; whether it was reminded before depends on when it got to it.
  { name: 'lapsing', ago: 72 * HOUR - SOON, label: 'monitoring: lapsed', reminders: [0, 1] },
  { name: 'reminded', ago: 50 * HOUR, label: 'monitoring: open', reminders: [1] },
  { name: 'falling due', ago: 48 * HOUR - SOON, label: 'monitoring: open', reminders: [1] },
  { name: 'confirmed', ago: 2 * HOUR, label: 'monitoring: done', reminders: [0] },
  { name: 'open', ago: HOUR, label: 'monitoring: open', reminders: [0] },
] as const;

const folder = temporaryFolder();
afterAll(() => folder.remove());

it('kill -9 between releases, reminders, words and ends: each said once, labels and windows right, one issue of each kind', async () => {
  const judge = createRequestJudge();
  let age = 200 * HOUR;
  const github = await startFakeGitHub({ seed: 23, judge, clock: { now: () => Date.now() - age } });
  const repository = github.repository('acme/shop');
  repository.setPermission('ada', 'write');
  github.webhooks.echo(false);
  const random = seededRandom(5);
  const server = await runMortalServer(github, folder.path);
  /** Deliveries of what `acts` does, in the order in which it happens. */
  const held = (acts: () => void) => {
    github.webhooks.hold();
    acts();
    const deliveries = github.webhooks.takeHeld();
    github.webhooks.release();
    return deliveries;
  };

  const first = held(() => {
    repository.writeFile('.github/impact.yml', CONFIG);
    repository.deploy({ sha: repository.pushTo('main', ['docs/start.md']), environment: 'production' });
  });
  await server.deliver(first, KILLS.start, random);
  // At any moment of opening the issue, too: each start asks for it again while it is not there.
  for (let kill = 0; kill < KILLS.start; kill += 1) {
    await pause(random() * 300);
    await server.kill();
  }
  await server.drained();

  const begun = Date.now();
  const numbers = new Map<string, readonly number[]>();
  const releases = held(() => {
    for (const { name, ago } of GROUPS) {
      age = ago + HOUR;
      const merged = Array.from({ length: EACH }, (_, index) => {
        const files = [`db/migrate/${name.replace(' ', '-')}-${index}.sql`];
        const { number } = repository.openPullRequest({ body: STATEMENT, files });
        return { number, sha: repository.merge(number) };
      });
      numbers.set(
        name,
        merged.map(({ number }) => number),
      );
      age = ago;
      repository.deploy({ sha: merged.at(-1)?.sha ?? '', environment: 'production' });
    }
    age = 0;
  });
  expect(releases.length).toBeGreaterThan(GROUPS.length * EACH * 2);
  await server.deliver(releases, KILLS.releases, random);
  await server.drained();

  const issues = () => [...repository.state.issues.values()].filter(({ pull }) => pull === null);
  const alignment = issues().find(({ title }) => title === ALIGNMENT);
  const words = held(() => {
    for (const number of numbers.get('confirmed') ?? []) repository.comment(number, `/impact monitored flat`, 'alice');
    repository.comment(alignment?.number ?? 0, '/impact agree', 'ada');
  });
  await server.deliver(words, KILLS.words, random);
  while (Date.now() < begun + SOON) await pause(500);
  await server.kill();
  await pause(2_000);
  await server.drained();
  await server.stop();

  for (const { name, label, reminders } of GROUPS) {
    for (const number of numbers.get(name) ?? []) {
      const ours = repository.comments(number).filter(({ byApp }) => byApp);
      const kinds = ours.map(({ body }) => parseMarker(body)?.kind);
      const told = `${name}: #${number} has ${kinds}`;
      expect(kinds.filter((kind) => kind === 'watch').length, told).toBe(1);
      expect(reminders, told).toContain(kinds.filter((kind) => kind === 'reminder').length);
      expect(
        kinds.filter((kind) => kind !== 'watch' && kind !== 'reminder'),
        told,
      ).toEqual([]);
      const monitoring = repository.labelsOf(number).filter((one) => one.startsWith('monitoring: '));
      expect(monitoring, told).toEqual([label]);
      if (name === 'confirmed') expect(ours[0]?.body).toContain('> flat');
    }
  }
  // So many lapsed windows break a target, which opens the project's postmortem: once.
  const titles = issues().map(({ title }) => title.replace(/ \(.*/, ''));
  expect(titles).toEqual([ALIGNMENT, 'Project postmortem: The ledger']);
  expect(alignment?.body).toMatch(/- ✅ `ada`/);
  const replies = issues().map(({ number }) => repository.comments(number).filter(({ byApp }) => byApp).length);
  // The postmortem has one comment of ours, with the table to fill in.
  expect(replies).toEqual([0, 1]);
  judge.assertClean();
  await github.close();
});
