import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { inlineCode } from '../../escape/inline-code.ts';
import { safeLink } from '../../escape/safe-link.ts';
import { bullets } from '../../layout/bullets.ts';
import { renderTable } from '../../layout/render-table.ts';
import type { ReportContext } from '../report-context.ts';
import type { Phrase, ReportBlock, TableBlock } from '../report-document.ts';
import { mermaidChart } from './mermaid-chart.ts';

/** What may be left out to fit. */
export interface Room {
  /** The numbers under charts. */
  readonly chartTables: boolean;
  /** The numbers behind verdicts. */
  readonly details: boolean;
}

const MARKS = { improved: '🟢', 'cannot-tell': '⚪', worse: '🔴' } as const;
const LONGEST = 2_000;

export function markdownBlock(block: ReportBlock, context: ReportContext, room: Room): string {
  const { texts, verdicts } = context;
  switch (block.kind) {
    case 'heading':
      return `#### ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return markdownPhrase(block.text);
    case 'list':
      return bullets(block.items.map(markdownPhrase));
    case 'table':
      return markdownTable(block);
    case 'chart': {
      const drawn = mermaidChart(block.chart);
      const summary = escapeMarkdown(block.summary, LONGEST);
      const table = markdownTable(block.table);
      // Where GitHub cannot draw it, the table is the chart.
      if (drawn === null) return table;
      return [drawn, summary, ...(room.chartTables ? [folded(texts.numbers, table)] : [])].join('\n\n');
    }
    case 'verdict': {
      const title = `### ${MARKS[block.answer]} ${escapeMarkdown(block.word)}: ${escapeMarkdown(block.title, 200)}`;
      const words = block.sentences.map((sentence) => escapeMarkdown(sentence, LONGEST)).join(verdicts.gap);
      const details = block.details.map((one) => markdownBlock(one, context, room)).join('\n\n');
      return [title, words, ...(room.details ? [folded(texts.details, details)] : [])].join('\n\n');
    }
  }
}

/** GitHub reads Markdown inside an element again after an empty line. */
export function folded(summary: string, content: string): string {
  return `<details><summary>${escapeMarkdown(summary)}</summary>\n\n${content}\n\n</details>`;
}

function markdownTable({ caption, head, rows, more }: TableBlock): string {
  const cells = rows.map((row) => row.map(markdownPhrase));
  const table = renderTable(
    head.map((cell) => escapeMarkdown(cell)),
    cells,
  );
  return [`**${escapeMarkdown(caption)}**`, table, ...(more === null ? [] : [escapeMarkdown(more)])].join('\n\n');
}

function markdownPhrase(phrase: Phrase): string {
  if (typeof phrase === 'string') return escapeMarkdown(phrase, LONGEST);
  if ('code' in phrase) return inlineCode(phrase.code);
  const text = escapeMarkdown(phrase.text);
  const link = phrase.href === null ? null : safeLink(phrase.href);
  return link === null || text === '' ? text : `[${text}](${quietly(link)})`;
}

/** A plain link would leave "mentioned this" on every pull request that a report names. */
export function quietly(link: string): string {
  return link.replace(/^https:\/\/github\.com\//, 'https://redirect.github.com/');
}
