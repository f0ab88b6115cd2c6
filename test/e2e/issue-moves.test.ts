import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { useApp } from '../support/use-app.ts';

const OWN = 'locale: en\nincidents: { from: { issues: { labels: [incident] } } }\n';
const WITH_CENTRAL =
  'locale: en\nincidents: { from: { issues: { repositories: [., acme/incidents], labels: [incident] } } }\n';

describe('an incident whose issue moves', () => {
  const stage = useApp(WITH_CENTRAL);

  const keyOf = (number: number, { state, installationId }: SceneRepository = stage.repository) =>
    issueKey({ id: state.id, installationId: installationId ?? 0 }, number);
  const incidentAt = (number: number, repository?: SceneRepository) =>
    stage.app.deps.store.incidents.find(keyOf(number, repository));
  const knownAt = (number: number, repository?: SceneRepository) =>
    stage.app.deps.store.attributions.find(keyOf(number, repository));
  const oursOn = (number: number, repository = stage.repository) =>
    repository
      .comments(number)
      .filter(({ user, body }) => user.login === 'hiyari[bot]' && /^<!-- hiyari:(?:causes|caused) /.test(body))
      .map(({ body }) => body);

  /** An incident in the shop that a person judged and linked to a change of the shop. */
  async function judged() {
    const { repository, app } = stage;
    repository.setPermission('alice', 'write');
    const { number: cause } = repository.openPullRequest({ title: 'Round totals', files: ['app/total.ts'] });
    await app.settled();
    repository.merge(cause);
    await app.settled();
    const body = 'Error at app/total.ts:3';
    const { number } = repository.openIssue({ title: 'Wrong totals', body, labels: ['incident'], author: 'alice' });
    await app.settled();
    repository.comment(number, `/impact kind regression\n/impact link #${cause}`, 'alice');
    await app.settled();
    expect(oursOn(cause)).toHaveLength(1);
    return { number, cause };
  }

  it.each(['as told', 'the other way round'] as const)(
    'keeps its kind, its links and its comments in the central repository, told %s',
    async (order) => {
      const { number, cause } = await judged();
      const central = stage.github.repository('acme/incidents');
      central.setPermission('alice', 'write');
      await stage.app.settled();
      stage.github.webhooks.hold();
      const moved = stage.repository.transferIssue(number, central);
      const told = stage.github.webhooks.takeHeld();
      for (const delivery of order === 'as told' ? told : told.toReversed()) {
        await stage.github.webhooks.send(delivery);
        await stage.app.settled();
      }
      expect(await incidentAt(number)).toMatchObject({ state: 'withdrawn' });
      expect(await incidentAt(moved.number, central)).toMatchObject({
        repositoryId: stage.repository.state.id,
        state: 'open',
        kind: 'regression',
      });
      expect((await knownAt(moved.number, central))?.decisions).toMatchObject([
        { unit: `#${cause}`, verdict: 'confirmed', by: 'alice' },
      ]);
      const [comment, ...others] = oursOn(moved.number, central);
      expect(others).toEqual([]);
      expect(comment).toContain(`acme/shop#${cause} “Round totals”: **confirmed by alice**`);
      expect(oursOn(cause)).toEqual([
        expect.stringContaining(`acme/incidents#${moved.number} “Wrong totals” was traced`),
      ]);
    },
  );

  it('concerns whoever it moves to: what was said of it goes along, links to changes of others do not', async () => {
    const { number, cause } = await judged();
    const web = stage.github.repository('acme/web');
    web.writeFile('.github/impact.yml', OWN);
    await stage.app.settled();
    const moved = stage.repository.transferIssue(number, web);
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({ state: 'withdrawn' });
    expect(await incidentAt(moved.number, web)).toMatchObject({ repositoryId: web.state.id, kind: 'regression' });
    expect((await knownAt(moved.number, web))?.decisions).toEqual([]);
    expect(oursOn(moved.number, web)).toHaveLength(1);
    expect(oursOn(cause)).toEqual([expect.stringContaining('has been taken back')]);
  });

  it('is none where nobody listens', async () => {
    const { number, cause } = await judged();
    const notes = stage.github.repository('acme/notes');
    notes.writeFile('.github/impact.yml', 'incidents: { from: { issues: { labels: [outage] } } }\n');
    await stage.app.settled();
    const moved = stage.repository.transferIssue(number, notes);
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({ state: 'withdrawn' });
    expect((await incidentAt(moved.number, notes))?.state ?? 'withdrawn').toBe('withdrawn');
    expect(oursOn(cause)).toEqual([expect.stringContaining('has been taken back')]);
  });

  it('is withdrawn when it is deleted, and its link is taken back; late events do not bring it back', async () => {
    const { number, cause } = await judged();
    stage.github.webhooks.hold();
    stage.repository.editBody(number, 'Error at app/total.ts:4');
    stage.repository.deleteIssue(number);
    for (const delivery of stage.github.webhooks.takeHeld().toReversed()) {
      await stage.github.webhooks.send(delivery);
      await stage.app.settled();
    }
    expect(await incidentAt(number)).toMatchObject({ state: 'withdrawn' });
    expect((await knownAt(number))?.attribution.candidates).toEqual([]);
    expect(oursOn(cause)).toEqual([expect.stringContaining('has been taken back')]);
  });
});
