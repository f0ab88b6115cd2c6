import type { RemoteFile, RepositoryName } from '../ports/github.ts';
import type { Api } from './api.ts';
import { contentJson, decodeContent } from './file-content.ts';
import { readRepository } from './read-repository.ts';

/** Asks for the repository first: whether it is private decides who may extend it, and names which of the two is missing. */
export async function readRemoteFile(
  { api }: { readonly api: Api },
  at: RepositoryName,
  path: string,
  ref: string | null,
): Promise<RemoteFile> {
  const repository = await readRepository({ api }, at);
  if (repository === null) return { found: false, because: 'no-repository' };
  const content = await api.find(
    contentJson,
    'GET /repos/{owner}/{repo}/contents/{path}',
    { owner: repository.owner, repo: repository.name, path, ...(ref === null ? {} : { ref }) },
    { cached: true },
  );
  if (content === null) return { found: false, because: 'no-file' };
  const text = decodeContent(content);
  return text === null ? { found: false, because: 'too-large' } : { found: true, text, private: repository.private };
}
