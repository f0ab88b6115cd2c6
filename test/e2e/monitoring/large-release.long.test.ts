import { expect, it } from 'vitest';
import { monitoringScene, STATEMENT } from '../../support/monitoring-scene.ts';
import { HOUR, useTimedApp } from '../../support/use-timed-app.ts';

const CHANGES = 500;
const stage = useTimedApp('mode: enforce\nmonitoring: { window: { high: 72h }, remind: [12h] }\n');
const { windowOf, deploy, deploysAlready, said, labels } = monitoringScene(stage);

it(`one deployment of ${CHANGES} changes opens all windows, tells of them one by one, and asks GitHub for little`, async () => {
  await deploysAlready();
  let sha = '';
  const numbers = Array.from({ length: CHANGES }, (_, index) => {
    const files = [`db/migrate/${index}.sql`];
    const { number } = stage.repository.openPullRequest({ body: STATEMENT, files, author: `dev-${index % 40}` });
    sha = stage.repository.merge(number);
    return number;
  });
  await stage.app.settled();
  const numberOfCalls = async (work: () => Promise<unknown>) => {
    const mark = stage.github.log.mark();
    await work();
    return stage.github.log.since(mark).length;
  };

  const opening = await numberOfCalls(() => deploy(sha));
  const windows = await Promise.all(numbers.map(windowOf));
  expect(windows.map((window) => window?.state)).toEqual(numbers.map(() => 'open'));
  const [first] = windows;
  expect(new Set(windows.map((window) => window?.openedAt))).toEqual(new Set([first?.openedAt]));
  const later = await numberOfCalls(() => stage.pass(2 * HOUR));
  // Three for each: is ours there already, the comment, the label.
  expect(opening + later).toBeLessThanOrEqual(3 * CHANGES + 20);
  const toldAfter = numbers
    .flatMap((number) => stage.repository.comments(number))
    .map(({ createdAt }) => Date.parse(createdAt) - Date.parse(first?.openedAt ?? ''))
    .sort((a, b) => a - b);
  expect(toldAfter).toHaveLength(CHANGES);
  // Twenty at once, then one every eight seconds.
  for (const [index, after] of toldAfter.entries()) expect(after).toBeGreaterThanOrEqual((index - 19) * 8_000);
  const reminding = await numberOfCalls(() => stage.pass(62 * HOUR));
  // Whom to mention, is it there already, the comment.
  expect(reminding).toBeLessThanOrEqual(3 * CHANGES + 20);
  const ending = await numberOfCalls(async () => {
    await stage.pass(10 * HOUR);
    await stage.pass(2 * HOUR);
  });
  // The comment, and one label for another.
  expect(ending).toBeLessThanOrEqual(3 * CHANGES + 20);
  for (const number of numbers) {
    expect(await windowOf(number)).toMatchObject({ state: 'lapsed', closedAt: first?.endsAt });
    expect(labels(number)).toEqual(['monitoring: lapsed']);
    expect(said(number, 'watch')).toHaveLength(1);
    expect(said(number, 'reminder')).toHaveLength(1);
  }
});
