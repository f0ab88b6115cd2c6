import type { Config } from '../config/config.ts';
import type { ActionRegistration } from '../domain/improvement/action-registration.ts';
import type { PlannedAction, ReadRow } from '../domain/postmortem/action-row.ts';
import { parseActionTable } from '../domain/postmortem/parse-action-table.ts';
import { keyOf, type Postmortem } from '../domain/postmortem/postmortem.ts';
import { readActionRows } from '../domain/postmortem/read-action-row.ts';
import type { ActionStore } from '../ports/action-store.ts';
import type { IssueComment } from '../ports/github.ts';
import { contentHash } from './content-hash.ts';

export interface ReadActions {
  readonly rows: readonly ReadRow[];
  /** Those of this postmortem, with whether the table says something else now. */
  readonly registered: readonly { readonly registration: ActionRegistration; readonly rewritten: boolean }[];
}

/** What the table of a postmortem says, among the comments of its issue, and what is registered of it. */
export async function readActions(
  store: { readonly actions: Pick<ActionStore, 'all'> },
  postmortem: Postmortem,
  comments: readonly IssueComment[],
  { projects, incidents, actions }: Pick<Config, 'projects' | 'incidents' | 'actions'>,
): Promise<ReadActions> {
  const all = await store.actions.all(postmortem.repositoryId);
  const key = keyOf(postmortem);
  const own = all.filter(({ agreed }) => agreed?.postmortem === key);
  const others = [...all.filter((one) => !own.includes(one)).map(({ action }) => action), ...actions];
  const table = comments.find(({ id }) => id === postmortem.comments.table);
  const rows = readActionRows(parseActionTable(table?.body ?? ''), {
    projects: projects.map(({ id }) => id),
    services: incidents.services.map(({ id }) => id),
    taken: new Set(others.map(({ id }) => id)),
  });
  const registered = own.map((registration) => {
    const row = rows.find(({ action }) => action?.id === registration.action.id);
    const rewritten = row !== undefined && row.action !== null && plannedHash(row.action) !== registration.textHash;
    return { registration, rewritten };
  });
  return { rows, registered };
}

/** Of what decides how an action is judged: another wording, or another owner, is no other action. */
export function plannedHash({ start, targets, scope, control }: PlannedAction): string {
  return contentHash({ start, targets, scope, control });
}
