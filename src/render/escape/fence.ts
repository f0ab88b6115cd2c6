import { longestRun } from './inline-code.ts';
import { visibleText } from './visible-text.ts';

/** A fenced code block that its content cannot close. */
export function fence(text: string, language: string): string {
  const content = visibleText(text).trimEnd();
  const marks = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${marks}${language}\n${content}\n${marks}`;
}
