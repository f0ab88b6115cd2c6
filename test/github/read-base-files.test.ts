import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { API, buildGitHub, repository } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

const SHA = 'c'.repeat(40);
const nothing = Object.fromEntries(
  [
    ...['root', 'github', 'docs', 'config', 'githubLower', 'githubUpper', 'rootLower', 'rootUpper'],
    ...['docsLower', 'docsUpper', 'githubFolder', 'rootFolder', 'docsFolder'],
  ].map((alias) => [alias, null]),
);
const blob = (text: string | null, over: object = {}) => ({
  byteSize: text?.length ?? 0,
  isTruncated: false,
  text,
  ...over,
});

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

function answer(fields: object | null, asked: Asked[] = []): Asked[] {
  nock(API)
    .post('/graphql', (body: Asked) => asked.push(body) > 0)
    .reply(200, { data: { repository: fields } });
  return asked;
}

describe('the files that steer a repository', () => {
  it('come in one query, at the branch by its full name', async () => {
    const asked = answer({
      ...nothing,
      commit: { oid: SHA },
      config: blob('mode: enforce'),
      githubLower: blob('## Technical impact'),
      githubFolder: {
        entries: [
          { name: 'bug.md', type: 'blob', object: blob('bug') },
          { name: 'logo.png', type: 'blob', object: blob(null) },
          { name: 'deeper', type: 'tree', object: {} },
        ],
      },
      github: { entries: [{ name: 'pull_request_template.md', type: 'blob' }] },
    });
    expect(await buildGitHub().baseFiles(repository, 'main')).toEqual({
      sha: SHA,
      config: { path: '.github/impact.yml', text: 'mode: enforce' },
      templates: [
        { path: '.github/PULL_REQUEST_TEMPLATE/bug.md', text: 'bug' },
        { path: '.github/pull_request_template.md', text: '## Technical impact' },
      ],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.variables).toMatchObject({ configAt: 'refs/heads/main:.github/impact.yml' });
    expect(asked[0]?.query).not.toContain('main');
  });

  it.each([
    [SHA, `${SHA}:.github`],
    ['refs/heads/x', 'refs/heads/x:.github'],
    ['release/1.0', 'refs/heads/release/1.0:.github'],
  ])('are asked for at %s', async (ref, expression) => {
    const asked = answer({ ...nothing, commit: { oid: SHA } });
    await buildGitHub().baseFiles(repository, ref);
    expect(asked[0]?.variables.githubAt).toBe(expression);
  });

  it('take a second query for odd spellings', async () => {
    const asked = answer({
      ...nothing,
      commit: { oid: SHA },
      root: {
        entries: [
          { name: 'Pull_Request_Template.MD', type: 'blob' },
          { name: 'Pull_Request_Template', type: 'tree' },
          { name: 'src', type: 'tree' },
        ],
      },
    });
    answer({ f0: blob('odd'), f1: { entries: [{ name: 'a.md', type: 'blob', object: blob('in folder') }] } }, asked);
    const files = await buildGitHub().baseFiles(repository, 'main');
    expect(files?.templates).toEqual([
      { path: 'Pull_Request_Template.MD', text: 'odd' },
      { path: 'Pull_Request_Template/a.md', text: 'in folder' },
    ]);
    expect(asked[1]?.variables).toMatchObject({
      e0: `${SHA}:Pull_Request_Template.MD`,
      e1: `${SHA}:Pull_Request_Template`,
    });
  });

  it.each([
    ['binary', blob(null, { byteSize: 9 }), 9],
    ['cut off', blob('mode: off', { byteSize: 900_000, isTruncated: true }), 900_000],
  ])('never take a %s config for an absent one', async (_name, config, size) => {
    answer({ ...nothing, commit: { oid: SHA }, config });
    const files = await buildGitHub().baseFiles(repository, 'main');
    expect(files?.config?.text).toBe('\0'.repeat(size));
  });

  it.each([
    ['branch', { ...nothing, commit: null }],
    ['repository', null],
  ])('are null without the %s', async (_name, fields) => {
    answer(fields);
    expect(await buildGitHub().baseFiles(repository, 'gone')).toBeNull();
  });

  it('are null when GraphQL says NOT_FOUND', async () => {
    const errors = [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository' }];
    nock(API)
      .post('/graphql')
      .reply(200, { data: { repository: null }, errors });
    expect(await buildGitHub().baseFiles(repository, 'main')).toBeNull();
  });

  it.each([
    [[{ type: 'RATE_LIMITED', message: 'used up' }], 'rate-limited'],
    [[{ type: 'FORBIDDEN', message: 'no' }], 'forbidden'],
    [[{ message: 'Something went wrong' }], 'unavailable'],
    [[{ type: 'SOME_TYPE', message: 'a bad query' }], 'invalid'],
  ])('throw what GraphQL reports: %o', async (errors, fault) => {
    nock(API).post('/graphql').reply(200, { data: null, errors });
    await expect(buildGitHub().baseFiles(repository, 'main')).rejects.toMatchObject({ fault });
  });
});
