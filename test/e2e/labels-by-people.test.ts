import { expect, it } from 'vitest';
import { useApp } from '../support/use-app.ts';

const CONFIG = `mode: enforce
risk: { rules: [{ id: schema, level: high, paths: ["db/**"] }, { id: api, level: medium, paths: ["api/**"] }] }
`;
const GOOD = '## Technical impact\n\nThe index is built in the background; writes wait for a second at most.\n';

const stage = useApp(CONFIG);

it('a label of ours that a person removes stays away until what matches changes', async () => {
  const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['api/a.ts'] });
  await stage.app.settled();
  stage.repository.unlabel(number, 'risk: medium', 'alice');
  stage.repository.editBody(number, `${GOOD}More.`);
  await stage.app.settled();
  expect(stage.seen(number).labels).toEqual(['impact: stated']);
  stage.repository.push(number, ['db/1.sql']);
  await stage.app.settled();
  expect(stage.seen(number).labels).toEqual(['impact: stated', 'risk: high']);
});

it('a removal that is delivered twice, late, does not take the label away again', async () => {
  const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['api/a.ts'] });
  await stage.app.settled();
  stage.repository.unlabel(number, 'risk: medium', 'alice');
  stage.repository.label(number, ['risk: medium'], 'alice');
  await stage.app.settled();
  const removal = stage.github.webhooks.sent.find(({ action }) => action === 'unlabeled');
  if (removal !== undefined) await stage.github.webhooks.send({ ...removal, guid: 'another-guid' });
  await stage.app.settled();
  expect(stage.seen(number).labels).toContain('risk: medium');
});

it('a maintainer lowers the level by label, another person does not', async () => {
  stage.repository.setPermission('mika', 'maintain');
  stage.repository.setPermission('alice', 'write');
  const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['db/1.sql'] });
  await stage.app.settled();
  expect(stage.seen(number).conclusion).toBe('failure');
  stage.repository.label(number, ['risk: low'], 'alice');
  await stage.app.settled();
  expect(stage.seen(number)).toMatchObject({
    conclusion: 'failure',
    labels: ['impact: stated', 'risk: high', 'risk: low'],
  });
  stage.repository.unlabel(number, 'risk: low', 'alice');
  stage.repository.label(number, ['risk: low'], 'mika');
  await stage.app.settled();
  expect(stage.seen(number)).toMatchObject({ conclusion: 'success', labels: ['impact: stated', 'risk: low'] });
  stage.repository.unlabel(number, 'risk: low', 'mika');
  await stage.app.settled();
  expect(stage.seen(number).conclusion).toBe('failure');
});

it('anybody who may label raises the level', async () => {
  stage.repository.setPermission('tria', 'triage');
  const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['readme.ts'] });
  await stage.app.settled();
  stage.repository.label(number, ['risk: high'], 'tria');
  await stage.app.settled();
  expect(stage.seen(number)).toMatchObject({ conclusion: 'failure', labels: ['impact: stated', 'risk: high'] });
});

it('a label that was deleted meanwhile is no trouble', async () => {
  const { number } = stage.repository.openPullRequest({ body: GOOD, files: ['api/a.ts'] });
  await stage.app.settled();
  stage.github.webhooks.hold();
  stage.repository.unlabel(number, 'risk: medium', 'alice');
  stage.github.webhooks.takeHeld();
  stage.github.webhooks.release();
  stage.repository.push(number, ['db/1.sql']);
  await stage.app.settled();
  expect(stage.seen(number).labels).toContain('risk: high');
  expect(await stage.app.parts.queue.counts()).toMatchObject({ waiting: 0, dead: 0 });
});
