import { CONFIG_CHECK, IMPACT_CHECK } from '../src/domain/pull-request/check-run.ts';
import { SHOP } from './repositories.ts';
import type { Scene } from './scenes.ts';
import type { Day } from './start-day.ts';

/** What came of a scene, and what was wrong with it (nothing, when all is well). */
export interface Outcome {
  readonly title: string;
  readonly place: string;
  readonly verdict: string;
  readonly level: string;
  readonly conclusion: string;
  readonly labels: readonly string[];
  /** Calls to GitHub, token minting apart. */
  readonly calls: number;
  readonly surprises: readonly string[];
  /** The check as people read it. */
  readonly read: string;
}

/** Opens the scene's pull request and waits for what the App says. */
export async function playScene(day: Day, scene: Scene): Promise<Outcome> {
  const repository = day.github.repository(scene.repository);
  const mark = day.github.log.mark();
  const { number, pull } = repository.openPullRequest(scene.pullRequest);
  await day.settled();
  const run = repository.checkRuns(pull.head.sha).find(({ name }) => name === IMPACT_CHECK);
  const opinion = await day.app.store.opinions.find(repository.state.id, number);
  const seen: Record<string, unknown> = {
    verdict: opinion?.statement.verdict,
    level: opinion?.assessment.level,
    conclusion: run?.conclusion,
    labels: [...repository.labelsOf(number)].sort(),
  };
  const surprises = Object.entries(scene.expected).flatMap(([key, expected]) =>
    String(seen[key]) === String(expected) ? [] : [`${key}: expected ${expected}, got ${seen[key]}`],
  );
  return {
    title: scene.title,
    place: `${repository.name}#${number}`,
    verdict: opinion?.statement.verdict ?? '–',
    level: opinion?.assessment.level ?? '–',
    conclusion: run?.conclusion ?? 'no check',
    labels: [...repository.labelsOf(number)].sort(),
    calls: day.github.log.count(mark).total,
    surprises,
    read: `${run?.output.title}\n\n${run?.output.summary}`,
  };
}

/** The second check, of a pull request that edits the configuration: here with one problem. */
export function seeConfigCheck(day: Day): Outcome {
  const repository = day.github.repository(SHOP);
  const runs = [...repository.state.checkRuns.values()].filter(({ name }) => name === CONFIG_CHECK);
  const [run] = runs;
  const annotations = run?.annotations.length ?? 0;
  const asExpected = runs.length === 1 && run?.conclusion === 'failure' && annotations === 1;
  return {
    title: 'the same, its second check',
    place: CONFIG_CHECK,
    verdict: `${annotations} annotation`,
    level: '–',
    conclusion: run?.conclusion ?? 'no check',
    labels: [],
    calls: 0,
    surprises: asExpected ? [] : [`expected one failing run with one annotation, got ${runs.length}, ${annotations}`],
    read: `${run?.output.title}\n\n${run?.output.summary}`,
  };
}

/** The merge queue takes pull requests as one: what one of them lacks, the group lacks. */
export async function playMergeGroup(day: Day, numbers: readonly number[]): Promise<Outcome> {
  const repository = day.github.repository(SHOP);
  const mark = day.github.log.mark();
  const group = repository.enqueue(numbers);
  await day.settled();
  const [run] = repository.checkRuns(group.headSha);
  const conclusion = run?.conclusion ?? 'no check';
  return {
    title: `a merge group of ${numbers.map((number) => `#${number}`).join(' and ')}`,
    place: 'merge queue',
    verdict: '–',
    level: '–',
    conclusion,
    labels: [],
    calls: day.github.log.count(mark).total,
    surprises: conclusion === 'failure' ? [] : [`conclusion: expected failure, got ${conclusion}`],
    read: `${run?.output.title}\n\n${run?.output.summary}`,
  };
}
