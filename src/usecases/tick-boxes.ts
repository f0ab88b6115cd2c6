import { type LinkDecision, NO_CHANGE } from '../domain/attribution/attribution.ts';
import { type AttributionBox, parseAttributionBoxes } from '../render/comment/attribution-boxes.ts';
import { tickWatchBox } from './confirm-watch.ts';
import { attributionJob } from './attribution-job.ts';
import type { InstallationDeps } from './deps.ts';
import type { CommentPayload } from './jobs.ts';
import { incidentOf } from './find-incident-to-judge.ts';
import { tickActionBoxes } from './register-postmortem-action.ts';
import { isAtLeast } from './is-at-least.ts';
import { type LinkAnswer, recordAnswers } from './record-answers.ts';

/**
 * Boxes under our comment on an incident, a released change or a postmortem. Whoever edited the comment speaks, and needs
 * write access; the comment is known by its stored id, so that nobody speaks through a copy of it. Whatever else was edited is written back.
 */
export async function tickBoxes(deps: InstallationDeps, payloads: readonly CommentPayload[]): Promise<void> {
  const botId = await deps.app.botUserId();
  for (const edit of payloads) {
    const { repository, commentId, author, body } = edit;
    if (author.id === botId || author.type === 'bot') continue;
    if (edit.isPullRequest && (await tickWatchBox(deps, edit))) continue;
    if (!edit.isPullRequest && (await tickActionBoxes(deps, edit))) continue;
    const key = incidentOf(edit);
    const known = await deps.store.attributions.find(key);
    if (known === null || known.attribution.comment?.id !== commentId) continue;
    const permission = await deps.github.permission(repository, author.login);
    const answers = isAtLeast(permission, 'write')
      ? answersIn(parseAttributionBoxes(body), known.decisions, author.login).filter(
          ({ unit }) => unit === NO_CHANGE || known.attribution.candidates.some((cause) => cause.unit === unit),
        )
      : [];
    if (answers.length > 0) await recordAnswers(deps, key, repository, answers);
    else await deps.store.outbox.enqueue([attributionJob(key, repository, { again: true })]);
    deps.log.info({ ...key, by: author.login, answers: answers.length }, 'boxes on an incident edited');
  }
}

/** What the boxes say that was not decided before. A box that was cleared takes its answer back. */
function answersIn(
  boxes: readonly AttributionBox[],
  decisions: readonly LinkDecision[],
  by: string,
): readonly LinkAnswer[] {
  return [...new Set(boxes.map(({ unit }) => unit))].flatMap((unit): LinkAnswer[] => {
    const decided = decisions.find((one) => one.unit === unit)?.verdict ?? null;
    const ticked = boxes.filter((box) => box.unit === unit && box.ticked).map(({ verdict }) => verdict);
    // Both boxes: the one that was not ticked before is the answer.
    const verdict = ticked.length > 1 ? (ticked.find((one) => one !== decided) ?? null) : (ticked[0] ?? null);
    return verdict === decided ? [] : [{ unit, verdict, by, why: '' }];
  });
}
