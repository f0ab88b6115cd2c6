import type { ActionRegistration } from '../../domain/improvement/action-registration.ts';
import type { ActionArea } from '../../domain/improvement/improvement-action.ts';
import type { Locale } from '../../domain/locale.ts';
import type { PlannedAction, ReadRow } from '../../domain/postmortem/action-row.ts';
import { commandUsage } from '../comment/command-usage.ts';
import { renderMarker } from '../comment/marker.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { bullets } from '../layout/bullets.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { projectTexts } from '../project/project-texts.ts';
import { textsIn } from '../texts/texts-in.ts';
import { renderActionBox } from './action-boxes.ts';
import { describeRowProblem } from './describe-row-problem.ts';
import { postmortemTexts } from './postmortem-texts.ts';

export interface ActionBoxesView {
  /** Of the postmortem. */
  readonly key: string;
  readonly rows: readonly ReadRow[];
  /** Those of this postmortem, as they were registered, with whether the table says something else now. */
  readonly registered: readonly { readonly registration: ActionRegistration; readonly rewritten: boolean }[];
}

const MOST = 60_000;
const SHOWN_PROBLEMS = 10;

/** The comment that shows how each row of the table was read, with a box that registers it. */
export function renderActionBoxes({ key, rows, registered }: ActionBoxesView, locale: Locale): string {
  const { boxes } = postmortemTexts(locale);
  const taken = new Set(registered.map(({ registration }) => registration.action.id));
  const open = rows.flatMap(({ action }) => (action === null || taken.has(action.id) ? [] : [action]));
  const unclear = rows.filter(({ action }) => action === null);
  const blocks = [
    `### ${boxes.heading}`,
    ...(open.length === 0
      ? []
      : [
          boxes.how(inlineCode(commandUsage('action', locale))),
          open.map((action) => renderActionBox(action.id, describeAction(action, locale))).join('\n'),
        ]),
    ...(registered.length === 0
      ? []
      : [`#### ${boxes.registeredHeading}`, bullets(registered.map((one) => describeRegistered(one, locale)))]),
    ...(unclear.length === 0
      ? []
      : [`#### ${boxes.problemsHeading}`, unclear.map((row) => describeUnclear(row, locale)).join('\n')]),
    ...(rows.length + registered.length === 0 ? [boxes.nothing] : []),
  ];
  return `${renderMarker({ kind: 'postmortem-boxes', key })}\n${joinBlocks(blocks, textsIn(locale).check.cut, MOST)}\n`;
}

function describeAction({ id, title, owner, targets, start, scope, control }: PlannedAction, locale: Locale): string {
  const { kind, list } = projectTexts(locale);
  return postmortemTexts(locale).boxes.action({
    id: inlineCode(id),
    title: escapeMarkdown(title, 200),
    owner: escapeMarkdown(owner, 100),
    targets: list(targets.map((target) => kind[target])),
    start,
    scope: scope === null ? null : describeArea(scope, locale),
    control: control === null ? null : describeArea(control, locale),
  });
}

function describeArea({ paths, projects, services }: ActionArea, locale: Locale): string {
  const { boxes } = postmortemTexts(locale);
  return textsIn(locale).list([
    ...paths.map((path) => inlineCode(path, 120)),
    ...projects.map((id) => boxes.project(inlineCode(id))),
    ...services.map((id) => boxes.service(inlineCode(id))),
  ]);
}

function describeRegistered(
  { registration, rewritten }: ActionBoxesView['registered'][number],
  locale: Locale,
): string {
  const { boxes } = postmortemTexts(locale);
  const { action, owner, registeredAt } = registration;
  const said = boxes.registered(
    inlineCode(action.id),
    escapeMarkdown(action.title, 200),
    owner === null ? null : escapeMarkdown(owner, 100),
    registeredAt.slice(0, 10),
  );
  return rewritten ? `✅ ${said}\n  ${boxes.rewritten}` : `✅ ${said}`;
}

function describeUnclear(row: ReadRow, locale: Locale): string {
  if (row.action !== null) return '';
  const { boxes } = postmortemTexts(locale);
  const title = row.title === '' ? null : escapeMarkdown(row.title, 80);
  const problems = row.problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  - ${describeRowProblem(problem, locale)}`);
  return [`- ${boxes.row(row.line, title)}`, ...problems].join('\n');
}
