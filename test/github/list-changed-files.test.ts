import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { API, buildGitHub, linkTo, pullRequest, repository } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

function files(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    filename: `src/f${from + index}.ts`,
    status: 'modified',
    additions: 1,
    deletions: 0,
    contents_url: `${API}/repos/acme/shop/contents/f?ref=${'a'.repeat(40)}`,
  }));
}

function servePages(total: number): void {
  for (let page = 1; page <= Math.ceil(total / 100); page += 1) {
    const left = total - (page - 1) * 100;
    nock(API)
      .get('/repos/acme/shop/pulls/12/files')
      .query({ per_page: '100', page: `${page}` })
      .reply(200, files((page - 1) * 100, Math.min(100, left)), left > 100 ? linkTo(page + 1) : {});
  }
}

describe('the files of a pull request', () => {
  it('are read page by page, in order', async () => {
    servePages(130);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 130 }));
    expect(changed.incomplete).toBeUndefined();
    expect(changed.files.map(({ path }) => path)).toEqual(files(0, 130).map(({ filename }) => filename));
  });

  it('keep both names of a rename', async () => {
    const renamed = { filename: 'b', previous_filename: 'a', status: 'renamed', additions: 0, deletions: 0 };
    nock(API).get('/repos/acme/shop/pulls/12/files').query(true).reply(200, [renamed]);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 1 }));
    expect(changed.files).toEqual([{ path: 'b', previousPath: 'a', status: 'renamed', additions: 0, deletions: 0 }]);
  });

  it.each([
    ['the commit that was meant', ['a', 'a'], 'a'],
    ['the one that was not meant, where pages differ', ['a', 'c'], 'c'],
  ])('tell of which commit they are: %s', async (_name, refs, expected) => {
    const listed = refs.map((ref, at) => ({ ...files(at, 1)[0], contents_url: `${API}/x?ref=${ref.repeat(40)}` }));
    nock(API).get('/repos/acme/shop/pulls/12/files').query(true).reply(200, listed);
    const head = { ...pullRequest().head, sha: 'a'.repeat(40) };
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 2, head }));
    expect(changed.headSha).toBe(expected.repeat(40));
  });

  it('tell nothing of it when all were removed, for what is gone links to an older commit', async () => {
    const removed = files(0, 1).map((file) => ({ ...file, status: 'removed' }));
    nock(API).get('/repos/acme/shop/pulls/12/files').query(true).reply(200, removed);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 1 }));
    expect(changed.headSha).toBeUndefined();
  });

  it('go on when the count is older than the list', async () => {
    servePages(230);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 90 }));
    expect(changed).toMatchObject({ expected: 90 });
    expect(changed.files).toHaveLength(230);
    expect(changed.incomplete).toBeUndefined();
  });

  it('say so when fewer came than GitHub counts', async () => {
    servePages(99);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 100 }));
    expect(changed.incomplete).toBe('truncated');
  });

  it('end at 3,000', async () => {
    servePages(3_000);
    const changed = await buildGitHub().changedFiles(repository, pullRequest({ changedFiles: 3_001 }));
    expect(changed.files).toHaveLength(3_000);
    expect(changed.incomplete).toBe('truncated');
  });

  it('are unknown on a 404', async () => {
    nock(API).get('/repos/acme/shop/pulls/12/files').query(true).reply(404, { message: 'Not Found' });
    const changed = await buildGitHub().changedFiles(repository, pullRequest());
    expect(changed).toEqual({ files: [], expected: 3, incomplete: 'not-found' });
  });
});
