import { cutText } from './escape/cut-text.ts';
import { escapeMarkdown } from './escape/escape-markdown.ts';
import { inlineCode } from './escape/inline-code.ts';
import { oneLine } from './escape/visible-text.ts';

/** How other people's words enter a sentence of ours: the same texts serve Markdown and the terminal. */
export interface Ink {
  /** Words of a person. */
  readonly text: (text: string, max?: number) => string;
  /** Paths, rule ids, commands. */
  readonly code: (text: string) => string;
  readonly strong: (text: string) => string;
}

export const markdownInk: Ink = {
  text: escapeMarkdown,
  code: (text) => inlineCode(text),
  strong: (text) => `**${escapeMarkdown(text)}**`,
};

export const plainInk: Ink = {
  text: (text, max = 500) => cutText(oneLine(text), max),
  code: (text) => cutText(oneLine(text), 200),
  strong: (text) => cutText(oneLine(text), 500),
};
