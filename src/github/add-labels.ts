import { z } from 'zod';
import type { Repository } from '../domain/pull-request/repository.ts';
import type { Api } from './api.ts';

/** One call for all of them; labels that people put on stay. */
export async function addLabels(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  number: number,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  await api.send(z.unknown(), 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    owner,
    repo: name,
    issue_number: number,
    labels: names,
  });
}
