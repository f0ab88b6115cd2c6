import { stanceOf } from './choice-text.ts';
import type { Document } from './document.ts';
import type { HeadingMark } from './find-headings.ts';
import { findSection } from './find-section.ts';
import { sectionUnits, type Unit } from './section-units.ts';
import { plainText, wordCount, wordsKey } from './plain-text.ts';

/** What the base branch's template says in one section, ready to be compared with. */
export interface TemplateSection {
  /** Whole units of this section, and longer ones of the entire template, by their words. */
  readonly texts: ReadonlySet<string>;
  /** Prompts long enough to be cut out of a paragraph that they share with the author's words. */
  readonly prompts: readonly string[];
  readonly options: readonly { readonly key: string; readonly box: boolean; readonly stance: boolean }[];
}

const NOTHING: TemplateSection = { texts: new Set(), prompts: [], options: [] };
const MOST_PROMPTS = 60;

export function readTemplateSection(template: Document | undefined, keys: readonly string[]): TemplateSection {
  if (!template) return NOTHING;
  const mark = template.marks.find((each) => each.keys.some((key) => keys.includes(key)));
  const texts = new Set<string>();
  const prompts: string[] = [];
  const options: { key: string; box: boolean; stance: boolean }[] = [];
  for (const line of template.lines) {
    if (line.kind !== 'comment' && wordCount(line.text) >= 3) texts.add(optionKey(line.text));
  }
  if (mark) {
    const section = findSection(template.lines, template.marks, mark, new Set());
    for (const unit of sectionUnits(template.lines, template.markAt, section)) {
      texts.add(optionKey(unit.whole));
      texts.add(optionKey(unit.text));
      if (unit.kind === 'option' || unit.kind === 'item') {
        const path = unit.kind === 'option' ? unit.path : [];
        options.push({
          key: optionKey([...path, unit.text].join(' ')),
          box: unit.kind === 'option',
          stance: stanceOf(unit.text) !== undefined,
        });
      }
      if (prompts.length < MOST_PROMPTS && wordCount(unit.whole) >= 3)
        prompts.push(plainText(unit.whole).toLowerCase());
    }
    for (let index = section.start; index < section.end; index += 1) {
      const line = template.lines[index];
      if (line && line.kind !== 'comment') texts.add(optionKey(line.text));
    }
  }
  texts.delete('');
  return { texts, prompts: prompts.sort((a, b) => b.length - a.length), options };
}

/** The words of an option or prompt without punctuation, for equality only: likeness is never asked. */
function optionKey(text: string): string {
  return wordsKey(text)
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Units that only repeat the template. Of options that the template lists, the author's choice is what is left when
 * most of the others were deleted; as long as more than half of them stand there, nobody has chosen.
 */
export function repeatsTemplate(units: readonly Unit[], template: TemplateSection): ReadonlySet<Unit> {
  const repeated = new Set<Unit>();
  const chosen = template.options.filter((option) => option.box || option.stance);
  const left = new Map<Unit, string>();
  for (const unit of units) {
    if (unit.kind === 'option') continue;
    if (unit.kind === 'item' && unit.label === undefined) {
      const key = optionKey(unit.text);
      const path = optionKey([...unit.path, unit.text].join(' '));
      const option =
        chosen.find((each) => each.key === key || each.key === path) ??
        chosen.find((each) => each.box && each.key.startsWith(path) && wordCount(path) >= 2);
      if (option) {
        left.set(unit, option.key);
        continue;
      }
    }
    if (template.texts.has(optionKey(unit.whole))) repeated.add(unit);
  }
  const kept = new Set(left.values()).size;
  if (kept * 2 > chosen.length || chosen.length < 2) for (const unit of left.keys()) repeated.add(unit);
  return repeated;
}

/** Cuts the template's prompts out of a text that holds more than them. */
export function withoutTemplate(text: string, template: TemplateSection): string {
  let words = plainText(text);
  for (const prompt of template.prompts) {
    const at = words.toLowerCase().indexOf(prompt);
    if (at < 0 || prompt.length >= words.length) continue;
    words = `${words.slice(0, at)} ${words.slice(at + prompt.length)}`.trim();
  }
  return words;
}

/** Keys of pseudo-headings that end the section: the template has them outside it, or behind its own visible prompt. */
export function closingKeys(
  template: Document | undefined,
  mark: HeadingMark,
  fields: ReadonlySet<string>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  const own = template?.marks.find((each) => each.keys.some((key) => mark.keys.includes(key)));
  if (!template || !own) return keys;
  const section = findSection(template.lines, template.marks, own, new Set());
  const prompted = (end: number): boolean => {
    for (let index = section.start; index < end; index += 1) {
      if (template.lines[index]?.kind === 'text' && !template.markAt.has(index)) return true;
    }
    return false;
  };
  for (const each of template.marks) {
    if (each === own || each.form === 'row' || each.form === 'summary') continue;
    const inside = each.index >= section.start && each.index < section.end;
    if (inside && (each.form === 'heading' || each.form === 'item' || !prompted(each.index))) continue;
    for (const key of each.keys.slice(0, 1)) if (!fields.has(key) && !own.keys.includes(key)) keys.add(key);
  }
  return keys;
}
