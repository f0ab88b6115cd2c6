import { issueKey } from '../src/usecases/report-of-issue.ts';
import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import type { Outcome } from './play-scene.ts';
import { SHOP } from './repositories.ts';
import type { Day } from './start-day.ts';

const STATED = '## Technical impact\n\nTotals are shown without cents; orders themselves are stored as before.\n';

/** Later the same day: what was merged hurts, or nearly does. */
export async function playIncidents(day: Day): Promise<readonly Outcome[]> {
  const repository = day.github.repository(SHOP);
  repository.setPermission('mika', 'maintain');
  return [await linkAnIncident(day, repository), await answerAnInquiry(day, repository), await revert(day, repository)];
}

/** Hours after the merge a total is wrong: the place that hurts leads to the change, a person confirms it. */
async function linkAnIncident(day: Day, repository: SceneRepository): Promise<Outcome> {
  const cause = await merge(day, repository, 'Show totals without cents', ['app/billing/total.ts']);
  await merge(day, repository, 'Faster suggestions', ['app/search/suggest.ts']);
  const mark = day.github.log.mark();
  const incident = repository.openIssue({
    title: 'Totals are wrong',
    body: '### Kind\n\nregression\n\n### Impact\n\nCustomers saw wrong totals: app/billing/total.ts:3\n',
    labels: ['incident'],
    author: 'mika',
  });
  await day.settled();
  const named = ours(repository, incident.number);
  repository.comment(incident.number, `/impact link #${cause} seen in the logs`, 'mika');
  await day.settled();
  const confirmed = ours(repository, incident.number);
  const surprises = [
    ...(named.includes(`#${cause}`) ? [] : ['the comment on the incident does not name the change']),
    ...(confirmed.includes('confirmed by mika') ? [] : ['the confirmation is not to be seen']),
    ...(ours(repository, cause).includes('Totals are wrong') ? [] : ['the change was not told']),
  ];
  return outcome(day, mark, `an incident, linked to #${cause} and confirmed`, incident.number, 'regression', {
    surprises,
    read: confirmed,
  });
}

/** Not everything comes from a change. */
async function answerAnInquiry(day: Day, repository: SceneRepository): Promise<Outcome> {
  const mark = day.github.log.mark();
  const { number } = repository.openIssue({
    title: 'How can I export my orders?',
    body: '### Kind\n\ninquiry\n',
    labels: ['incident'],
    author: 'mika',
  });
  await day.settled();
  repository.comment(number, '/impact no-change a question about a feature', 'mika');
  await day.settled();
  const known = await day.app.store.incidents.find(keyOf(repository, number));
  const surprises = known?.noChange === true ? [] : ['it is not marked as caused by no change'];
  return outcome(day, mark, 'an inquiry: no change caused it', number, known?.kind ?? '–', { surprises });
}

/** Undone within hours, and no incident came of it: that was close. */
async function revert(day: Day, repository: SceneRepository): Promise<Outcome> {
  const change = { path: 'app/search/cache.ts', status: 'modified', additions: 5, deletions: 2 } as const;
  const { number } = repository.openPullRequest({ title: 'Cache for an hour', body: STATED, files: [change] });
  await day.settled();
  repository.merge(number);
  await day.settled();
  const mark = day.github.log.mark();
  const undo = repository.openPullRequest({
    title: `Revert "Cache for an hour (#${number})"`,
    body: `Reverts ${SHOP}#${number}`,
    files: [{ ...change, additions: 2, deletions: 5 }],
  });
  repository.merge(undo.number);
  await day.settled();
  const known = await day.app.store.incidents.find({ ...keyOf(repository, undo.number), source: 'revert' });
  const surprises = known?.kind === 'near-miss' ? [] : ['no near miss came of the emergency revert'];
  return outcome(day, mark, `an emergency revert of #${number}`, undo.number, known?.kind ?? '–', { surprises });
}

async function merge(day: Day, repository: SceneRepository, title: string, files: readonly string[]): Promise<number> {
  const { number } = repository.openPullRequest({ title, body: STATED, files });
  await day.settled();
  repository.merge(number, { method: 'squash' });
  await day.settled();
  return number;
}

function ours(repository: SceneRepository, number: number): string {
  const found = repository
    .comments(number)
    .filter(({ user, body }) => user.type === 'Bot' && body.includes('hiyari:caus'));
  return found.map(({ body }) => body).join('\n');
}

function keyOf({ state, installationId }: SceneRepository, number: number) {
  return issueKey({ id: state.id, installationId: installationId ?? 0 }, number);
}

function outcome(
  day: Day,
  mark: number,
  title: string,
  number: number,
  verdict: string,
  rest: Pick<Outcome, 'surprises'> & Partial<Pick<Outcome, 'read'>>,
): Outcome {
  const calls = day.github.log.count(mark).total;
  return { title, place: `shop#${number}`, verdict, level: '–', conclusion: '–', labels: [], calls, read: '', ...rest };
}
