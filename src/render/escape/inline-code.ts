import { cutText } from './cut-text.ts';
import { oneLine } from './visible-text.ts';

/**
 * A code span around somebody's text, its fence longer than any run of backticks inside. GitHub links nothing in code.
 */
export function inlineCode(text: string, max = 200): string {
  const content = cutText(oneLine(text), max);
  if (content === '') return '` `';
  const fence = '`'.repeat(longestRun(content) + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}

/** How many backticks stand together at most. */
export function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
