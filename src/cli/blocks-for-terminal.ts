import { visibleText } from '../render/escape/visible-text.ts';
import type { ReportBlock } from '../render/layout/report-block.ts';
import { renderColumns } from './render-columns.ts';

/** A report for people who look at it now: aligned, nothing escaped for other readers. */
export function blocksForTerminal(blocks: readonly ReportBlock[]): string {
  return blocks.map(renderBlock).join('\n');
}

function renderBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `== ${visibleText(block.text)} ==\n`;
    case 'paragraph':
    case 'code':
      return `${visibleText(block.text)}\n`;
    case 'list':
      return block.items.map((item) => `- ${visibleText(item)}\n`).join('');
    case 'table':
      return renderColumns(block.head, block.rows);
  }
}
