import type { Queue } from '../ports/queue.ts';
import type { Handler } from './listen.ts';
import { sendText } from './send-text.ts';

/** The process lives. */
export const healthz: Handler = (_request, response) => sendText(response, 200, 'ok\n');

/** The process can take deliveries: its database answers, and it is not on its way out. */
export function createReadyz(deps: {
  readonly queue: Pick<Queue, 'counts'>;
  readonly stopping: () => boolean;
}): Handler {
  return async (_request, response) => {
    if (deps.stopping()) return sendText(response, 503, 'stopping\n');
    try {
      await deps.queue.counts();
    } catch {
      return sendText(response, 503, 'the database does not answer\n');
    }
    return sendText(response, 200, 'ready\n');
  };
}
