import type { Repository } from '../domain/pull-request/repository.ts';
import type { TextFile } from '../ports/github.ts';
import type { Api } from './api.ts';
import { contentJson, decodeContent, unreadableText } from './file-content.ts';

export async function readFileAt(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  path: string,
  ref: string,
): Promise<TextFile | null> {
  const found = await api.find(
    contentJson,
    'GET /repos/{owner}/{repo}/contents/{path}',
    { owner, repo: name, path, ref },
    { cached: true },
  );
  return found === null ? null : { path, text: decodeContent(found) ?? unreadableText(found.size) };
}
