import { isLevelWord } from './level-text.ts';
import { isNoneWord } from './none-words.ts';
import { wordCount, wordsKey } from './plain-text.ts';

const ANSWERS: ReadonlySet<string> = new Set([
  ...[
    'yes',
    'no',
    'y',
    'n',
    'true',
    'false',
    'none',
    'n/a',
    'unknown',
    'maybe',
    'not sure',
    'done',
    'ok',
    'ng',
    'pass',
    'fail',
  ],
  ...[
    'はい',
    'いいえ',
    'あり',
    'なし',
    '有り',
    '無し',
    '有',
    '無',
    '要',
    '不要',
    '是',
    '否',
    '无',
    '예',
    '아니오',
    '아니요',
    '네',
    '있음',
    '없음',
    '필요',
    '불필요',
    'ja',
    'nein',
    'oui',
    'non',
    'si',
    'sí',
    'não',
    'sim',
  ],
]);

/** The alternatives of a line such as `Yes / No` or `low | medium | high`; `undefined` when it is not a list of them. */
function alternatives(text: string): readonly string[] | undefined {
  if (text.length > 300) return undefined;
  const words = wordsKey(text)
    .replace(/\bn\/a\b/g, 'n\u2215a')
    .replace(/[()[\]{}「」【】"'“”`]/g, ' ')
    .replace(/^(?:choose|select|pick)(?: one)?:?\s/, '')
    .replace(/[.。]\s*$/, '');
  if (words.length > 160) return undefined;
  const parts = words
    .split(/[/|｜／・]|[,、，]\s*(?:or\s)?|\sor\s|または|もしくは|或者?|또는/)
    .map((part) =>
      part
        .replaceAll('\u2215', '/')
        .replace(/^[\w-]{2,20}:\s*(?=\S)/, '')
        .trim(),
    )
    .filter((part) => part !== '');
  // "Minimal, n/a" is an answer; only three or more with commas are a list to choose from.
  const listed = /[/|｜／・]|\bor\b|または|もしくは|或|또는/.test(words);
  return parts.length >= (listed ? 2 : 3) ? parts : undefined;
}

/** Alternatives that are still to be chosen from: two or more answers or levels side by side. */
export function isOpenChoice(text: string): boolean {
  const parts = alternatives(text);
  if (!parts || new Set(parts).size < 2) return /^[✔✅☑]\uFE0F?\s?\/\s?[❌✖]/u.test(text.trim());
  const answers = parts.filter(isAnswer);
  if (parts.every(isNoneWord)) return false;
  if (answers.length === parts.length) return true;
  // `sale / pos / none`: one of them is an answer and all are short, so nobody has chosen yet.
  const slashed = /[/|｜／]/.test(text.replace(/n\/a/gi, ''));
  return slashed && answers.length > 0 && parts.every((part) => wordCount(part) <= 3 && !/^no\s/.test(part));
}

function isAnswer(part: string): boolean {
  return ANSWERS.has(part) || isLevelWord(part) || isNoneWord(part);
}

export type Stance = 'yes' | 'no' | 'level';

/** Which answer an option gives when its first word says so: `Yes, it breaks …`, `なし`, `Low`. */
export function stanceOf(text: string): Stance | undefined {
  const words = wordsKey(text).replace(/^[^\p{L}\p{N}]+/u, '');
  if (/^(?:yes|yep|y|true|はい|あり|有り?|是|예|네|있음)(?![\p{L}\p{N}])/u.test(words)) return 'yes';
  if (/^(?:no|none|n|n\/a|not applicable|false|いいえ|なし|無し?|否|无|아니[오요]|없음)(?![\p{L}\p{N}])/u.test(words))
    return 'no';
  return isLevelWord(words.replace(/\s(?:risk|impact)$/, '')) ? 'level' : undefined;
}
