const IMAGE = /!\[[^[\]]{0,300}\]\([^()\s]{0,2000}\)/g;
const LINK = /\[([^[\]]{0,300})\]\([^()]{0,2000}\)/g;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/g;

/** The words of a line: emphasis, code and link marks are gone, white space is single. */
export function plainText(text: string): string {
  return text
    .replace(IMAGE, '\uFFFC')
    .replace(LINK, '$1')
    .replace(/\[!(?:note|tip|important|warning|caution)\]/gi, ' ')
    .replace(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A key for "the same words": width, case, marks, white space and list numbers do not count. */
export function wordsKey(text: string): string {
  return plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/(?<=[\u2E80-\uFFFF])\s+(?=[\u2E80-\uFFFF])/g, '')
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
