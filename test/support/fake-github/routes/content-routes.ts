import { notFound } from '../server/github-problem.ts';
import { ok, type Route, type RouteRequest } from '../server/route.ts';
import { resolveCommit } from '../state/history.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { objectAt } from '../state/trees.ts';
import { repositoryApi, repositoryWeb } from '../views/urls.ts';
import { repositoryOf } from './repository-of.ts';

/** GitHub gives contents up to 1 MB in this way; larger ones come without. */
const MOST_CONTENT = 1_048_576;

export const contentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/contents/{path+}',
    operationId: 'repos/get-content',
    handle: getContent,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
    operationId: 'git/get-blob',
    handle: (request) => {
      const repository = repositoryOf(request);
      const sha = request.params.file_sha ?? '';
      const content = repository.blobs.get(sha);
      if (content === undefined) throw notFound();
      return ok({
        sha,
        node_id: `B_${sha}`,
        size: content.length,
        url: `${repositoryApi(repository)}/git/blobs/${sha}`,
        content: base64(content),
        encoding: 'base64',
      });
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
    operationId: 'git/get-tree',
    handle: getTree,
  },
];

function getContent(request: RouteRequest) {
  const repository = repositoryOf(request);
  const ref = request.query.get('ref') ?? repository.defaultBranch;
  const commit = resolveCommit(repository, ref);
  const found = commit === null ? null : objectAt(commit, request.params.path ?? '');
  if (found === null) throw notFound();
  if (found.kind === 'blob') {
    const content = repository.blobs.get(found.sha) ?? Buffer.alloc(0);
    const small = content.length <= MOST_CONTENT;
    const entry = viewEntry(repository, ref, { path: found.path, sha: found.sha, kind: 'blob' });
    return ok({ ...entry, encoding: small ? 'base64' : 'none', content: small ? base64(content) : '' });
  }
  return ok(found.entries.map((entry) => viewEntry(repository, ref, entry)));
}

function viewEntry(
  repository: Repository,
  ref: string,
  entry: { readonly path: string; readonly sha: string; readonly kind: 'blob' | 'tree' },
): JsonObject {
  const folder = entry.kind === 'tree';
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryApi(repository)}/contents/${path}?ref=${ref}`;
  const git = `${repositoryApi(repository)}/git/${folder ? 'trees' : 'blobs'}/${entry.sha}`;
  const html = `${repositoryWeb(repository)}/${folder ? 'tree' : 'blob'}/${ref}/${path}`;
  return {
    type: folder ? 'dir' : 'file',
    size: repository.blobs.get(entry.sha)?.length ?? 0,
    name: entry.path.split('/').at(-1) ?? '',
    path: entry.path,
    sha: entry.sha,
    url,
    git_url: git,
    html_url: html,
    download_url: folder ? null : `${repositoryWeb(repository)}/raw/${ref}/${path}`,
    _links: { self: url, git, html },
  };
}

function getTree(request: RouteRequest) {
  const repository = repositoryOf(request);
  const commit = resolveCommit(repository, request.params.tree_sha ?? '');
  if (commit === null) throw notFound();
  const root = objectAt(commit, '');
  if (root?.kind !== 'tree') throw notFound();
  const blobs = [...commit.tree].map(([path, sha]) => ({ path, sha, kind: 'blob' as const }));
  const listed = request.query.has('recursive') ? blobs : root.entries;
  return ok({
    sha: root.sha,
    url: `${repositoryApi(repository)}/git/trees/${root.sha}`,
    truncated: false,
    tree: listed.map(({ path, sha, kind }) => ({
      path,
      mode: kind === 'tree' ? '040000' : '100644',
      type: kind,
      sha,
      ...(kind === 'blob' ? { size: repository.blobs.get(sha)?.length ?? 0 } : {}),
      url: `${repositoryApi(repository)}/git/${kind}s/${sha}`,
    })),
  });
}

/** GitHub breaks base64 into lines. */
function base64(content: Buffer): string {
  return content.toString('base64').replace(/.{60}/g, '$&\n');
}
