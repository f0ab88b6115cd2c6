import { parseGlob } from '../risk/glob/parse-glob.ts';
import type { CodeOwners, OwnerRule } from './code-owners.ts';

/** GitHub reads no file above 3 MB. */
const MAX_TEXT = 3 * 1024 * 1024;
/** The last rule that fits decides, so of more rules the last ones are kept. */
const MAX_RULES = 10_000;
const MAX_LINE = 2_000;
const MAX_OWNERS = 20;
/** `@login`, `@organisation/team`, or an e-mail address. */
const OWNER = /^(?:@[\w.-]{1,100}(?:\/[\w.-]{1,100})?|[^\s@]{1,100}@[^\s@]{1,200})$/;

/**
 * Reads a CODEOWNERS file as GitHub does: patterns are git's without negation, `[…]` and braces; a line that GitHub would call
 * invalid says nothing. Linear; never throws.
 */
export function parseCodeOwners(text: string): CodeOwners {
  if (text.length > MAX_TEXT) return { rules: [] };
  const rules = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line): OwnerRule[] => parseLine(line) ?? []);
  return { rules: rules.slice(-MAX_RULES) };
}

function parseLine(line: string): OwnerRule[] | undefined {
  if (line.length > MAX_LINE) return undefined;
  const [pattern, ...rest] = wordsOf(line);
  if (pattern === undefined || pattern.startsWith('!') || /(?<!\\)\[/.test(pattern)) return undefined;
  if (rest.length > MAX_OWNERS || !rest.every((owner) => OWNER.test(owner))) return undefined;
  // Braces and brackets are letters like any other here.
  const glob = parseGlob(pattern.replace(/(?<!\\)[{}()]/g, '\\$&'));
  if ('code' in glob) return undefined;
  return [{ glob, owners: [...new Set(rest.map((owner) => owner.replace(/^@/, '').toLowerCase()))].sort() }];
}

/** Words before a comment; a space after a backslash belongs to its word. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/gu) ?? [];
  const comment = words.findIndex((word) => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}
