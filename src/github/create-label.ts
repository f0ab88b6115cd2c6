import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import type { LabelDefinition } from '../domain/label/label.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { Api } from './api.ts';

const refusal = z.object({ errors: z.array(z.object({ code: z.string() })) });

export async function createLabel(
  { api }: { readonly api: Api },
  { owner, name }: Repository,
  label: LabelDefinition,
): Promise<void> {
  try {
    await api.send(z.unknown(), 'POST /repos/{owner}/{repo}/labels', { owner, repo: name, ...label });
  } catch (error) {
    if (!alreadyExists(error)) throw error;
  }
}

function alreadyExists(error: unknown): boolean {
  if (!(error instanceof GitHubError) || error.status !== 422 || !(error.cause instanceof RequestError)) return false;
  const said = refusal.safeParse(error.cause.response?.data);
  return said.success && said.data.errors.some(({ code }) => code === 'already_exists');
}
