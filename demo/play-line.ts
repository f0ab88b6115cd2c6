import { IMPACT_CHECK } from '../src/domain/pull-request/check-run.ts';
import type { SceneRepository } from '../test/support/fake-github/scene/scene-repository.ts';
import { issueOutcome, setStage } from './issue-outcome.ts';
import type { Outcome } from './play-scene.ts';
import { PAY } from './repositories.ts';
import type { Day } from './start-day.ts';

const BODY = '## Technical impact\n\nThe totals in ledger/ are counted anew.\n';

/** While the postmortem is open the project's high-risk changes wait, and nobody else's. Closing it lets them go. */
export async function playLine(day: Day, postmortem: number): Promise<readonly Outcome[]> {
  const stopping = setStage(day, PAY);
  const { repository } = stopping;
  const { number } = repository.openPullRequest({ title: 'New totals', body: BODY, files: ['ledger/totals.ts'] });
  const beside = repository.openPullRequest({ title: 'A new page', body: BODY, files: ['app/page.ts'] });
  await day.settled();
  const stopped = checkOf(repository, number);
  const title = 'the line is stopped for what is risky';
  const read = `${stopped?.output.title}\n\n${stopped?.output.summary}`;
  const seen = { title, verdict: 'held', level: 'high', conclusion: stopped?.conclusion ?? 'no check', read };
  const held = issueOutcome(stopping, number, seen, {
    'it is not held': stopped?.conclusion !== 'failure',
    'why is not told': !read.includes(`The project **Ledger rewrite** has an open postmortem (#${postmortem}).`),
    'how to lift it is not told': !read.includes('`/impact override <reason>`'),
    'what is no part of the project is held': checkOf(repository, beside.number)?.conclusion !== 'success',
  });

  const releasing = setStage(day, PAY);
  repository.close(postmortem, 'mika');
  await day.settled();
  const conclusion = checkOf(repository, number)?.conclusion ?? 'no check';
  const after = { title: 'the postmortem is closed: released', verdict: 'released', level: 'high', conclusion };
  const known = await day.app.store.postmortems.ofProject(repository.state.id, 'ledger');
  return [
    held,
    issueOutcome(releasing, number, after, {
      'it is still held': conclusion !== 'success',
      'the postmortem is not known to be closed': known.map(({ closedBy }) => closedBy).join() !== 'closed',
    }),
  ];
}

function checkOf(repository: SceneRepository, number: number) {
  const runs = repository.checkRuns(repository.pullRequest(number).pull.head.sha);
  return runs.find(({ name }) => name === IMPACT_CHECK);
}
