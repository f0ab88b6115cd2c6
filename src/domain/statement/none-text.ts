import { BUT, CAUSE, CJK_SENTENCES, ENDS_IN_NONE, MAYBE, SAYS_MORE, SENTENCES, SO_NOT_ANY } from './none-patterns.ts';
import { isNoneWord } from './none-words.ts';
import { hasCjk, plainText, wordCount, wordsKey } from './plain-text.ts';

/** "No impact" in the author's words. */
export interface NoneReading {
  /** `plain` when a bare word opens the text (`None`, `なし`); `sentence` when a sentence says so. */
  readonly strength: 'plain' | 'sentence';
  readonly reason?: string;
}

/** A longer text says more than that there is no impact. */
const LONGEST = 4_000;

/**
 * Reads "there is no impact"; `undefined` when the text says anything else, or says what the impact is
 * after a "but". `None of the users are affected because …` is none, with the sentence as its reason.
 */
export function readNone(source: string): NoneReading | undefined {
  if (source.length > LONGEST) return undefined;
  const text = plainText(source).replace(/^[^\p{L}\p{N}(（「]+/u, '');
  if (text === '') return undefined;
  const key = wordsKey(text)
    .replace(/[’‘]/g, "'")
    .replace(/^[("“「（\s]+|[)"”」）\s]+$/g, '');
  const bare = key.replace(/[.。!！,、;:：~\s-]+$/g, '');
  if (isNoneWord(bare)) return { strength: 'plain' };

  const opening = plainOpening(text);
  if (opening !== undefined) {
    if (BUT.test(opening.toLowerCase()) && wordCount(opening) >= 4) return undefined;
    const reason = tidyReason(opening);
    return reason === '' ? { strength: 'plain' } : { strength: 'plain', reason };
  }

  const [first = '', rest = ''] = splitFirstSentence(text);
  const sentence = wordsKey(first)
    .replace(/[’‘]/g, "'")
    .replace(/^[("“「（]+/, '')
    .slice(0, 400);
  const says = hasCjk(sentence)
    ? saysNoneInCjk(sentence)
    : SENTENCES.some((pattern) => pattern.test(sentence)) && !/^no (?:longer|more|matter)\b/.test(sentence);
  // Only what does not deny from its first words on: there the denial is no reason for itself.
  const ends =
    !says &&
    rest === '' &&
    (ENDS_IN_NONE.test(sentence) || SO_NOT_ANY.test(sentence)) &&
    !SAYS_MORE.test(sentence) &&
    wordCount(sentence) <= 25;
  if (ends && !BUT.test(sentence) && !MAYBE.test(sentence)) return { strength: 'sentence', reason: first };
  const whole = wordsKey(text);
  if (!says || BUT.test(whole) || MAYBE.test(whole)) return undefined;
  if (
    rest !== '' &&
    /^no (?:breaking|schema|api|migration|downtime|database|db|ui|visual|data)\b/.test(sentence) &&
    wordCount(rest) > 4
  )
    return undefined;
  if (rest !== '') return { strength: 'sentence', reason: tidyReason(rest) || first };
  return CAUSE.test(sentence) || /[;:—–,、，]\s*\S{3}/.test(sentence)
    ? { strength: 'sentence', reason: first }
    : { strength: 'sentence' };
}

/** What follows a bare none word at the start of the text; `undefined` when the text does not start with one. */
function plainOpening(text: string): string | undefined {
  const latin = /^(?:none|n\/a|n\.a|nope|nothing|no|nil|not applicable|na)\s*(?:[.,;:!(（—–]|-+\s)(.*)/i.exec(text);
  if (latin) return latin[1] ?? '';
  const worded =
    /^(?:none|n\/a|nope|nothing|not applicable)\s+(?:(?:that (?:i|we)|i|we|which i)(?:'m| am| are|'re)?\s+(?:know|can think|aware|can see|see|expect|foresee|could find)|known|expected|anticipated|foreseen|foreseeable|aware|really|identified|at (?:this|the) (?:time|moment)|so far|atm|afaik|i think|i guess|to my knowledge|as far as)\b(.*)/i.exec(
      text,
    );
  if (worded) return (worded[1] ?? '').replace(/^\s*(?:of|about|any|this|time|moment|i know|we know)\b/gi, '');
  const cjk =
    /^(?:特に|特段|現状|今のところ|基本的に)?(?:該当|影響|リスク|問題)?(?:は|も)?(?:なし|無し|ありません|ございません|いいえ|不要)(?:です|でした)?\s*(?:[。．.、,（(:：—–-]|\s)(.*)/.exec(
      text,
    );
  if (cjk) return cjk[1] ?? '';
  const zh =
    /^(?:无|無|没有|沒有|暂无|不适用|不涉及|否|없음|없습니다|해당 ?없음|해당 ?사항 ?없음|아니[오요])\s*(?:[。．.、,，（(:：;；—–-]|\s)(.*)/.exec(
      text,
    );
  return zh?.[1];
}

function saysNoneInCjk(sentence: string): boolean {
  if (
    /(?:少ない|少なくない|とは言えない|とは限らない|わけではない|なくはない|不明|わからない|分からない|かもしれない|かもしれません|ないか|ないよう|ないのか)/.test(
      sentence,
    )
  )
    return false;
  return CJK_SENTENCES.some((pattern) => pattern.test(sentence));
}

function splitFirstSentence(text: string): readonly [string, string] {
  const end = /[.!?](?=\s+[\p{Lu}\p{N}"'([])|[。！？]/u.exec(
    text.replace(/\b(?:e\.g|i\.e|etc|vs|approx)\./gi, (word) => word.replaceAll('.', '\u2024')),
  );
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 1).trim()] : [text, ''];
}

function tidyReason(text: string): string {
  const reason = text.replace(/^[\s.,;:()（）。、—–-]+/, '').replace(/[)）\s]+$/, '');
  return wordCount(reason) >= 2 ? reason : '';
}
