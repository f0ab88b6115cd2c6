import { stanceOf } from './choice-text.ts';
import type { Document } from './document.ts';
import { isEmptyAnswer } from './empty-text.ts';
import type { Section } from './find-section.ts';
import type { Quote, StatementVerdict } from './impact-statement.ts';
import { readNone } from './none-text.ts';
import { plainText, wordCount } from './plain-text.ts';
import { type Answer, isExample, readAnswer } from './read-answer.ts';
import { sectionUnits, type Unit } from './section-units.ts';
import { repeatsTemplate, type TemplateSection, withoutTemplate } from './template-section.ts';

export interface SectionJudgement {
  readonly verdict: Exclude<StatementVerdict, 'missing'>;
  readonly quote?: Quote;
  readonly reason?: string;
  readonly levelOnly: boolean;
  /** A group of options of which exactly one should be ticked, and is not. */
  readonly openChoice?: { readonly options: readonly string[]; readonly chosen: number; readonly line: number };
}

interface Reading {
  readonly unit: Unit;
  readonly answer: Answer;
}

const SAMPLES_FOLLOW =
  /\b(?:examples?|for instance|such as|(?:can|may|might|could) include|things like)\b[^.]*[:：]\s*$|(?:例|例えば|例如|比如|예)\s*[:：]\s*$/i;
const LONGEST_QUOTE = 2_000;
/** Nobody answers in more pieces; hostile bodies do. */
const MOST_UNITS = 1_500;
const MOST_OPTIONS = 20;

/** Judges what stands in one section, after the template's own words are taken away. */
export function judgeSection(document: Document, section: Section, template: TemplateSection): SectionJudgement {
  const units = sectionUnits(document.lines, document.markAt, section);
  const repeated = repeatsTemplate(units, template);
  const contradicting = unchosenAnswers(units);
  const samples = template.texts.size === 0 ? sampleItems(units) : new Set<Unit>();
  const readings: Reading[] = [];
  const read = new Map<string, Answer>();
  for (const unit of units.slice(0, MOST_UNITS)) {
    if (repeated.has(unit) || contradicting.has(unit) || samples.has(unit)) continue;
    const key = `${unit.kind} ${unit.ticked} ${unit.quoted} ${unit.label ?? ''} ${unit.text}`;
    const answer = read.get(key) ?? readUnit(unit, template);
    read.set(key, answer);
    if (answer.kind !== 'nothing') readings.push({ unit, answer });
  }
  const body = readings.filter((reading) => reading.unit.kind !== 'title');
  const said = body.length > 0 ? body : readings;
  const openChoice = findOpenChoice(units);
  const more = openChoice ? { openChoice } : {};
  if (said.length === 0) return { verdict: 'placeholder', levelOnly: false, ...more };

  const quote = quoteOf(document, said);
  const none = noneOf(said);
  if (none) return { verdict: 'none', quote, levelOnly: false, ...none, ...more };
  return { verdict: 'filled', quote, levelOnly: said.every(({ answer }) => answer.kind === 'level'), ...more };
}

function readUnit(unit: Unit, template: TemplateSection): Answer {
  if (unit.kind === 'option') {
    if (!unit.ticked) return { kind: 'nothing' };
    return readOption(unit.text);
  }
  if (unit.kind === 'title') return readTitle(unit.text);
  if (unit.kind === 'code') return readAnswer(unit.text);
  const { label } = unit;
  // `None: …`, `TODO: …` and `Example: …` are no labels of an answer.
  if (label !== undefined && (isPlainNone(label) || isEmptyAnswer(label) || isExample(label))) {
    return readAnswer(unit.whole, unit.quoted);
  }
  const text = template.prompts.length === 0 ? unit.text : restOf(unit, template);
  return readAnswer(text, unit.quoted);
}

function restOf(unit: Unit, template: TemplateSection): string {
  const rest = withoutTemplate(unit.text, template);
  return rest === plainText(unit.text) ? unit.text : rest;
}

function isPlainNone(label: string): boolean {
  return readNone(label)?.strength === 'plain';
}

/** A ticked option says what its words say. */
function readOption(text: string): Answer {
  if (isEmptyAnswer(text)) return { kind: 'nothing' };
  const none = readNone(text);
  if (none && (none.strength === 'plain' || wordCount(text) <= 8)) return { kind: 'none', ...none };
  const answer = readAnswer(text);
  return answer.kind === 'level' ? answer : { kind: 'words' };
}

