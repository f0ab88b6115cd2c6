import { issueOutcome, setStage } from './issue-outcome.ts';
import type { Outcome } from './play-scene.ts';
import { PAY } from './repositories.ts';
import type { Day } from './start-day.ts';

/** The targets that the configuration proposes are agreed on, by those whom it asks and by nobody else. */
export async function playAgreement(day: Day): Promise<Outcome> {
  const stage = setStage(day, PAY);
  const { repository } = stage;
  const issues = [...repository.state.issues.values()].filter(({ body }) => body?.includes('hiyari:alignment'));
  const number = issues[0]?.number ?? 0;
  const body = () => repository.issue(number).body ?? '';

  repository.comment(number, '/impact agree', 'eve');
  await day.settled();
  const eve = body();
  repository.editBody(number, body().replace('- [ ]', '- [x]'), 'ada');
  await day.settled();
  const ada = body();
  repository.comment(number, '/impact agree', 'mika');
  await day.settled();
  const agreements = await day.app.store.agreements.of(repository.state.id, 'ledger');
  return issueOutcome(
    stage,
    number,
    { title: 'what is expected of a project is agreed on', verdict: `${agreements.length} of 2`, read: body() },
    {
      [`there are ${issues.length} issues of the targets`]: issues.length !== 1,
      'somebody who was not asked has a say': eve.includes('✅'),
      'somebody who was not asked is not answered': repository.comments(number).filter((one) => one.byApp).length !== 1,
      'a ticked box is not recorded': !ada.includes('✅ `ada`') || ada.includes('✅ `mika`'),
      'the command is not recorded': !body().includes('✅ `mika`'),
      'the issue does not say that all have agreed': !body().includes('Everybody who was asked has agreed'),
    },
  );
}
