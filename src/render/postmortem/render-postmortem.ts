import type { Locale } from '../../domain/locale.ts';
import { keyOf, type Postmortem } from '../../domain/postmortem/postmortem.ts';
import type {
  PostmortemAnalysis,
  SuspectedChange,
  TimelineEvent,
} from '../../domain/postmortem/postmortem-analysis.ts';
import type { Project } from '../../domain/project/project.ts';
import { DAY_MS, isoDay } from '../../domain/calendar.ts';
import { renderMarker } from '../comment/marker.ts';
import { commandUsage } from '../comment/command-usage.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { plainInk } from '../ink.ts';
import { bullets } from '../layout/bullets.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { renderTable } from '../layout/render-table.ts';
import { blockAsMarkdown } from '../layout/report-block.ts';
import { projectReport } from '../project/project-report.ts';
import { textsIn } from '../texts/texts-in.ts';
import { describeTriggers } from './describe-trigger.ts';
import { nameChange, nameIncident, type Telling } from './name-change.ts';
import { postmortemTexts } from './postmortem-texts.ts';
import { renderForesight } from './render-foresight.ts';
import { renderQuestions } from './render-questions.ts';

export interface PostmortemView {
  readonly postmortem: Postmortem;
  readonly analysis: PostmortemAnalysis;
  /** As it is configured now; `null`: it no longer is. */
  readonly project: Pick<Project, 'title' | 'stopTheLine'> | null;
  /** The repository is public: titles of incidents that are told elsewhere stay untold. */
  readonly discreet: boolean;
  /** See {@link Telling}. */
  readonly home: string | null;
}

const MOST = 60_000;
const SHOWN_EVENTS = 60;
const SHOWN_SUSPECTS = 20;
const SHOWN_AREAS = 3;

export function renderPostmortemTitle({ postmortem, project }: PostmortemView, locale: Locale): string {
  const name = plainInk.text(project?.title ?? postmortem.projectId, 100);
  return postmortemTexts(locale).title(name, postmortem.openedAt.slice(0, 10));
}

/** The text of a postmortem's issue. What people write is in comments: this is ours, and written anew as facts change. */
export function renderPostmortem(view: PostmortemView, locale: Locale): string {
  const { postmortem, analysis, project, discreet, home } = view;
  const texts = postmortemTexts(locale);
  const how = { discreet, locale, home };
  const nearMisses = analysis.incidents.some(({ kind }) => kind === 'near-miss');
  const stop = project?.stopTheLine ?? 'off';
  const blocks = [
    texts.intro,
    ...(stop === 'off' ? [] : [texts.stopped[stop](usageIn('override', locale))]),
    texts.kept,
    `## ${texts.heading.why}`,
    describeTriggers(postmortem.triggers, how),
    ...(nearMisses ? [texts.trigger.nearMissNote] : []),
    ...(analysis.project === null
      ? [texts.notConfigured(inlineCode(postmortem.projectId))]
      : projectReport(analysis.project, locale).map(blockAsMarkdown)),
    `## ${texts.heading.timeline}`,
    ...renderTimeline(analysis, how),
    `## ${texts.heading.suspects}`,
    ...renderSuspects(analysis.suspects, how),
    `## ${texts.heading.foreseen}`,
    ...renderForesight(analysis.foresight, how),
    `## ${texts.heading.windows}`,
    ...renderWindows(analysis, how),
    `## ${texts.heading.questions}`,
    renderQuestions(view, locale),
    `## ${texts.heading.actions}`,
    texts.actionsHow,
  ];
  const marker = renderMarker({ kind: 'postmortem', key: keyOf(postmortem) });
  return `${marker}\n${joinBlocks(blocks, textsIn(locale).check.cut, MOST)}\n`;
}

/** The newest where there are too many. */
function renderTimeline({ timeline, suspects }: PostmortemAnalysis, how: Telling): readonly string[] {
  const texts = postmortemTexts(how.locale);
  if (timeline.length === 0) return [texts.noTimeline];
  const shown = timeline.slice(-SHOWN_EVENTS);
  const rows = shown.map((event) => [moment(event.at), describeEvent(event, suspects, how)]);
  const rest = timeline.length - shown.length;
  return [...(rest > 0 ? [texts.earlier(rest)] : []), renderTable([texts.column.when, texts.column.what], rows)];
}

function describeEvent(event: TimelineEvent, suspects: readonly SuspectedChange[], how: Telling): string {
  const texts = postmortemTexts(how.locale);
  if (event.kind !== 'incident') {
    const name = nameChange(event.change, how);
    const title = event.kind === 'merged' ? ` ${escapeMarkdown(event.change.title, 120)}` : '';
    return texts[event.kind](`${name}${title}`);
  }
  const { incident } = event;
  const cause = suspects.find(({ unit }) => unit === incident.causedBy);
  const from = cause === undefined ? null : nameChange(cause, how);
  return texts.happened(texts.kind[incident.kind], nameIncident(incident, how), from);
}

/** `2026-09-01 14:05` */
function moment(day: number): string {
  return `${isoDay(day)} ${new Date(Math.round(day * DAY_MS)).toISOString().slice(11, 16)}`;
}

function renderSuspects(suspects: readonly SuspectedChange[], how: Telling): readonly string[] {
  const texts = postmortemTexts(how.locale);
  const { andMore, list } = textsIn(how.locale);
  if (suspects.length === 0) return [texts.noSuspects];
  const rows = suspects
    .slice(0, SHOWN_SUSPECTS)
    .map((change) => [
      `${nameChange(change, how)} ${escapeMarkdown(change.title, 120)}${texts.certainty(change.confirmed ? texts.confirmed : texts.likely)}`,
      list(change.incidents.slice(0, 10).map((incident) => nameIncident(incident, how))),
      list(change.areas.slice(0, SHOWN_AREAS).map((path) => inlineCode(path, 120))),
    ]);
  const rest = suspects.length - rows.length;
  const { change, caused, where } = texts.column;
  const usages = [usageIn('link', how.locale), usageIn('unlink', how.locale)] as const;
  return [
    texts.suspectsIntro(...usages),
    renderTable([change, caused, where], rows),
    ...(rest > 0 ? [andMore(rest)] : []),
  ];
}

function usageIn(command: Parameters<typeof commandUsage>[0], locale: Locale): string {
  return inlineCode(commandUsage(command, locale));
}

function renderWindows({ windows, suspects }: PostmortemAnalysis, how: Telling): readonly string[] {
  const texts = postmortemTexts(how.locale);
  const ended = windows.confirmed + windows.lapsed;
  const lapsed = suspects.filter(({ watched }) => watched === false).slice(0, SHOWN_SUSPECTS);
  const counts = ended === 0 ? texts.noWindows : texts.windowCount(windows.lapsed, ended);
  const causes = lapsed.map((change) => texts.lapsedCause(nameChange(change, how)));
  return causes.length === 0 ? [counts] : [counts, bullets(causes)];
}
