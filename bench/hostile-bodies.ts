/** Shapes that make careless Markdown readers quadratic or worse; each grows to any size. */
export interface HostileShape {
  readonly name: string;
  /** About `size` characters long. */
  readonly build: (size: number) => string;
}

function fill(unit: string): (size: number) => string {
  return (size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

/** Lines that are each a step deeper than the one before. */
function staircase(step: string, line: string): (size: number) => string {
  return (size) => {
    let text = '';
    for (let depth = 0; text.length < size; depth += 1) text += `${step.repeat(depth % 400)}${line}\n`;
    return text.slice(0, size);
  };
}

function nested(open: string, inside: string, close: string): (size: number) => string {
  return (size) => {
    const times = Math.max(1, Math.floor(size / (open.length + close.length)));
    return open.repeat(times) + inside + close.repeat(times);
  };
}

function behind(start: string, unit: string): (size: number) => string {
  return (size) => start + fill(unit)(size - start.length);
}

export const HOSTILE_SHAPES: readonly HostileShape[] = [
  { name: 'one long word', build: fill('a') },
  { name: 'one long line of words', build: fill('word ') },
  { name: 'short lines', build: fill('a\n') },
  { name: 'blank lines', build: fill('\n') },
  { name: 'nested quotes, one line', build: fill('>') },
  { name: 'nested quotes, spaced', build: fill('> ') },
  { name: 'nested quotes, staircase', build: staircase('> ', 'a') },
  { name: 'nested lists, one line', build: fill('- ') },
  { name: 'nested lists, one line, numbered', build: fill('1. ') },
  { name: 'nested lists, staircase', build: staircase('  ', '- a') },
  { name: 'flat list', build: fill('- a\n') },
  { name: 'unticked boxes', build: fill('- [ ] a\n') },
  { name: 'ticked boxes', build: fill('- [x] a\n') },
  { name: 'boxes in one line', build: fill('[ ] a [x] b ') },
  { name: 'emphasis runs', build: fill('*') },
  { name: 'emphasis, spaced runs', build: fill('** a ') },
  { name: 'emphasis nests', build: nested('*a ', 'b', ' c*') },
  { name: 'strong nests', build: nested('**a ', 'b', ' c**') },
  { name: 'underscores', build: fill('_a__b') },
  { name: 'unclosed emphasis', build: fill('*a _b ') },
  { name: 'bold lines', build: fill('**a**\n\n') },
  { name: 'opening brackets', build: fill('[') },
  { name: 'closing brackets', build: fill(']') },
  { name: 'nested links', build: nested('[', 'a', '](b)') },
  { name: 'half links', build: fill('[a](') },
  { name: 'half links, long', build: fill('[a](b "') },
  { name: 'reference links', build: fill('[a][b] ') },
  { name: 'images', build: fill('![a](b) ') },
  { name: 'half images', build: fill('![') },
  { name: 'link definitions', build: fill('[a]: b\n') },
  { name: 'half link definitions', build: fill('[a]:\n') },
  { name: 'table, wide', build: (size) => `|${fill(' a |')(size / 2)}\n|${fill('---|')(size / 2)}` },
  { name: 'table, long', build: behind('| a | b |\n|---|---|\n', '| c | d |\n') },
  { name: 'table rows without a table', build: fill('| a | b |\n') },
  { name: 'pipes', build: fill('|') },
  { name: 'unclosed comments', build: fill('<!-- a ') },
  { name: 'unclosed comments on lines', build: fill('a <!-- b\n\n') },
  { name: 'closed comments', build: fill('<!-- a -->') },
  { name: 'comments on lines', build: fill('<!--\na\n-->\n') },
  { name: 'empty comments', build: fill('a <!---->') },
  { name: 'comment ends', build: fill('--> ') },
  { name: 'processing instructions', build: fill('<?') },
  { name: 'unclosed declarations', build: fill('<!A ') },
  { name: 'unclosed CDATA', build: fill('<![CDATA[') },
  { name: 'half tags', build: fill('<a ') },
  { name: 'half tags with attributes', build: fill('<a b="c ') },
  { name: 'HTML blocks', build: fill('<div>\n\n') },
  { name: 'HTML headings', build: fill('<h2>a</h2>\n') },
  { name: 'unclosed HTML headings', build: fill('<h2>') },
  { name: 'unclosed HTML headings on lines', build: fill('<h2>\n\n') },
  { name: 'folds', build: fill('<details><summary>Risk</summary>\n\na\n\n</details>\n\n') },
  { name: 'nested folds', build: fill('<details>\n<summary>Risk</summary>\n\n') },
  { name: 'backticks', build: fill('`') },
  { name: 'backtick runs of growing length', build: (size) => growing('`', ' ', size) },
  { name: 'unclosed code', build: fill('`a ``b ') },
  { name: 'fences', build: fill('```\na\n```\n') },
  { name: 'unclosed fence', build: behind('```\n', 'a\n') },
  { name: 'entities', build: fill('&amp;&#35;&nbsp;') },
  { name: 'backslashes', build: fill('\\') },
  { name: 'escapes', build: fill('\\*') },
  { name: 'autolinks', build: fill('<https://a.example> ') },
  { name: 'headings', build: fill('## Risk\n') },
  { name: 'headings with text', build: fill('## Risk\nlow\n') },
  { name: 'ranks going down', build: fill('# Risk\n## Risk\n### Risk\n#### Risk\n') },
  { name: 'setext headings', build: fill('Risk\n===\n') },
  { name: 'setext, one paragraph', build: behind('a\n', 'b\n') },
  { name: 'labels', build: fill('Risk: low\n') },
  { name: 'labels of items', build: fill('- Risk: low\n') },
  { name: 'colons', build: fill('a: ') },
  { name: 'sentences', build: fill('No risk. ') },
  { name: 'questions', build: fill('What is it? ') },
  { name: 'denials', build: fill('should not be not ') },
  { name: 'slashes', build: fill('yes / no / ') },
  { name: 'parentheses', build: fill('(') },
  { name: 'braces', build: fill('{a ') },
  { name: 'rules', build: fill('---\n\n') },
  { name: 'white space', build: fill(' \t') },
  { name: 'Japanese', build: fill('影響はありませんが、') },
  { name: 'combining marks', build: fill('e\u0301') },
  { name: 'emoji', build: fill('👩‍👩‍👧‍👦 ') },
  { name: 'lone surrogates', build: fill('\uD83D') },
  { name: 'NUL', build: fill('\0') },
];

function growing(mark: string, between: string, size: number): string {
  let text = '';
  for (let length = 1; text.length < size; length += 1) text += mark.repeat(length) + between;
  return text.slice(0, size);
}
