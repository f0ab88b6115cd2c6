import { describe, expect, it } from 'vitest';
import { createRequestJudge } from './create-request-judge.ts';

const repository = '/repos/acme/shop';
const run = { name: 'Technical impact', head_sha: 'abc', status: 'completed', conclusion: 'success' };
const output = { title: 't', summary: 's' };
const action = { label: 'Re-check', description: 'Judges again', identifier: 'recheck' };
const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' };

describe('requests that GitHub takes', () => {
  it.each([
    ['GET', '/app', undefined],
    ['POST', '/app/installations/1/access_tokens', undefined],
    ['GET', `${repository}/pulls/1/files?per_page=100&page=2`, undefined],
    ['GET', `${repository}/contents/.github/impact.yml?ref=main`, undefined],
    ['GET', `${repository}/contents/.github%2Fimpact.yml?ref=main`, undefined],
    ['GET', `${repository}/compare/main...feature%2Fx`, undefined],
    ['GET', `${repository}/commits/feature%2Fx/check-runs?check_name=x&app_id=7&filter=latest`, undefined],
    ['POST', `${repository}/check-runs`, { ...run, output, actions: [action, action, action] }],
    ['POST', `${repository}/check-runs`, { name: 'x', head_sha: 'abc', status: 'in_progress' }],
    ['POST', `${repository}/check-runs`, { ...run, output: { ...output, title: '🛑'.repeat(255) } }],
    ['PATCH', `${repository}/check-runs/5`, { conclusion: 'neutral', output }],
    ['POST', `${repository}/issues/1/labels`, { labels: ['risk: high'] }],
    ['DELETE', `${repository}/issues/1/labels/risk%3A%20high`, undefined],
    ['PATCH', `${repository}/pulls/1`, { body: 'x' }],
    ['POST', `${repository}/issues/comments/5/reactions`, { content: 'eyes' }],
    ['POST', '/app/hook/deliveries/12/attempts', undefined],
  ])('%s %s', (method, path, body) => {
    expect(createRequestJudge().judge({ method, path, body })).toEqual([]);
  });
});

describe('requests that GitHub refuses or does not understand', () => {
  it.each([
    ['GET', `${repository}/pullz/1`, undefined, 'no operation has this path'],
    ['PATCH', `${repository}/pulls`, undefined, 'this path only takes GET, POST'],
    ['GET', `${repository}/pulls/x`, undefined, 'path pull_number must be integer'],
    ['GET', `${repository}/pulls?state=merged`, undefined, 'query state must be equal'],
    ['GET', `${repository}/pulls?per_pag=10`, undefined, "query 'per_pag' is unknown to pulls/list"],
    ['GET', `${repository}/pulls?per_page=200`, undefined, 'query per_page is 200, 100 at most'],
    ['GET', `${repository}/pulls/1`, { a: 1 }, 'pulls/get takes no body'],
    ['POST', `${repository}/check-runs`, undefined, 'a body is required'],
    ['POST', `${repository}/check-runs`, { name: 'x' }, "required property 'head_sha'"],
    ['POST', `${repository}/check-runs`, { ...run, status: 'done' }, 'body/status must be equal'],
    ['POST', `${repository}/check-runs`, { ...run, conclusion: undefined }, 'completed needs a conclusion'],
    ['POST', `${repository}/check-runs`, { ...run, sha: 'x' }, 'body/sha is unknown to checks/create'],
    ['POST', `${repository}/check-runs`, { ...run, output: { ...output, title: 'x'.repeat(256) } }, 'title has 256'],
    ['POST', `${repository}/check-runs`, { ...run, output: { ...output, text: 'x'.repeat(65_536) } }, 'text has 65536'],
    ['POST', `${repository}/check-runs`, { ...run, actions: Array(4).fill(action) }, '4 actions, 3 at most'],
    ['POST', `${repository}/check-runs`, { ...run, actions: [{ ...action, label: 'x'.repeat(21) }] }, 'label has 21'],
    [
      'PATCH',
      `${repository}/check-runs/5`,
      { output: { ...output, annotations: Array(51).fill(annotation) } },
      '51 annotations, 50 at most',
    ],
    [
      'PATCH',
      `${repository}/check-runs/5`,
      { output: { ...output, annotations: [{ ...annotation, start_line: 0 }] } },
      'annotation 0: lines 0 to 1',
    ],
    ['POST', `${repository}/labels`, { name: 'x'.repeat(51) }, 'name has 51 characters, 50 at most'],
    ['POST', `${repository}/labels`, { name: 'x', color: '#ff0000' }, "color '#ff0000' is not six hex digits"],
    ['POST', `${repository}/labels`, { name: 'x', description: 'd'.repeat(101) }, 'description has 101'],
    ['POST', `${repository}/issues/1/labels`, { labelz: ['x'] }, 'body/labelz is unknown to issues/add-labels'],
    ['POST', `${repository}/issues/1/labels`, { labels: Array(101).fill('x') }, '101 labels, 100 at most'],
    ['POST', `${repository}/issues/1/comments`, { body: 'x'.repeat(65_537) }, 'body has 65537'],
  ])('%s %s: %#', (method, path, body, words) => {
    const judge = createRequestJudge();
    // Through JSON, as a request would go: `undefined` fields vanish.
    const sent = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
    expect(judge.judge({ method, path, body: sent }).join('\n')).toContain(words);
    expect(() => judge.assertClean()).toThrow(words);
  });
});

it('remembers what other judges report, and forgets on demand', () => {
  const judge = createRequestJudge();
  judge.report({ method: 'POST', path: '/graphql' }, ['Cannot query field "x" on type "Repository".']);
  expect(() => judge.assertClean()).toThrow('Cannot query field');
  judge.clear();
  judge.assertClean();
});
