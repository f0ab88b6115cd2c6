import { describe, expect, it } from 'vitest';
import { PROJECT, postmortemScene, STATED } from '../../support/postmortem-scene.ts';
import { useTimedApp } from '../../support/use-timed-app.ts';

const RISKY = { title: 'Risky', body: STATED, files: ['app/cache/x.ts'] };

describe('the line, where it is enforced', () => {
  const stage = useTimedApp(PROJECT('enforce'));
  const { nearMisses, postmortem, postmortems, check, say } = postmortemScene(stage);

  it('stops with the postmortem and is released with it', async () => {
    const risky = stage.repository.openPullRequest(RISKY).number;
    const elsewhere = stage.repository.openPullRequest({ body: STATED, files: ['docs/x.md'] }).number;
    await stage.app.settled();
    expect(check(risky)?.conclusion).toBe('success');
    await nearMisses(4);
    const { number } = postmortem();
    expect(check(risky)).toMatchObject({
      conclusion: 'failure',
      output: {
        title: 'The line is stopped for a postmortem · risk: high',
        summary: expect.stringContaining(`The project **Large refactor** has an open postmortem (#${number}).`),
      },
    });
    expect(check(risky)?.output.summary).toContain('a maintainer can comment `/impact override <reason>`');
    expect(check(elsewhere)?.conclusion).toBe('success');
    const later = stage.repository.openPullRequest({ ...RISKY, files: ['app/other.ts'] }).number;
    await stage.app.settled();
    expect(check(later)?.conclusion).toBe('failure');

    stage.repository.close(number);
    await stage.app.settled();
    expect([risky, later, elsewhere].map((one) => check(one)?.conclusion)).toEqual(['success', 'success', 'success']);
    stage.repository.reopen(number);
    await stage.app.settled();
    expect(check(risky)?.conclusion).toBe('failure');
    expect(postmortems()).toHaveLength(1);
  });

  it('is lifted for one pull request by an override that was given since', async () => {
    const [first, second] = [1, 2].map(
      (at) => stage.repository.openPullRequest({ ...RISKY, files: [`app/${at}.ts`] }).number,
    ) as [number, number];
    stage.repository.setPermission('boss', 'maintain');
    await say(first, '/impact override the customer waits', 'boss');
    await say(first, '/impact postmortem refactor');
    expect(check(first)?.conclusion).toBe('failure');
    stage.repository.setPermission('writer', 'write');
    await say(first, '/impact override please', 'writer');
    expect(check(first)?.conclusion).toBe('failure');
    await say(first, '/impact override the customer still waits', 'boss');
    expect(check(first)?.conclusion).toBe('success');
    expect(check(second)?.conclusion).toBe('failure');
  });

  it('stops merge groups too', async () => {
    const risky = stage.repository.openPullRequest(RISKY).number;
    await say(risky, '/impact postmortem refactor');
    const group = stage.repository.enqueue([risky]);
    await stage.app.settled();
    const [run] = stage.repository.checkRuns(group.headSha);
    expect(run?.conclusion).toBe('failure');
    expect(run?.output.summary).toContain('**Large refactor** has an open postmortem');
    stage.repository.close(postmortem().number);
    await stage.app.settled();
    stage.repository.dequeue(group);
    const next = stage.repository.enqueue([risky]);
    await stage.app.settled();
    expect(stage.repository.checkRuns(next.headSha)[0]?.conclusion).toBe('success');
  });
});

describe('the line, where it is advised, in Japanese', () => {
  const stage = useTimedApp(PROJECT('advise', 'ja'));
  const { postmortem, check, say } = postmortemScene(stage);

  it('is neutral, and says why and who can lift it', async () => {
    const risky = stage.repository.openPullRequest(RISKY).number;
    await say(risky, '/impact postmortem refactor');
    const { number, title, body } = postmortem();
    expect(title).toBe('プロジェクトのポストモーテム: Large refactor（2026-09-01）');
    expect(body).toContain(`2026-09-01: #${risky} で開催が依頼されました。`);
    expect(check(risky)).toMatchObject({
      conclusion: 'neutral',
      output: { title: 'ポストモーテム実施中のため、ラインを止めています（リスク: 高）' },
    });
    expect(check(risky)?.output.summary).toContain(`ポストモーテム（#${number}）が開いています`);
    expect(check(risky)?.output.summary).toContain('`/impact override <理由>`');
  });
});
