import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { Annotation, CheckRun } from '../../src/domain/pull-request/check-run.ts';
import { API, buildGitHub, pullRequestAnswer, repository } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

const annotation: Annotation = {
  path: '.github/impact.yml',
  startLine: 3,
  endLine: 3,
  startColumn: 5,
  level: 'failure',
  title: 'Unknown key',
  message: 'Did you mean "mode"?',
};

function run(annotations: readonly Annotation[] = []): CheckRun {
  return {
    name: 'Technical impact',
    headSha: 'abc',
    externalId: '7:abc:cfg',
    output: { conclusion: 'failure', title: 'Missing', summary: 'Say it.', text: '', annotations, actions: [] },
  };
}

const saved = (id: number, annotations_count = 0) => ({ id, output: { annotations_count } });
const RUNS = '/repos/acme/shop/check-runs';

describe('a check run', () => {
  it('is created completed, with its conclusion', async () => {
    nock(API)
      .post(RUNS, {
        name: 'Technical impact',
        head_sha: 'abc',
        external_id: '7:abc:cfg',
        status: 'completed',
        conclusion: 'failure',
        output: { title: 'Missing', summary: 'Say it.', annotations: [] },
        actions: [],
      })
      .reply(201, saved(5));
    expect(await buildGitHub().publishCheckRun(repository, run(), null)).toBe(5);
  });

  it('is updated in place', async () => {
    nock(API).patch(`${RUNS}/5`).reply(200, saved(5));
    expect(await buildGitHub().publishCheckRun(repository, run(), 5)).toBe(5);
  });

  it('is created anew when the one we knew is gone', async () => {
    nock(API).patch(`${RUNS}/5`).reply(404, { message: 'Not Found' });
    nock(API).post(RUNS).reply(201, saved(6));
    expect(await buildGitHub().publishCheckRun(repository, run(), 5)).toBe(6);
  });

  it('is created anew when old annotations would stay', async () => {
    nock(API).patch(`${RUNS}/5`).reply(200, saved(5, 3));
    nock(API).post(RUNS).reply(201, saved(6));
    expect(await buildGitHub().publishCheckRun(repository, run(), 5)).toBe(6);
  });

  it('hands over fifty annotations a call', async () => {
    const sent: number[] = [];
    const count = (body: { output: { annotations: unknown[] } }) => sent.push(body.output.annotations.length) > 0;
    nock(API).post(RUNS, count).reply(201, saved(6, 50));
    nock(API).patch(`${RUNS}/6`, count).reply(200, saved(6, 100));
    nock(API).patch(`${RUNS}/6`, count).reply(200, saved(6, 120));
    await buildGitHub().publishCheckRun(repository, run(Array.from({ length: 120 }, () => annotation)), 5);
    expect(sent).toEqual([50, 50, 20]);
  });

  it('gives columns only to annotations of one line', async () => {
    const several: unknown[] = [];
    nock(API)
      .post(RUNS, (body: { output: { annotations: unknown[] } }) => several.push(...body.output.annotations) > 0)
      .reply(201, saved(6, 2));
    await buildGitHub().publishCheckRun(repository, run([annotation, { ...annotation, endLine: 4 }]), null);
    const common = { path: annotation.path, annotation_level: 'failure', title: 'Unknown key', start_line: 3 };
    const message = annotation.message;
    expect(several).toEqual([
      { ...common, message, end_line: 3, start_column: 5, end_column: 5 },
      { ...common, message, end_line: 4 },
    ]);
  });
});

describe('labels', () => {
  it('cost no call when there are none', async () => {
    await buildGitHub().addLabels(repository, 12, []);
  });

  it('may be gone already', async () => {
    nock(API)
      .delete('/repos/acme/shop/issues/12/labels/risk%3A%20high')
      .reply(404, { message: 'Label does not exist' });
    await buildGitHub().removeLabel(repository, 12, 'risk: high');
  });

  const label = { name: 'risk: high', color: 'b60205', description: 'Look twice' };

  it('may exist already', async () => {
    const errors = [{ resource: 'Label', code: 'already_exists', field: 'name' }];
    nock(API).post('/repos/acme/shop/labels', label).reply(422, { message: 'Validation Failed', errors });
    await buildGitHub().createLabel(repository, label);
  });

  it('are refused for other reasons', async () => {
    const errors = [{ resource: 'Label', code: 'invalid', field: 'color' }];
    nock(API).post('/repos/acme/shop/labels', label).reply(422, { message: 'Validation Failed', errors });
    await expect(buildGitHub().createLabel(repository, label)).rejects.toMatchObject({ fault: 'invalid' });
  });
});

describe('words', () => {
  it('are written into the body', async () => {
    nock(API)
      .patch('/repos/acme/shop/pulls/12', { body: 'new' })
      .reply(200, pullRequestAnswer({ body: 'new' }));
    expect(await buildGitHub().updateBody(repository, 12, 'new')).toMatchObject({ body: 'new' });
  });

  it('are said, corrected and reacted to', async () => {
    nock(API).post('/repos/acme/shop/issues/12/comments', { body: 'hi' }).reply(201, { id: 5 });
    nock(API).patch('/repos/acme/shop/issues/comments/5', { body: 'hello' }).reply(200, { id: 5 });
    nock(API).post('/repos/acme/shop/issues/comments/5/reactions', { content: '+1' }).reply(200, { id: 1 });
    const github = buildGitHub();
    expect(await github.createComment(repository, 12, 'hi')).toBe(5);
    await github.updateComment(repository, 5, 'hello');
    await github.react(repository, 5, '+1');
  });
});

describe('permission of a person', () => {
  it.each([
    [200, { permission: 'write', role_name: 'maintain' }, 'maintain'],
    [200, { permission: 'read', role_name: 'triage' }, 'triage'],
    [200, { permission: 'write', role_name: 'release captain' }, 'write'],
    [200, { permission: 'admin' }, 'admin'],
    [404, { message: 'Not Found' }, 'none'],
  ])('%i %o', async (status, body, permission) => {
    nock(API).get('/repos/acme/shop/collaborators/mona/permission').reply(status, body);
    expect(await buildGitHub().permission(repository, 'mona')).toBe(permission);
  });
});
