import type { Commit } from '../state/git-objects.ts';
import { resolveCommit } from '../state/history.ts';
import type { Repository } from '../state/repository.ts';
import { objectAt, type TreeObject } from '../state/trees.ts';
import type { World } from '../state/world.ts';
import { nodeId, repositoryWeb } from '../views/urls.ts';
import { commitNode } from './commit-node.ts';
import { repositoryNode } from './repository-node.ts';

/** GitHub gives no text of blobs over half a megabyte. */
const MOST_TEXT = 512 * 1024;

/** `Repository.object(expression: "REF:path")`: a commit, a tree or a blob; `null` when there is none. */
export function objectNode(world: World, repository: Repository, expression: string) {
  const colon = expression.indexOf(':');
  const commit = resolveCommit(repository, colon < 0 ? expression : expression.slice(0, colon));
  if (commit === null) return null;
  if (colon < 0) return commitNode(repository, commit);
  const found = objectAt(commit, expression.slice(colon + 1));
  return found === null ? null : treeObjectNode(world, repository, commit, found);
}

function treeObjectNode(world: World, repository: Repository, commit: Commit, found: TreeObject): object {
  if (found.kind === 'blob') return blobNode(repository, found.sha);
  return {
    ...gitObject(repository, 'Tree', found.sha),
    entries: found.entries.map((entry) => ({
      name: entry.name,
      path: entry.path,
      oid: entry.sha,
      type: entry.kind,
      mode: entry.kind === 'tree' ? 0o40000 : 0o100644,
      size: repository.blobs.get(entry.sha)?.length ?? 0,
      repository: () => repositoryNode(world, repository),
      object: () => {
        const child = objectAt(commit, entry.path);
        return child === null ? null : treeObjectNode(world, repository, commit, child);
      },
    })),
  };
}

function blobNode(repository: Repository, sha: string) {
  const content = repository.blobs.get(sha) ?? Buffer.alloc(0);
  const isBinary = content.includes(0);
  return {
    ...gitObject(repository, 'Blob', sha),
    byteSize: content.length,
    isBinary,
    isTruncated: content.length > MOST_TEXT,
    text: isBinary ? null : content.subarray(0, MOST_TEXT).toString('utf8'),
  };
}

function gitObject(repository: Repository, kind: 'Tree' | 'Blob', sha: string) {
  const path = `${repositoryWeb(repository)}/commit/${sha}`;
  return {
    __typename: kind,
    id: nodeId(kind[0] ?? '', sha),
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    commitUrl: path,
    commitResourcePath: path,
  };
}
