import type { AppDeps } from './deps.ts';
import type { ForgetLabelPayload } from './jobs.ts';

/** A label's definition is gone: when it is wanted again, it is created with its colour and words, not as GitHub's grey. */
export async function forgetLabel({ store }: AppDeps, payloads: readonly ForgetLabelPayload[]): Promise<void> {
  for (const { repository, name } of payloads) await store.labels.undefine(repository.id, name);
}
