import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { API, buildGitHub, repository, repositoryAnswer } from './support/build-github.ts';
import { useNock } from './support/use-nock.ts';

useNock();

const PATH = '/repos/acme/shop/contents/.github%2Fimpact.yml';
const file = (text: string) => ({
  type: 'file',
  path: '.github/impact.yml',
  size: text.length,
  encoding: 'base64',
  content: Buffer.from(text).toString('base64'),
});
const large = { type: 'file', path: 'x', size: 3_000_000, encoding: 'none', content: '' };

describe('one file at a ref', () => {
  it.each([
    ['text', 200, file('locale: ja # 日本語'), 'locale: ja # 日本語'],
    ['too large to be sent', 200, large, '\0'.repeat(2 * 1024 * 1024)],
    ['a folder', 200, [{ type: 'file' }], undefined],
    ['a submodule', 200, { type: 'submodule', path: 'x', size: 0 }, undefined],
    ['absent', 404, { message: 'Not Found' }, undefined],
  ])('%s', async (_name, status, body, text) => {
    nock(API).get(PATH).query({ ref: 'abc' }).reply(status, body);
    const found = await buildGitHub().fileAt(repository, '.github/impact.yml', 'abc');
    expect(found?.text).toBe(text);
  });
});

describe('a file of another repository', () => {
  const at = { owner: 'acme', name: 'shop' };
  const ask = () => buildGitHub().remoteFile(at, '.github/impact.yml', null);

  it('is found, with how visible it is', async () => {
    nock(API)
      .get('/repos/acme/shop')
      .reply(200, repositoryAnswer({ private: true }));
    nock(API).get(PATH).reply(200, file('mode: off'));
    expect(await ask()).toEqual({ found: true, text: 'mode: off', private: true });
  });

  it('names the missing repository', async () => {
    nock(API).get('/repos/acme/shop').reply(404, { message: 'Not Found' });
    expect(await ask()).toEqual({ found: false, because: 'no-repository' });
  });

  it.each([
    [404, { message: 'Not Found' }, 'no-file'],
    [200, large, 'too-large'],
  ])('names the missing file (%i)', async (status, body, because) => {
    nock(API).get('/repos/acme/shop').reply(200, repositoryAnswer());
    nock(API).get(PATH).reply(status, body);
    expect(await ask()).toEqual({ found: false, because });
  });
});

describe('a repository', () => {
  it('is asked for with the ETag of the last answer', async () => {
    const github = buildGitHub();
    nock(API).get('/repos/acme/shop').reply(200, repositoryAnswer(), { etag: '"v1"' });
    const first = await github.repository(repository);
    nock(API, { reqheaders: { 'if-none-match': '"v1"' } })
      .get('/repos/acme/shop')
      .reply(304);
    expect(await github.repository(repository)).toEqual(first);
    nock(API, { reqheaders: { 'if-none-match': '"v1"' } })
      .get('/repos/acme/shop')
      .reply(200, repositoryAnswer({ default_branch: 'trunk' }), { etag: '"v2"' });
    expect(await github.repository(repository)).toMatchObject({ defaultBranch: 'trunk' });
  });

  it('keeps its further pages through a 304', async () => {
    const github = buildGitHub();
    const next = { link: `<${API}/repositories/7/labels?per_page=100&page=2>; rel="next"`, etag: '"p1"' };
    nock(API)
      .get('/repos/acme/shop/labels')
      .query({ per_page: 100 })
      .reply(200, [{ name: 'a' }], next);
    nock(API)
      .get('/repos/acme/shop/labels')
      .query({ per_page: 100, page: 2 })
      .times(2)
      .reply(200, [{ name: 'b' }]);
    expect(await github.labelNames(repository)).toEqual(['a', 'b']);
    nock(API).get('/repos/acme/shop/labels').query({ per_page: 100 }).reply(304);
    expect(await github.labelNames(repository)).toEqual(['a', 'b']);
  });

  it('is followed when it was renamed', async () => {
    nock(API)
      .get('/repos/acme/shop')
      .reply(301, { message: 'Moved' }, { location: `${API}/repositories/7` });
    nock(API)
      .get('/repositories/7')
      .reply(200, repositoryAnswer({ name: 'store' }));
    expect(await buildGitHub().repository(repository)).toMatchObject({ name: 'store' });
  });

  it('takes writes as they were after a rename', async () => {
    const location = `${API}/repositories/7/issues/12/labels`;
    nock(API).post('/repos/acme/shop/issues/12/labels').reply(301, {}, { location });
    nock(API)
      .post('/repositories/7/issues/12/labels', { labels: ['a'] })
      .reply(200, []);
    await buildGitHub().addLabels(repository, 12, ['a']);
  });

  it('does not carry the token elsewhere', async () => {
    nock(API).get('/repos/acme/shop').reply(301, {}, { location: 'https://elsewhere.test/repositories/7' });
    await expect(buildGitHub().repository(repository)).rejects.toMatchObject({ fault: 'unavailable' });
  });
});
