import type { Locale } from '../../domain/locale.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { textsIn } from '../texts/texts-in.ts';
import { bullets } from '../layout/bullets.ts';

/** A problem of a configuration, in words; `line` and `column` are 1-based, `message` is plain text. */
export interface ConfigRemark {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A list with the place of each remark; no block when there are none. */
export function renderRemarks(remarks: readonly ConfigRemark[], locale: Locale): readonly string[] {
  const texts = textsIn(locale);
  const items = remarks.map(({ file, line, column, message }) => {
    const place = texts.inBrackets(texts.config.at({ line, column }));
    return `${inlineCode(file)}${place}: ${escapeMarkdown(message, 1000)}`;
  });
  return items.length === 0 ? [] : [bullets(items)];
}
