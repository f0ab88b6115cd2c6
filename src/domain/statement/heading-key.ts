import { hasCjk, plainText } from './plain-text.ts';

const KEYCAP = /[0-9#*]\uFE0F?\u20E3/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3/gu;
const SHORTCODE = /:[a-z0-9_+-]{2,30}:/g;
const HINT = /[([【［][^()[\]【】［］]{0,120}[)\]】］]/g;
const NUMBER =
  /^(?:[(#]?\d{1,2}(?:\.\d{1,2}){0,3}[.):、．)]?\s+|\d{1,2}[.):、．)]\s*|(?:step|section)\s+\d+[:.]?\s*|[ivx]{1,4}[.)]\s+)/i;
const MARKERS =
  /\s*(?:[-–—:|*]\s*)?(?:required|optional|mandatory|recommended|if applicable|if any|必須|任意|必填|选填|可选|필수|선택)\s*$/i;
const EDGE = /^[\s\-–—:：?？!！.。,、…*#>~=|/]+|[\s\-–—:：?？!！.。,、…*#~=|/]+$/g;
const LONGEST = 200;

/** What two spellings of one heading have in common; empty when nothing is left. */
export function headingKey(raw: string): string {
  const text = clean(raw);
  const bare = trimEdges(text.replace(HINT, ' '));
  return finish(bare === '' ? text.replace(/[()[\]【】［］]/g, ' ') : bare);
}

/**
 * Every key under which a heading may be known: the whole, each side of a slash or an "and", and a hint in another script
 * (`Impact (影響)` is known as `impact` and as `影響`).
 */
export function headingKeys(raw: string): readonly string[] {
  if (raw.length > LONGEST) return [];
  const keys = new Set<string>([headingKey(raw)]);
  const text = clean(raw);
  for (const hint of text.match(HINT) ?? []) {
    const inside = hint.slice(1, -1);
    if (hasCjk(inside) !== hasCjk(text.replace(hint, ''))) keys.add(finish(trimEdges(inside)));
  }
  for (const side of sides(text.replace(HINT, ' '))) keys.add(finish(trimEdges(side)));
  keys.delete('');
  return [...keys];
}

/** Keys that a wanted heading may be met under; a side counts only when the two sides are two languages. */
export function wantedKeys(headings: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const heading of headings) {
    keys.add(headingKey(heading));
    const parts = sides(clean(heading));
    if (parts.some(hasCjk) && !parts.every(hasCjk)) for (const part of parts) keys.add(finish(trimEdges(part)));
  }
  keys.delete('');
  return keys;
}

function clean(raw: string): string {
  const plain = plainText(raw.slice(0, LONGEST));
  if (/^[ -~]*$/.test(plain)) return plain.toLowerCase().replace(SHORTCODE, '').trim();
  return plain.normalize('NFKC').toLowerCase().replace(KEYCAP, '').replace(EMOJI, '').replace(SHORTCODE, '').trim();
}

function sides(text: string): readonly string[] {
  const parts = text.split(/[/|／｜・&＆+]|\sand\s|\s?(?:および|及び|と|및|与|和)\s?/);
  return parts.length > 1 && parts.length <= 4 ? parts : [];
}

function trimEdges(text: string): string {
  return text.trim().replace(NUMBER, '').replace(MARKERS, '').replace(EDGE, '');
}

function finish(text: string): string {
  return trimEdges(text)
    .replace(/(?<=[\p{L}\p{N}])[-_‐‑](?=[\p{L}\p{N}])/gu, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/["“”「」『』]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
