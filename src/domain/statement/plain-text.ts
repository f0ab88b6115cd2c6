const IMAGE = /!\[[^[\]]{0,300}\]\([^()\s]{0,2000}\)/g;
const LINK = /\[([^[\]]{0,300})\]\([^()]{0,2000}\)/g;
/** Letters, digits and punctuation that mean nothing to Markdown. */
const PLAIN = /^[A-Za-z0-9\s.,:;?'"()/=+%@#-]*$/;
const ASCII = /^[ -~]*$/;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/** The words of a line: emphasis, code and link marks are gone, white space is single. */
export function plainText(text: string): string {
  // Most lines hold nothing to resolve.
  if (PLAIN.test(text)) return text.replace(/\s+/g, ' ').trim();
  return text
    .replace(IMAGE, '\uFFFC')
    .replace(LINK, '$1')
    .replace(/\[!(?:note|tip|important|warning|caution)\]/gi, ' ')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(INVISIBLE, '')
    .replace(/&(?:nbsp|ensp|emsp|zwsp|zwnj|#160|#x?20|#8203);/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A key for "the same words": width, case, marks, white space and list numbers do not count. */
export function wordsKey(text: string): string {
  const plain = plainText(text);
  if (ASCII.test(plain)) return plain.toLowerCase();
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/(?<=[\u2E80-\u9FFF\uF900-\uFFEF])\s+(?=[\u2E80-\u9FFF\uF900-\uFFEF])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/;

export function hasCjk(text: string): boolean {
  return CJK.test(text);
}

/** Words of a text; a CJK character counts as half a word, because such text has no spaces. */
export function wordCount(text: string): number {
  let cjk = 0;
  const rest = text.replace(/[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/g, () => {
    cjk += 1;
    return ' ';
  });
  return (rest.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0) + cjk / 2;
}
