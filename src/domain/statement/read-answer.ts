import { isOpenChoice } from './choice-text.ts';
import { isBracketed, isEmptyAnswer, withoutBlanks } from './empty-text.ts';
import { splitLabel } from './find-headings.ts';
import { isLevelOnly } from './level-text.ts';
import { readNone } from './none-text.ts';
import { plainText, wordCount } from './plain-text.ts';
import { withoutPrompts } from './prompt-text.ts';

/** What one piece of text amounts to. */
export type Answer =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'none'; readonly strength: 'plain' | 'sentence'; readonly reason?: string }
  | { readonly kind: 'level' }
  | { readonly kind: 'words' };

const EXAMPLE = /^[※(（]?\s*(?:例|記入例|記載例|ex|e\.?g\.?|examples?|sample|例如|示例|예|예시)$/i;
const NOTHING: Answer = { kind: 'nothing' };

/** Reads a text that may be an answer, a prompt, a choice still open, or nothing. `quoted` text is rarely the author's own. */
export function readAnswer(source: string, quoted = false, depth = 0): Answer {
  const text = source.trim().replace(/\bn\s?[/\\]\s?a\b/gi, 'n/a');
  if (text === '' || isBracketed(text) || isEmptyAnswer(text) || isOpenChoice(text)) return NOTHING;
  const none = readNone(text);
  if (none) return { kind: 'none', ...none };
  if (isLevelOnly(text)) return { kind: 'level' };

  const label = depth < 2 ? splitLabel(text) : undefined;
  if (label && wordCount(label.title) <= 6 && !/[?？]/.test(label.title)) {
    if (isExample(label.title)) return NOTHING;
    const value = readAnswer(label.value, quoted, depth + 1);
    // `Note: see below` and the like keep their words; an empty or open value makes the label empty too.
    if (value.kind !== 'words') return value;
  }
  const tail = /[:：]\s*([^:：]{0,60})$/.exec(text);
  if (tail && depth < 2) {
    // However long the label is: `… everything that is measured: (yes / no)`.
    const value = readAnswer(tail[1] ?? '', quoted, depth + 1);
    if (value.kind === 'nothing' || value.kind === 'none') return value;
  }
  const asked = withoutPrompts(withoutBlanks(text), quoted || isAside(text));
  if (isEmptyAnswer(asked) || isOpenChoice(asked)) return NOTHING;
  if (asked !== plainText(text) && depth < 2) return readAnswer(asked, quoted, depth + 1);
  return { kind: 'words' };
}

/** `Example: …` is a template's sample. */
export function isExample(label: string): boolean {
  return EXAMPLE.test(plainText(label));
}

/** Wholly italic or in parentheses: how templates whisper. */
function isAside(text: string): boolean {
  return /^(?:_(?!_).{3,}_|\*(?!\*).{3,}\*|\*\*_.{3,}_\*\*|[(（].{3,}[)）])[.。:：]?$/s.test(text.trim());
}
