import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import { useApp } from '../support/use-app.ts';

const CONFIG = `locale: en
incidents:
  from: { issues: { labels: [incident] }, files: ["docs/postmortems/*.md"] }
  causes: [feature-toggle]
`;

const FORM = '### Kind\n\nRegression\n\n### Started at\n\n2026-08-31T10:00:00Z\n';

describe('incidents from issues', () => {
  const stage = useApp(CONFIG);

  const placeOf = (repository = stage.repository) => {
    const { state, installationId } = repository;
    return { id: state.id, installationId: installationId ?? 0 };
  };
  const incidentAt = (number: number, repository = stage.repository) =>
    stage.app.deps.store.incidents.find(issueKey(placeOf(repository), number));

  async function openIncident(body: string | null = FORM) {
    stage.repository.setPermission('alice', 'write');
    const { number } = stage.repository.openIssue({
      title: 'Checkout fails',
      body,
      labels: ['incident'],
      author: 'alice',
    });
    await stage.app.settled();
    return number;
  }

  async function commentOn(number: number, body: string, by = 'alice') {
    const comment = stage.repository.comment(number, body, by);
    await stage.app.settled();
    const replies = stage.repository
      .comments(number)
      .filter(({ user, body }) => user.login === 'hiyari[bot]' && body.startsWith('<!-- hiyari:reply'));
    return { reactions: comment.reactions.map(({ content }) => content), replies: replies.map((reply) => reply.body) };
  }

  it('an issue with the label is one, read as it is at GitHub', async () => {
    const number = await openIncident();
    expect(await incidentAt(number)).toMatchObject({
      repositoryId: placeOf().id,
      title: 'Checkout fails',
      kind: 'regression',
      state: 'open',
      startedAt: '2026-08-31T10:00:00Z',
      detectedBy: 'alice',
    });
  });

  it('follows edits, closing, reopening and labels; taken off, it is none any more', async () => {
    const number = await openIncident();
    stage.repository.editBody(number, '### Kind\n\nNear miss\n');
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({ kind: 'near-miss' });
    stage.repository.close(number);
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({
      state: 'resolved',
      resolvedAt: expect.stringMatching(/^2026-09/),
    });
    stage.repository.reopen(number);
    stage.repository.label(number, ['sev-1']);
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({ state: 'open', resolvedAt: null, severity: 'critical' });
    stage.repository.unlabel(number, 'incident');
    await stage.app.settled();
    expect((await incidentAt(number))?.state).toBe('withdrawn');
    stage.repository.label(number, ['Incident']);
    await stage.app.settled();
    expect((await incidentAt(number))?.state).toBe('open');
  });

  it('other issues cost no call', async () => {
    const cost = await stage.costOf(() => {
      const { number } = stage.repository.openIssue({ title: 'Idea', body: 'x' });
      stage.repository.editBody(number, 'y');
      stage.repository.close(number);
    });
    expect(cost).toEqual([]);
  });

  it('events in any order, twice, come to the same', async () => {
    const number = await openIncident();
    const sent = [...stage.github.webhooks.sent];
    stage.repository.editBody(number, '### Kind\n\nInquiry\n');
    await stage.app.settled();
    const before = await incidentAt(number);
    for (const { id } of sent.toReversed()) await stage.github.webhooks.redeliver(id);
    await stage.app.settled();
    expect(await incidentAt(number)).toEqual(before);
  });

  it('commands say what it was; no later edit undoes them', async () => {
    const number = await openIncident();
    expect(await commentOn(number, '/impact kind inquiry\n/impact cause migration, feature-toggle')).toEqual({
      reactions: ['+1'],
      replies: [],
    });
    await commentOn(number, '/impact no-change users misread the page');
    stage.repository.editBody(number, `${FORM}\nmore`);
    await stage.app.settled();
    expect(await incidentAt(number)).toMatchObject({
      kind: 'inquiry',
      causes: ['data-or-migration', 'feature-toggle'],
      noChange: true,
    });
  });

  it.each([
    ['/impact kind banana', 'Allowed are: `regression`, `incident`, `inquiry` and `near-miss`'],
    ['/impact kind', 'Allowed are: `regression`'],
    ['/impact cause code, banana', '`feature-toggle`'],
  ])('%s is answered with what is allowed', async (line, words) => {
    const number = await openIncident();
    const { reactions, replies } = await commentOn(number, line);
    expect(reactions).toEqual(['confused']);
    expect(replies).toEqual([expect.stringContaining(words)]);
    expect((await incidentAt(number))?.judgements).toEqual([]);
  });

  it('needs write access, and an incident', async () => {
    stage.repository.setPermission('mallory', 'read');
    const number = await openIncident();
    const refused = await commentOn(number, '/impact kind inquiry', 'mallory');
    expect(refused.replies).toEqual([expect.stringContaining('write access')]);
    const { number: other } = stage.repository.openIssue({ title: 'Idea', body: 'x' });
    const { replies } = await commentOn(other, '/impact kind inquiry');
    expect(replies).toEqual([expect.stringContaining('works on incidents only')]);
  });

  it('a central repository holds the incidents of others', async () => {
    const central = stage.github.repository('acme/incidents');
    const list = '{ issues: { repositories: [acme/incidents] } }';
    stage.repository.writeFile('.github/impact.yml', `incidents: { from: ${list} }`);
    const docs = stage.github.repository('acme/docs');
    docs.writeFile('.github/impact.yml', `incidents: { from: ${list} }`);
    await stage.app.settled();
    const spec = { title: 'Down', labels: ['incident'] };
    const unnamed = central.openIssue({ ...spec, body: 'Nobody knows where.' });
    const named = central.openIssue({ ...spec, body: '### Repository\n\nacme/docs' });
    const referred = central.openIssue({ ...spec, body: 'Caused by acme/shop#12.' });
    const own = stage.repository.openIssue({ ...spec, body: 'Not looked for here any more.' });
    await stage.app.settled();
    const { id: shop } = placeOf();
    expect((await incidentAt(unnamed.number, central))?.repositoryId).toBeNull();
    expect((await incidentAt(named.number, central))?.repositoryId).toBe(docs.state.id);
    expect((await incidentAt(referred.number, central))?.repositoryId).toBe(shop);
    expect(await incidentAt(own.number)).toBeNull();
  });

  it('postmortems are read when a push touches them, and leave with their file', async () => {
    const path = 'docs/postmortems/2026-08-30-search.md';
    const key = { ...issueKey(placeOf(), 1), source: 'postmortem', externalId: `${placeOf().id}:${path}` } as const;
    stage.repository.writeFile(
      path,
      '---\nkind: regression\n---\n# Search was slow\n\nStarted: 2026-08-30T10:00:00Z\n',
    );
    await stage.app.settled();
    const find = () => stage.app.deps.store.incidents.find(key);
    expect(await find()).toMatchObject({ title: 'Search was slow', kind: 'regression', state: 'resolved' });
    stage.repository.writeFile(path, '# Search was very slow');
    await stage.app.settled();
    expect(await find()).toMatchObject({ title: 'Search was very slow', kind: 'incident' });
    stage.repository.writeFile('docs/other.md', '# No postmortem');
    stage.repository.deleteFile(path);
    await stage.app.settled();
    expect((await find())?.state).toBe('withdrawn');
  });
});
