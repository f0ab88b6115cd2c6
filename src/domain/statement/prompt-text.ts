import { isMetaOnly } from './meta-words.ts';
import { hasCjk, plainText, wordsKey } from './plain-text.ts';
import { ASIDE, EDITS, GOES_ON, LENIENT_PROMPT, PROMPTS, QUESTION } from './prompt-patterns.ts';
import { CJK_EDITS, CJK_PROMPTS } from './prompt-patterns-cjk.ts';

/** Longer paragraphs are an author's. */
const LONGEST = 3_000;

/**
 * Takes what a template asks out of a text; what is left is the author's. `lenient` for places where authors rarely
 * write (italics, parentheses, quotes): there one prompt makes the whole text the template's.
 */
export function withoutPrompts(source: string, lenient: boolean): string {
  const text = plainText(source);
  if (text === '' || text.length > LONGEST) return text;
  const key = wordsKey(text);
  if (isMetaOnly(text) || [...EDITS, ...CJK_EDITS].some((pattern) => pattern.test(key))) return '';
  const sentences = splitSentences(text);
  const asked = sentences.map((sentence) => isPrompt(sentence, lenient));
  if (!asked.includes(true)) return text;
  if (lenient) return '';
  const left: string[] = [];
  for (const [index, sentence] of sentences.entries()) {
    // Until the author speaks, what follows a prompt is more of it.
    const behind = left.length === 0 && index > 0;
    const more = behind && (ASIDE.test(sentence) || GOES_ON.test(wordsKey(sentence)));
    if (!asked[index] && !more && !isMetaOnly(sentence)) left.push(sentence);
  }
  return left.join(' ').trim();
}

function isPrompt(sentence: string, lenient: boolean): boolean {
  const key = wordsKey(sentence)
    .replace(/^[\s"'“(（「【[•*+-]+/, '')
    .replace(/[’‘]/g, "'")
    .slice(0, 500)
    .replace(/[)）」】\]"”:：\s]+$/, '');
  if (key === '') return false;
  if (QUESTION.test(key)) return true;
  const tail = key.slice(-120);
  if (hasCjk(tail) && CJK_PROMPTS.some((pattern) => pattern.test(tail))) return true;
  const open = key.replace(/[.。!]+$/, '');
  return PROMPTS.some((pattern) => pattern.test(open)) || (lenient && LENIENT_PROMPT.test(open));
}

function splitSentences(text: string): readonly string[] {
  const guarded = text.replace(/\b(?:e\.g|i\.e|etc|vs|approx|ex)\.(?=\s|,)/gi, (word) =>
    word.replaceAll('.', '\u2024'),
  );
  return guarded
    .split(/(?<=[.!?])\s+(?=["'([]?[\p{L}\p{N}_])|(?<=[。！？])\s*/u)
    .map((sentence) => sentence.replaceAll('\u2024', '.').trim())
    .filter((sentence) => sentence !== '');
}
