import MarkdownIt, { type Token } from 'markdown-it';

const parser = new MarkdownIt({ html: true, linkify: true });

/** Types of all tokens, blocks and inlines, as an independent parser sees them. */
export function tokenTypes(markdown: string): readonly string[] {
  return allTokens(markdown).map(({ type }) => type);
}

/** The same by CommonMark alone, which makes no link of bare addresses. */
export function commonmarkTypes(markdown: string): readonly string[] {
  return flatten(new MarkdownIt('commonmark').parse(markdown, {})).map(({ type }) => type);
}

/** What a reader of the rendered Markdown sees, without zero-width breaks. */
export function visibleWords(markdown: string): string {
  return allTokens(markdown)
    .map((token) => (token.type === 'softbreak' || token.type === 'hardbreak' ? '\n' : shown(token)))
    .join('')
    .replaceAll('\u200b', '');
}

export function allTokens(markdown: string): readonly Token[] {
  return flatten(parser.parse(markdown, {}));
}

function flatten(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]);
}

function shown(token: Token): string {
  return ['text', 'code_inline', 'text_special', 'code_block', 'fence'].includes(token.type) ? token.content : '';
}
