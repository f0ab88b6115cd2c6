import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import { issueOutcome, type Stage, setStage } from './issue-outcome.ts';
import type { Outcome } from './play-scene.ts';
import { PAY } from './repositories.ts';
import type { Day } from './start-day.ts';

/** Each is taken back within the hour. Three statements name a place; the third names one that was not hurt. */
const CLOSE_CALLS = [
  ['booking', 'Bookings are written in one step. Reaches ledger/booking.ts alone.'],
  ['rounding', 'Amounts are rounded once, in ledger/rounding.ts.'],
  ['export', 'The nightly export in app/export/ gets a column.'],
  ['locks', 'Locks are held for a shorter time.'],
] as const;

const ACTION = '| small-steps | Smaller steps | ledger team | near-miss | 2026-10-01 | project:ledger | |';

export interface HeldPostmortem {
  readonly number: number;
  readonly outcomes: readonly Outcome[];
}

/** The fourth near miss breaks the expectation of at most three: the project's postmortem opens, and an action comes of it. */
export async function playPostmortem(day: Day): Promise<HeldPostmortem> {
  const stage = setStage(day, PAY);
  const { repository } = stage;
  await merge(day, repository, 'How to book', 'Words about bookings.', 'docs/booking.md');
  const changes: number[] = [];
  const early: number[] = [];
  for (const [part, words] of CLOSE_CALLS) {
    early.push(...postmortemsOf(repository));
    changes.push(await mergeAndTakeBack(day, repository, part, words));
  }
  const [number = 0, ...more] = postmortemsOf(repository);
  const opened = seeNumbers(stage, number, changes, { early: early.length, more: more.length });
  return { number, outcomes: [opened, await registerAction(day, number)] };
}

/** The numbers of the issue, against what {@link CLOSE_CALLS} makes one count by hand. */
function seeNumbers(
  stage: Stage,
  number: number,
  changes: readonly number[],
  unexpected: { readonly early: number; readonly more: number },
): Outcome {
  const text = number === 0 ? '' : (stage.repository.issue(number).body ?? '');
  const holds = (words: string | RegExp, times = 1) => text.split(words).length - 1 === times;
  const wrong = {
    'a postmortem opened before the fourth near miss': unexpected.early > 0,
    'more than one postmortem opened': unexpected.more > 0,
    'the broken expectation is not told': !holds('Near misses per 28 days: 4, expected ≤ 3.'),
    // Four changes and what took each back; beside them the first commit, the configuration, and the words.
    'the share of merges is not 8 of 11': !holds("This project's PRs are 73 % of merges."),
    'the count of near misses is not 4, all of them': !/^\| near misses \| 4 \| 0 \| 100 % \|/m.test(text),
    'the timeline does not hold four merges': !holds('| Merged: ', 4),
    'the timeline does not hold four near misses': !holds('**Near miss**: ', 4),
    'a change behind a near miss is missing': changes.some((change) => !text.includes(`| \`#${change}\` Rework `)),
    'two of four statements had named the place': !holds('Of 4 that can be judged, 2 hit a place'),
  };
  const title = 'the fourth near miss breaks an expectation';
  return issueOutcome(stage, number, { title, verdict: 'postmortem', read: text }, wrong);
}

/** Somebody fills in a row of the table, and ticks what Hiyari read in it. */
async function registerAction(day: Day, number: number): Promise<Outcome> {
  const stage = setStage(day, PAY);
  const { repository } = stage;
  const ours = (kind: string) => repository.comments(number).find(({ body }) => body.includes(`hiyari:${kind} `));
  const table = ours('postmortem-table');
  const filled = (table?.body ?? '').replace(/^\|[ |]+\|$/m, ACTION);
  if (table !== undefined) repository.editComment(table.id, filled, 'maintainer');
  await day.settled();
  const boxes = ours('postmortem-boxes');
  if (boxes !== undefined) repository.editComment(boxes.id, boxes.body.replace('- [ ]', '- [x]'), 'maintainer');
  await day.settled();
  const [action, ...more] = await day.app.store.actions.all(repository.state.id);
  const read = ours('postmortem-boxes')?.body ?? '';
  const title = 'an action is registered by ticking its box';
  return issueOutcome(
    stage,
    number,
    { title, verdict: action?.action.id ?? '–', read },
    {
      'the action is not registered': action?.action.id !== 'small-steps' || more.length > 0,
      'the action aims at something else': action?.action.targets.join() !== 'near-miss',
      'the comment does not say that it is registered': !read.includes('✅ `small-steps`'),
    },
  );
}

function postmortemsOf({ state }: SceneRepository): readonly number[] {
  const found = [...state.issues.values()].filter(({ body }) => body?.startsWith('<!-- hiyari:postmortem '));
  return found.map(({ number }) => number);
}

async function mergeAndTakeBack(day: Day, repository: SceneRepository, part: string, words: string): Promise<number> {
  const change = { path: `ledger/${part}.ts`, status: 'modified', additions: 5, deletions: 2 } as const;
  const title = `Rework ${part}`;
  const number = await merge(day, repository, title, words, change);
  const back = `Reverts ${PAY}#${number}`;
  await merge(day, repository, `Revert "${title} (#${number})"`, back, { ...change, additions: 2, deletions: 5 });
  return number;
}

async function merge(
  day: Day,
  repository: SceneRepository,
  title: string,
  words: string,
  file: Parameters<SceneRepository['pushTo']>[1][number],
): Promise<number> {
  const body = words.startsWith('Reverts ') ? words : `## Technical impact\n\n${words}\n`;
  const { number } = repository.openPullRequest({ title, body, files: [file] });
  await day.settled();
  repository.merge(number, { method: 'squash' });
  await day.settled();
  return number;
}