/** A sub-heading names; only when it is itself an answer (`### Low`, `**No risk**`) does it say anything. */
function readTitle(text: string): Answer {
  const answer = readAnswer(text);
  if (answer.kind === 'none' || answer.kind === 'level') return answer;
  return wordCount(text) >= 8 || /[.。!！]\W*$/.test(text) ? answer : { kind: 'nothing' };
}

/** Items right behind "for example:" are the template's; with the template at hand it is compared instead. */
function sampleItems(units: readonly Unit[]): ReadonlySet<Unit> {
  const samples = new Set<Unit>();
  let group: number | undefined;
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1];
    if (before && before.group !== unit.group) {
      group = before.kind === 'paragraph' && SAMPLES_FOLLOW.test(before.whole.slice(-300)) ? unit.group : undefined;
    }
    if (unit.kind === 'item' && unit.group === group) samples.add(unit);
  }
  return samples;
}

/** Lists in which both "yes …" and "no …", or several bare levels, still stand: nobody has chosen. */
function unchosenAnswers(units: readonly Unit[]): ReadonlySet<Unit> {
  const groups = new Map<number, Map<string, Unit[]>>();
  for (const unit of units) {
    if (unit.kind !== 'item' || unit.label !== undefined) continue;
    const stance = stanceOf(unit.text);
    if (!stance) continue;
    const group = groups.get(unit.group) ?? new Map<string, Unit[]>();
    const said = group.get(stance);
    if (said) said.push(unit);
    else group.set(stance, [unit]);
    groups.set(unit.group, group);
  }
  const open = new Set<Unit>();
  for (const group of groups.values()) {
    const yes = group.get('yes') ?? [];
    const no = group.get('no') ?? [];
    const levels = group.get('level') ?? [];
    if (yes.length > 0 && no.length > 0) for (const unit of [...yes, ...no]) open.add(unit);
    if (levels.length > 1) for (const unit of [...levels, ...no]) open.add(unit);
  }
  return open;
}

function findOpenChoice(units: readonly Unit[]): SectionJudgement['openChoice'] {
  const groups = new Map<number, Unit[]>();
  for (const unit of units) {
    if (unit.kind !== 'option') continue;
    const group = groups.get(unit.group);
    if (group) group.push(unit);
    else groups.set(unit.group, [unit]);
  }
  for (const group of groups.values()) {
    const exclusive = group.length >= 2 && group.every((unit) => stanceOf(leadOf(unit.text)) !== undefined);
    const chosen = group.filter((unit) => unit.ticked).length;
    const first = group[0];
    if (exclusive && first && chosen !== 1) {
      return {
        options: group.slice(0, MOST_OPTIONS).map((unit) => plainText(unit.text.slice(0, 200)).slice(0, 80)),
        chosen,
        line: first.firstLine,
      };
    }
  }
  return undefined;
}

/** `**High** — broad impact …` → `High`. */
function leadOf(text: string): string {
  return plainText(text).split(/\s[-–—:]|[:：(（,、]/, 1)[0] ?? '';
}

/** All say none, or the first one does in one word and what follows is why. */
function noneOf(said: readonly Reading[]): { readonly reason?: string } | undefined {
  const [first, ...rest] = said;
  if (first?.answer.kind !== 'none') return undefined;
  const others = rest.filter(({ answer }) => answer.kind !== 'none');
  const reasons = said.flatMap(({ answer }) => (answer.kind === 'none' && answer.reason ? [answer.reason] : []));
  if (others.length > 0) {
    const labelled = others.some(
      ({ unit }) => unit.label !== undefined || unit.kind === 'option' || unit.kind === 'row',
    );
    const listed = others.some(({ unit }) => unit.kind === 'item') && first.answer.strength === 'sentence';
    if (labelled || listed || others.some(({ answer }) => answer.kind === 'level') || first.unit.label !== undefined)
      return undefined;
    reasons.push(...others.map(({ unit }) => plainText(unit.text)));
  }
  const reason = reasons.join(' ').slice(0, LONGEST_QUOTE);
  return reason === '' ? {} : { reason };
}

function quoteOf(document: Document, said: readonly Reading[]): Quote {
  const firstLine = said[0]?.unit.firstLine ?? 1;
  const lastLine = said.reduce((last, { unit }) => Math.max(last, unit.lastLine), firstLine);
  const text = document.source
    .slice(firstLine - 1, lastLine)
    .join('\n')
    .trim()
    .slice(0, LONGEST_QUOTE);
  return { text, firstLine, lastLine };
}
