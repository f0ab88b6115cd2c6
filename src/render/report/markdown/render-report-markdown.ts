import type { Locale } from '../../../domain/locale.ts';
import type { Report } from '../../../domain/report/report.ts';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { safeLink } from '../../escape/safe-link.ts';
import { joinBlocks } from '../../layout/join-blocks.ts';
import { composeDocument } from '../compose-document.ts';
import { type ReportContext, reportContext } from '../report-context.ts';
import type { ReportSection } from '../report-document.ts';
import { folded, markdownBlock, quietly, type Room } from './markdown-block.ts';

export interface MarkdownOptions {
  readonly locale: Locale;
  readonly repositoryUrl: string | null;
  /** Its title is a heading of the text, not of the issue. */
  readonly titled: boolean;
  /** The first line of an issue of ours, hidden. */
  readonly marker: string | null;
  /** Where the report of the period before is. */
  readonly previousUrl: string | null;
}

/** GitHub takes 65,536 characters; the rest is left for what a proxy may count otherwise. */
const ISSUE_LIMIT = 65_000;

/** What gives way, in this order, until the text fits: rows of long tables, numbers under charts, numbers behind verdicts. */
const ROOMS: readonly (Room & { readonly limit: number })[] = [
  { limit: 50, chartTables: true, details: true },
  { limit: 20, chartTables: true, details: true },
  { limit: 10, chartTables: true, details: true },
  { limit: 10, chartTables: false, details: true },
  { limit: 5, chartTables: false, details: true },
  { limit: 5, chartTables: false, details: false },
];

/** The report as Markdown that fits an issue. Titles and paths are anybody's words: no mention, no reference, no ping. */
export function renderReportMarkdown(report: Report, options: MarkdownOptions): string {
  let last: readonly string[] = [];
  for (const [step, room] of ROOMS.entries()) {
    const context = reportContext({ locale: options.locale, repositoryUrl: options.repositoryUrl, limit: room.limit });
    const note = step === 0 ? [] : [`_${escapeMarkdown(context.texts.shortened)}_`];
    last = blocksOf(report, context, options, room, note);
    const whole = last.join('\n\n');
    if (whole.length <= ISSUE_LIMIT) return `${whole}\n`;
  }
  return `${joinBlocks(last, '…', ISSUE_LIMIT)}\n`;
}

function blocksOf(
  report: Report,
  context: ReportContext,
  { titled, marker, previousUrl }: MarkdownOptions,
  room: Room,
  note: readonly string[],
): string[] {
  const { texts } = context;
  const { title, lead, subtitle, sections } = composeDocument(report, context);
  const previous = previousUrl === null ? null : safeLink(previousUrl);
  const first = `**${escapeMarkdown(lead.join(context.verdicts.gap), 1_500)}**`;
  return [
    ...(titled ? [`# ${escapeMarkdown(title)}`] : []),
    marker === null ? first : `${marker}\n${first}`,
    escapeMarkdown(subtitle),
    ...(previous === null ? [] : [`[${escapeMarkdown(texts.previous)}](${quietly(previous)})`]),
    ...sections.map((section) => sectionText(section, context, room)),
    ...note,
    ...(marker === null ? [] : [`_${escapeMarkdown(texts.generated)}_`]),
  ];
}

function sectionText({ heading, blocks, folded: closed }: ReportSection, context: ReportContext, room: Room): string {
  const { texts } = context;
  const content = blocks.map((block) => markdownBlock(block, context, room)).join('\n\n');
  return `## ${escapeMarkdown(heading)}\n\n${closed ? folded(texts.open, content) : content}`;
}
