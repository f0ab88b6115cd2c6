import { renderCommandReply } from '../render/comment/render-command-reply.ts';
import type { CommandReply } from '../render/comment/command-reply.ts';
import type { Alignment } from '../domain/project/alignment.ts';
import { recordAgreement } from './agree.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { NoticeAlignmentPayload } from './jobs.ts';
import { isOurs } from './find-ours.ts';
import { loadBaseContext } from './load-base-context.ts';

/**
 * The issue of a project's targets was edited: a ticked box is the agreement of whoever ticked it. The issue is known
 * by its stored number, so that nobody speaks through a copy of it. `noticeIssue` sees to the rest.
 */
export async function noticeAlignment(
  deps: InstallationDeps,
  payloads: readonly NoticeAlignmentPayload[],
): Promise<void> {
  const botId = await deps.app.botUserId();
  for (const event of payloads) {
    const { repository, number, sender, ticked } = event;
    if (sender.id === botId || sender.type === 'bot') continue;
    const alignment = await deps.store.agreements.alignmentAt(repository.id, number);
    if (alignment === null || !ticked.includes(alignment.hash)) continue;
    const reply = await recordAgreement(deps, alignment, sender, event.at ?? isoNow(deps.clock));
    if (reply !== null) await refuse(deps, event, alignment, reply, botId);
  }
}

/** Once for each person and set of targets: a box that is ticked again and again is not answered again and again. */
async function refuse(
  deps: InstallationDeps,
  { repository, number, sender }: NoticeAlignmentPayload,
  { hash }: Alignment,
  reply: CommandReply,
  botId: number,
): Promise<void> {
  const key = `agree:${sender.id}:${hash}`;
  const comments = await deps.github.issueComments(repository, number);
  if (comments.some((comment) => isOurs(comment, botId, { kind: 'reply', key }))) return;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  await deps.github.createComment(repository, number, renderCommandReply([reply], key, config.locale));
}
