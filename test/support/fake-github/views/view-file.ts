import type { FileChange } from '../state/git-objects.ts';
import type { JsonObject } from '../state/json.ts';
import type { Repository } from '../state/repository.ts';
import { repositoryApi, repositoryWeb } from './urls.ts';

export function viewFile(repository: Repository, sha: string, file: FileChange): JsonObject {
  const path = encodeURIComponent(file.path);
  return {
    sha: file.blobSha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repositoryWeb(repository)}/blob/${sha}/${path}`,
    raw_url: `${repositoryWeb(repository)}/raw/${sha}/${path}`,
    contents_url: `${repositoryApi(repository)}/contents/${path}?ref=${sha}`,
    patch: file.patch,
    previous_filename: file.previousPath,
  };
}
