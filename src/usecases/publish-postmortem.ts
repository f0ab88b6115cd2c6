import type { Config } from '../config/config.ts';
import { analyzePostmortem } from '../domain/postmortem/analyze-postmortem.ts';
import { keyOf, type Postmortem } from '../domain/postmortem/postmortem.ts';
import type { RepositoryRecord } from '../domain/record/repository-record.ts';
import type { Issue } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { renderActionBoxes } from '../render/postmortem/render-action-boxes.ts';
import { renderActionTable } from '../render/postmortem/render-action-table.ts';
import { renderAgain } from '../render/postmortem/render-again.ts';
import { renderPostmortem, renderPostmortemTitle } from '../render/postmortem/render-postmortem.ts';
import type { InstallationDeps } from './deps.ts';
import { findOurIssue, isOurs } from './find-ours.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import { recheckLine } from './recheck-line.ts';
import { readActions } from './read-actions.ts';
import { sameText } from './same-text.ts';

export interface PostmortemPublication {
  /** The project's. */
  readonly repository: InstalledRepository;
  readonly config: Config;
  readonly record: RepositoryRecord;
  readonly postmortem: Postmortem;
  /** As GitHub showed it just now; `null`: not read. */
  readonly issue: Issue | null;
}

type Deps = Pick<InstallationDeps, 'store' | 'app' | 'log'>;

/**
 * Brings the issue of a postmortem up to date: its text, the table for people (once), how the table was read, and what
 * was appended since. Each step is stored when it is done, and an answer that was lost is found again by its marker.
 */
export async function publishPostmortem(deps: Deps, publication: PostmortemPublication): Promise<void> {
  const { config, repository } = publication;
  const place = await placeOf(deps, publication);
  if (place === null) return;
  const github = deps.app.installation(place.installationId);
  const view = {
    postmortem: publication.postmortem,
    analysis: analyzePostmortem(publication.record, config.projects, publication.postmortem),
    project: config.projects.find(({ id }) => id === publication.postmortem.projectId) ?? null,
    discreet: !place.private,
    home: place.id === repository.id ? null : fullName(repository),
  };
  // What a private repository's changes are called must not show in a public one that the issue was moved to.
  if (repository.private && !place.private) {
    return deps.log.warn(
      { repositoryId: repository.id },
      'a postmortem was moved to a public repository: left as it is',
    );
  }
  const text = {
    title: renderPostmortemTitle(view, config.locale),
    body: renderPostmortem(view, config.locale),
  };
  let { postmortem } = publication;
  const keep = async (change: Partial<Postmortem>): Promise<void> => {
    postmortem = { ...postmortem, ...change };
    await deps.store.postmortems.save(postmortem);
  };

  const marker = { kind: 'postmortem', key: keyOf(postmortem) };
  if (postmortem.issue === null || postmortem.issue.number === null) {
    const known =
      postmortem.issue === null ? null : await findOurIssue({ ...deps, github }, place, postmortem.openedAt, marker);
    if (postmortem.issue === null) await keep({ issue: { repositoryId: place.id, number: null } });
    const number = known?.number ?? (await github.createIssue(place, text));
    if (known !== null && !sameText(known.body, text.body))
      await github.updateIssue(place, number, { body: text.body });
    postmortem = { ...postmortem, issue: { repositoryId: place.id, number } };
    // The checks that stopped before there was an issue can name it now.
    await deps.store.transaction(async (session) => {
      await session.postmortems.save(postmortem);
      await recheckLine({ store: session }, repository, view.project);
    });
  } else if (publication.issue !== null && !sameText(publication.issue.body, text.body)) {
    await github.updateIssue(place, postmortem.issue.number, { body: text.body });
  }
  const number = postmortem.issue?.number;
  if (number == null) return;

  const comments = await github.issueComments(place, number);
  const botId = await deps.app.botUserId();
  const ours = (kind: string, key: string) => comments.find((one) => isOurs(one, botId, { kind, key }));
  const { table, boxes } = postmortem.comments;
  const has = (id: number | null) => id !== null && comments.some((one) => one.id === id);
  if (!has(table)) {
    const found = ours('postmortem-table', keyOf(postmortem))?.id;
    const body = renderActionTable(keyOf(postmortem), config.locale);
    await keep({
      comments: { ...postmortem.comments, table: found ?? (await github.createComment(place, number, body)) },
    });
  }
  await publishBoxes();
  if (postmortem.told < postmortem.triggers.length) {
    const key = `${keyOf(postmortem)} ${postmortem.told}`;
    const added = postmortem.triggers.slice(postmortem.told);
    if (ours('postmortem-again', key) === undefined) {
      await github.createComment(place, number, renderAgain(key, added, { locale: config.locale, home: view.home }));
    }
    await keep({ told: postmortem.triggers.length });
  }

  async function publishBoxes(): Promise<void> {
    if (number == null || place === null) return;
    const actions = await readActions(deps.store, postmortem, comments, config);
    const known = has(boxes) ? comments.find(({ id }) => id === boxes) : ours('postmortem-boxes', keyOf(postmortem));
    // Nothing to say, and nothing said before.
    if (known === undefined && actions.rows.length + actions.registered.length === 0) return;
    const body = renderActionBoxes({ key: keyOf(postmortem), ...actions }, config.locale);
    if (known !== undefined && !sameText(known.body, body)) await github.updateComment(place, known.id, body);
    const id = known?.id ?? (await github.createComment(place, number, body));
    if (id !== postmortem.comments.boxes) await keep({ comments: { ...postmortem.comments, boxes: id } });
  }
}

async function placeOf(
  { store }: Deps,
  { postmortem, repository }: PostmortemPublication,
): Promise<InstalledRepository | null> {
  const id = postmortem.issue?.repositoryId ?? repository.id;
  return id === repository.id ? repository : store.repositories.find(id);
}
