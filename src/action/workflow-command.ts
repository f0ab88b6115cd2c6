import { cutText } from '../render/escape/cut-text.ts';
import { oneLine, visibleText } from '../render/escape/visible-text.ts';

export interface WorkflowAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
}

/**
 * One annotation as a line for the runner. Whatever people wrote goes in escaped, so that it can neither end the command
 * nor begin another one.
 */
export function workflowCommand({ level, message, title, ...place }: WorkflowAnnotation): string {
  const properties = Object.entries({ ...place, title: cutText(oneLine(title), 255) })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${level} ${properties}::${escapeData(visibleText(message))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
