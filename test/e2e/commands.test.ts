import { describe, expect, it } from 'vitest';
import { useApp } from '../support/use-app.ts';

const CONFIG = `mode: enforce
locale: en
risk: { rules: [{ id: schema, level: high, paths: ["db/**"] }] }
`;

describe('commands', () => {
  const stage = useApp(CONFIG);

  async function commentOn(number: number, body: string, by = 'alice') {
    const comment = stage.repository.comment(number, body, by);
    await stage.app.settled();
    const reactions = comment.reactions.map(({ content }) => content);
    const replies = stage.repository.comments(number).filter(({ user }) => user.login === 'hiyari[bot]');
    return { reactions, replies: replies.map((reply) => reply.body) };
  }

  it('none with a reason stands in for the body', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    const { reactions, replies } = await commentOn(number, '/impact none only comments change');
    expect({ reactions, replies }).toEqual({ reactions: ['+1'], replies: [] });
    expect(stage.seen(number)).toMatchObject({ conclusion: 'success', labels: ['risk: low', 'impact: none'] });
  });

  it('none without a reason is told what to write', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    const { reactions, replies } = await commentOn(number, '/impact none');
    expect(reactions).toEqual(['confused']);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toContain('/impact none');
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it('none of somebody who is neither the author nor may write is refused', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    stage.repository.setPermission('mallory', 'read');
    const { reactions, replies } = await commentOn(number, '/impact none because', 'mallory');
    expect(reactions).toEqual(['confused']);
    expect(replies).toHaveLength(1);
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it('override is for maintainers, and ends when the risk rises', async () => {
    stage.repository.setPermission('mika', 'maintain');
    stage.repository.setPermission('bob', 'write');
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    expect((await commentOn(number, '/impact override it burns', 'bob')).reactions).toEqual(['confused']);
    expect(stage.seen(number).conclusion).toBe('failure');
    expect((await commentOn(number, '/impact override it burns', 'mika')).reactions).toEqual(['+1']);
    expect(stage.seen(number)).toMatchObject({ conclusion: 'success', labels: ['risk: low', 'impact: overridden'] });
    stage.repository.push(number, ['db/1.sql']);
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('failure');
  });

  it.each([
    ['/impact help', '+1'],
    ['/impact nonne', 'confused'],
    ['/impact monitored all fine', 'confused'],
    ['/impact override', 'confused'],
  ])('%s is answered', async (line, reaction) => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    const { reactions, replies } = await commentOn(number, `Hello.\n\n${line}\n`);
    expect(reactions).toEqual([reaction]);
    expect(replies).toHaveLength(1);
  });

  it('a hostile comment pings nobody and links nothing', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    const { replies } = await commentOn(number, '/impact @acme/everybody<img src=x onerror=1>[x](http://evil)');
    expect(replies[0]).not.toMatch(/(?<!`[^`\n]*)@acme\/everybody/);
    expect(replies[0]).not.toMatch(/(?<!`[^`\n]*)<img/);
  });

  it('a comment that is edited is answered again, in the same reply', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    const comment = stage.repository.comment(number, '/impact nonne x', 'alice');
    await stage.app.settled();
    stage.repository.editComment(comment.id, '/impact none a typing error', 'alice');
    await stage.app.settled();
    expect(stage.seen(number).conclusion).toBe('success');
  });

  it('a redelivered comment is carried out once', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await commentOn(number, '/impact help');
    const delivery = stage.github.webhooks.sent.find(({ event }) => event === 'issue_comment');
    const cost = await stage.costOf(async () => {
      if (delivery !== undefined) await stage.github.webhooks.send({ ...delivery, guid: 'another-guid' });
    });
    expect(cost).toEqual([]);
  });

  it('recheck looks at GitHub again', async () => {
    const { number } = stage.repository.openPullRequest({ body: '', files: ['a.ts'] });
    await stage.app.settled();
    const cost = await stage.costOf(() => stage.repository.comment(number, '/impact recheck', 'alice'));
    expect(cost).toEqual(expect.arrayContaining(['pulls/get', 'pulls/list-files', 'checks/update']));
  });
});

describe('buttons', () => {
  const stage = useApp(CONFIG);

  it('Insert section puts the section into the body, once', async () => {
    stage.repository.setPermission('bob', 'write');
    const { number, pull } = stage.repository.openPullRequest({ body: 'Text.', files: ['a.ts'] });
    await stage.app.settled();
    const [run] = stage.repository.checkRuns(pull.head.sha);
    expect(run?.actions.map(({ identifier }) => identifier)).toEqual(['insert-section', 'recheck']);
    stage.repository.pressAction(run?.id ?? 0, 'insert-section', 'bob');
    await stage.app.settled();
    const pressed = stage.github.webhooks.sent.find(({ action }) => action === 'requested_action');
    if (pressed !== undefined) await stage.github.webhooks.send({ ...pressed, guid: 'pressed-twice' });
    await stage.app.settled();
    const { body } = stage.repository.pullRequest(number);
    expect(body?.match(/## Technical impact/g)).toHaveLength(1);
    expect(body?.startsWith('Text.')).toBe(true);
    expect(stage.seen(number)).toMatchObject({ conclusion: 'failure', labels: ['impact: missing', 'risk: low'] });
  });

  it('somebody who may not write inserts nothing', async () => {
    stage.repository.setPermission('mallory', 'read');
    const { number, pull } = stage.repository.openPullRequest({ body: 'Text.', files: ['a.ts'] });
    await stage.app.settled();
    stage.repository.pressAction(stage.repository.checkRuns(pull.head.sha)[0]?.id ?? 0, 'insert-section', 'mallory');
    await stage.app.settled();
    expect(stage.repository.pullRequest(number).body).toBe('Text.');
  });

  it("Re-check and GitHub's own Re-run publish the same run again, also for forks", async () => {
    const { number, pull } = stage.repository.openPullRequest({ body: '', files: ['a.ts'], head: { fork: true } });
    await stage.app.settled();
    const id = stage.repository.checkRuns(pull.head.sha)[0]?.id ?? 0;
    const pressed = await stage.costOf(() => stage.repository.pressAction(id, 'recheck'));
    expect(pressed).toContain('checks/update');
    const rerun = await stage.costOf(() => stage.repository.rerequest(id));
    expect(rerun).toContain('checks/update');
    expect(stage.repository.checkRuns(pull.head.sha)).toHaveLength(1);
    expect(stage.seen(number).conclusion).toBe('failure');
  });
});
