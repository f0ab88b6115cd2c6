import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { renderTable } from './render-table.ts';

/** A piece of a report, before it is Markdown, HTML or columns at a terminal. Cells of tables may hold anybody's words. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string };

export function blockAsMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `## ${block.text}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return renderTable(
        block.head,
        block.rows.map((row) => row.map((cell) => escapeMarkdown(cell))),
      );
    case 'code':
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
  }
}
