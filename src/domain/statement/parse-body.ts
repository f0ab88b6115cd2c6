import MarkdownIt from 'markdown-it';
import type { BodyLine } from './body-line.ts';
import { BOT_REGION_ENDS, botRegionEnd, isBotLine } from './bot-block.ts';
import { visibleText, withoutComments } from './visible-text.ts';

// Only the block structure is wanted: inline text is read by `visibleText`, in one linear pass.
const markdown = new MarkdownIt({ html: true });
markdown.core.ruler.enableOnly(['normalize', 'block']);

const BOX = /^[[［]\s?([xX✓✔☑✅vVoO○●yY*✖✗✘❌-]?)\s?[\]］](?=\s|$)\s*/u;
const GLYPH_BOX = /^([☐□⬜☑☒✅✔✓])\uFE0F?\s+/u;
const BOX_GLYPH = /[☐□⬜☑☒]/u;
const ANOTHER_BOX = /[[［]\s?[xX✓✔vV]?\s?[\]］](?!\()/u;
const HTML_HEADING = /<(h[1-6]|summary)(?:\s[^<>]{0,200})?>([\s\S]{0,600}?)<\/\1\s*>/gi;

interface Container {
  quoted: number;
  depth: number;
  startsItem: boolean;
}

/** Lines of a normalised body, in order; what bots wrote is left out. */
export function parseBody(text: string): readonly BodyLine[] {
  const lines: BodyLine[] = [];
  const at: Container = { quoted: 0, depth: 0, startsItem: false };
  let block = 0;
  let heading: { line: number; rank: number; setext: boolean } | undefined;
  let row: { line: number; cells: string[] } | undefined;
  const push = (kind: BodyLine['kind'], line: number, words: string, more: Partial<BodyLine> = {}): void => {
    const startsItem = at.startsItem && kind !== 'comment';
    if (startsItem) at.startsItem = false;
    lines.push({ line, block, kind, text: words, quoted: at.quoted > 0, depth: at.depth, startsItem, ...more });
  };
  const pushComments = (comments: readonly { text: string; line: number }[], first: number): void => {
    for (const comment of comments) push('comment', first + comment.line, comment.text);
  };

  const source = text.split('\n');
  for (const token of markdown.parse(text, {})) {
    const first = (token.map?.[0] ?? 0) + 1;
    switch (token.type) {
      case 'blockquote_open':
        at.quoted += 1;
        break;
      case 'blockquote_close':
        at.quoted -= 1;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        at.depth += 1;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        at.depth -= 1;
        break;
      case 'list_item_open':
        at.startsItem = true;
        break;
      case 'list_item_close':
        at.startsItem = false;
        break;
      case 'heading_open':
        heading = { line: first, rank: Number(token.tag.slice(1)), setext: !token.markup.startsWith('#') };
        if (heading.setext && isLoneDash(source[(token.map?.[1] ?? 0) - 1] ?? '')) heading = undefined;
        break;
      case 'heading_close':
        heading = undefined;
        break;
      case 'tr_open':
        row = { line: first, cells: [] };
        break;
      case 'tr_close':
        block += 1;
        if (row) push('row', row.line, row.cells.join(' | '), { cells: row.cells });
        row = undefined;
        break;
      case 'hr':
        block += 1;
        push('rule', first, '');
        break;
      case 'fence':
      case 'code_block': {
        block += 1;
        const offset = token.type === 'fence' ? 1 : 0;
        for (const [index, code] of token.content.replace(/\n$/, '').split('\n').entries()) {
          const box = boxOf(code.trim());
          push('code', first + offset + index, box.more.box ? box.text : code.trimEnd(), box.more);
        }
        break;
      }
      case 'html_block':
        block += 1;
        pushHtml(token.content, first, push, pushComments);
        break;
      case 'inline': {
        const visible = visibleText(token.content);
        if (row) {
          pushComments(visible.comments, row.line);
          row.cells.push(visible.text.trim());
          break;
        }
        block += 1;
        pushComments(visible.comments, first);
        const rows = visible.text.split('\n');
        // A sentence above `---` is a statement and a rule to its author, though Markdown draws a heading.
        if (heading && !(heading.setext && readsAsProse(rows))) {
          push('heading', heading.line, rows.join(' ').trim(), { rank: heading.rank });
          break;
        }
        for (const [index, words] of rows.entries()) {
          const box = index === 0 || at.depth === 0 ? boxOf(words.trim()) : { text: words.trim(), more: {} };
          if (box.text !== '' || box.more.box) push('text', first + index, box.text, box.more);
        }
        break;
      }
    }
  }
  return withoutBots(lines);
}

/** `Risk` above a single `-` is a title above an empty bullet to its author, though Markdown draws a heading. */
function isLoneDash(line: string): boolean {
  return /^[\s>]*-\s*$/.test(line);
}

function readsAsProse(rows: readonly string[]): boolean {
  const last = rows.at(-1)?.trim() ?? '';
  return rows.length > 1 || last.length > 80 || /[.。!！]$/.test(last);
}

function boxOf(text: string): { text: string; more: { box?: 'ticked' | 'unticked' } } {
  const item = text.replace(/^[-*+]\s+(?=[[［])/, '');
  const mark = BOX.exec(item);
  // Several boxes in one line are options of one question.
  if (mark && ANOTHER_BOX.test(item.slice(mark[0].length))) return { text, more: {} };
  if (mark)
    return {
      text: item.slice(mark[0].length),
      more: { box: /^[✖✗✘❌-]?$/u.test(mark[1] ?? '') ? 'unticked' : 'ticked' },
    };
  const glyph = GLYPH_BOX.exec(text);
  if (glyph && BOX_GLYPH.test(glyph[1] ?? '')) {
    const rest = text.slice(glyph[0].length);
    if (BOX_GLYPH.test(rest)) return { text, more: {} };
    return { text: rest, more: { box: /[☑☒]/u.test(glyph[1] ?? '') ? 'ticked' : 'unticked' } };
  }
  return { text, more: {} };
}

function pushHtml(
  source: string,
  first: number,
  push: (kind: BodyLine['kind'], line: number, words: string, more?: Partial<BodyLine>) => void,
  pushComments: (comments: readonly { text: string; line: number }[], first: number) => void,
): void {
  const { text: bare, comments } = withoutComments(source);
  pushComments(comments, first);
  const marked = bare.replace(HTML_HEADING, (element, tag: string, inside: string) => {
    const title = visibleText(inside).text.replace(/\s+/g, ' ').trim();
    return `\n\uE000${tag.toLowerCase()}\uE000${title}\n`.replace(/^\n/, '') + element.replace(/[^\n]/g, '');
  });
  let line = first;
  for (const raw of marked.split('\n')) {
    const mark = /\uE000(h[1-6]|summary)\uE000(.*)$/.exec(raw);
    const before = mark ? raw.slice(0, mark.index) : raw;
    if (/<details\b/i.test(before)) push('fold-start', line, '');
    const words = visibleText(before).text.trim();
    if (words !== '') push('text', line, words);
    if (/<\/details\s*>/i.test(before)) push('fold-end', line, '');
    if (mark) {
      const rank = mark[1] === 'summary' ? undefined : Number(mark[1]?.slice(1));
      push('heading', line, mark[2] ?? '', rank === undefined ? {} : { rank });
      // The line break after a mark is ours, not the author's.
      continue;
    }
    line += 1;
  }
}

/** Leaves out what stands between a bot's markers, and lines that tools sign with. */
function withoutBots(lines: readonly BodyLine[]): readonly BodyLine[] {
  const lastEnd = new Map<RegExp, number>();
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'comment') continue;
    for (const end of BOT_REGION_ENDS) if (end.test(line.text)) lastEnd.set(end, index);
  }
  const kept: BodyLine[] = [];
  let until: RegExp | undefined;
  for (const [index, line] of lines.entries()) {
    if (until) {
      if (line.kind === 'comment' && until.test(line.text)) until = undefined;
      continue;
    }
    const end = line.kind === 'comment' ? botRegionEnd(line.text) : undefined;
    if (end && (lastEnd.get(end) ?? -1) > index) {
      until = end;
      if (kept.at(-1)?.kind === 'rule') kept.pop();
    } else if (line.kind === 'comment' || !isBotLine(line.text)) {
      kept.push(line);
    } else if (line.quoted) {
      // The signature at the end of a bot's note: the note above it, and the rule above that, are the bot's too.
      while (kept.at(-1)?.quoted) kept.pop();
      if (kept.at(-1)?.kind === 'rule') kept.pop();
    }
  }
  return kept;
}
