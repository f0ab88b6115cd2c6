import type { BodyLine } from './body-line.ts';
import { type HeadingMark, splitLabel } from './find-headings.ts';
import type { Section } from './find-section.ts';
import { wordCount } from './plain-text.ts';

/** One thing said in a section: a paragraph, an item, an option, a cell, a value behind a label. */
export interface Unit {
  readonly kind: 'paragraph' | 'item' | 'option' | 'title' | 'code' | 'row';
  readonly text: string;
  /** The heading or label that the text stands behind, when it has one. */
  readonly label?: string;
  /** The whole of the line, label included: what a template is compared with. */
  readonly whole: string;
  readonly ticked: boolean;
  readonly quoted: boolean;
  /** Units of one list or of one run of options share a group. */
  readonly group: number;
  /** Texts of the items that the unit is nested in. */
  readonly path: readonly string[];
  readonly firstLine: number;
  readonly lastLine: number;
}

const INLINE_BOX = /(?:[[［]\s?([xX✓✔vVoO●]?)\s?[\]］](?!\()|([☐□⬜☑☒]))\s*/gu;

/** The units of a section, the heading's own value first. */
export function sectionUnits(
  lines: readonly BodyLine[],
  markAt: ReadonlyMap<number, HeadingMark>,
  section: Section,
): readonly Unit[] {
  const units: Unit[] = [];
  const parents: { depth: number; text: string }[] = [];
  let group = 0;
  let previous: { depth: number; list: boolean; block: number } = { depth: 0, list: false, block: -1 };
  const add = (unit: Omit<Unit, 'path' | 'group'>): void => {
    units.push({ ...unit, group, path: parents.map((parent) => parent.text) });
  };

  const own = lines[section.mark.index];
  if (own && section.mark.value !== '') {
    for (const unit of textUnits(own, section.mark.value, section.mark.value, undefined)) add(unit);
  }
  let index = section.start;
  while (index < section.end) {
    const line = lines[index];
    if (
      !line ||
      line.kind === 'comment' ||
      line.kind === 'rule' ||
      line.kind === 'fold-start' ||
      line.kind === 'fold-end'
    ) {
      index += 1;
      continue;
    }
    const isList = line.depth > 0 || line.box !== undefined;
    if (line.depth !== previous.depth || isList !== previous.list || (!isList && line.block !== previous.block))
      group += 1;
    previous = { depth: line.depth, list: isList, block: line.block };
    if (line.startsItem) {
      while ((parents.at(-1)?.depth ?? 0) >= line.depth) parents.pop();
    } else if (line.depth === 0) {
      parents.length = 0;
    }
    const mark = markAt.get(index);
    if (
      line.kind === 'heading' ||
      mark?.form === 'bold' ||
      (mark?.form === 'item' && mark.value === '' && /^(?:\*\*|__)/.test(line.text))
    ) {
      const split = mark && mark.value !== '' ? { title: mark.title, value: mark.value } : splitLabel(line.text);
      const value = split?.value ?? '';
      const base = unitOf(line, line);
      if (split && value !== '') for (const unit of textUnits(line, value, line.text, split.title)) add(unit);
      else add({ ...base, kind: 'title', text: line.text, whole: line.text });
      group += 1;
      index += 1;
      continue;
    }
    if (line.kind === 'row') {
      const [head = '', ...cells] = line.cells ?? [];
      const header = lines[index + 1]?.kind === 'row' && lines[index - 1]?.kind !== 'row';
      const text = cells.filter((cell) => cell.trim() !== '').join(' ; ');
      if (cells.length === 0 || (!header && text !== '')) {
        for (const unit of textUnits(
          line,
          cells.length === 0 ? head : text,
          line.text,
          cells.length === 0 ? undefined : head,
        )) {
          add({ ...unit, kind: unit.kind === 'option' ? 'option' : 'row' });
        }
      }
      index += 1;
      continue;
    }
    // Lines of one block are one text, until a label, a box or another item starts.
    let end = index + 1;
    while (end < section.end) {
      const next = lines[end];
      if (!next || next.block !== line.block || next.kind !== line.kind || next.box || next.startsItem) break;
      if (markAt.has(end) && line.kind === 'text') break;
      end += 1;
    }
    const joined = lines.slice(index, end);
    const last = joined.at(-1) ?? line;
    const text = joinLines(joined);
    if (line.box) {
      add({ ...unitOf(line, last), kind: 'option', text, whole: text, ticked: line.box === 'ticked' });
    } else if (line.kind === 'code') {
      add({ ...unitOf(line, last), kind: 'code', text: joined.map((each) => each.text).join('\n'), whole: text });
    } else {
      const split = splitLabel(text);
      const labelled = split && (mark !== undefined || wordCount(split.title) <= 6);
      const value = labelled ? split.value : text;
      for (const unit of textUnits(line, value, text, labelled ? split.title : undefined))
        add({ ...unit, lastLine: last.line });
    }
    if (line.startsItem) parents.push({ depth: line.depth, text });
    index = end;
  }
  return units;
}

function unitOf(line: BodyLine, last: BodyLine): Omit<Unit, 'path' | 'group'> {
  return {
    kind: line.depth > 0 ? 'item' : 'paragraph',
    text: line.text,
    whole: line.text,
    ticked: false,
    quoted: line.quoted,
    firstLine: line.line,
    lastLine: last.line,
  };
}

/** A text is one unit, or one for each box in it: `Risk: [ ] low [x] high`. */
function textUnits(
  line: BodyLine,
  text: string,
  whole: string,
  label: string | undefined,
): Omit<Unit, 'path' | 'group'>[] {
  const base = { ...unitOf(line, line), whole, ...(label === undefined ? {} : { label }) };
  const boxes = /[[［☐□⬜☑☒]/u.test(text) ? [...text.matchAll(INLINE_BOX)] : [];
  if (boxes.length === 0) return [{ ...base, text }];
  return boxes.map((box, at) => {
    const from = box.index + box[0].length;
    const option = text.slice(from, boxes[at + 1]?.index ?? text.length).replace(/[\s/|,;、]+$/, '');
    const ticked = box[2] === undefined ? box[1] !== '' : /[☑☒]/u.test(box[2]);
    return { ...base, kind: 'option' as const, text: option, whole: option, ticked };
  });
}

const IDEOGRAPHIC = /[\u2E80-\u9FFF\uF900-\uFFEF]/;

/** Wrapped lines as one text; Japanese and Chinese have no space where a line was wrapped. */
function joinLines(lines: readonly BodyLine[]): string {
  let before = '';
  const parts: string[] = [];
  for (const { text } of lines) {
    const glued = before === '' || (IDEOGRAPHIC.test(before.slice(-1)) && IDEOGRAPHIC.test(text.slice(0, 1)));
    parts.push(glued ? '' : ' ', text);
    before = text;
  }
  return parts.join('');
}
