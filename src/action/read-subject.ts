import { z } from 'zod';
import type { Subject } from '../usecases/look-at.ts';
import { ActionError } from './action-error.ts';
import type { ActionTexts } from './texts/action-texts.ts';

export const EVENTS = ['pull_request', 'pull_request_target', 'merge_group'] as const;

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const pullRequestEvent = z.object({ pull_request: z.object({ number: z.int().positive() }) });
const mergeGroupEvent = z.object({
  merge_group: z.object({ head_sha: sha, head_ref: z.string(), base_sha: sha, base_ref: z.string() }),
});

/**
 * What the event is about. The event is a hint: it says where to look, and what is there is read from GitHub.
 * Throws `ActionError` when nothing can be judged.
 */
export function readSubject(name: string, path: string, text: string, texts: ActionTexts): Subject {
  if (name === 'pull_request' || name === 'pull_request_target') {
    const { pull_request } = parse(pullRequestEvent, path, text, texts);
    return { kind: 'pull-request', number: pull_request.number };
  }
  if (name === 'merge_group') {
    const { merge_group: group } = parse(mergeGroupEvent, path, text, texts);
    return {
      kind: 'merge-group',
      headSha: group.head_sha,
      headRef: branchName(group.head_ref),
      baseSha: group.base_sha,
      baseRef: branchName(group.base_ref),
    };
  }
  throw new ActionError(texts.otherEvent(name, EVENTS.join(', ')));
}

function parse<Schema extends z.ZodType>(schema: Schema, path: string, text: string, texts: ActionTexts) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ActionError(texts.badEvent(path, cause instanceof Error ? cause.message : String(cause)), { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ActionError(texts.badEvent(path, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
}

function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
