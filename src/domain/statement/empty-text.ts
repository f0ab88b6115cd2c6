import { plainText, wordCount } from './plain-text.ts';

const LATER =
  /^(?:t\.?b\.?[dac]\.?|to ?do|fix ?me|wip|work in progress|pending|placeholder|no response|no answer|empty|blank|coming soon|later|see later|lorem ipsum\b.*|(?:to be|will be) (?:done|determined|decided|added|filled(?: in| out)?|written|updated|announced|confirmed|defined|completed|provided|documented)(?: later| soon| here)?|(?:i(?:'ll| will)|we(?:'ll| will)|will|need to|needs to|must|should)? ?(?:add|fill|update|write|complete|document|describe|provide|do|put|edit)(?: (?:this|that|it|these|details|description|info|more|something))*(?: (?:in|out|up|here))?(?: (?:later|soon|tomorrow|asap|eventually|when i have time|after review|before merge|before merging|afterwards))+|fill (?:me|this|it)? ?(?:in|out)|fill (?:me|this|it)|your (?:text|answer|description|content) here|(?:text|answer|description|content|details?) here|insert (?:text|description|details|answer) here|write (?:here|something|something here)|enter (?:text|description|here)|type here|please (?:fill|write|add|complete|describe)(?: (?:in|out|me|this|here|it|something))*|change ?me|replace ?me|edit ?me|foo|bar|foo ?bar|baz|test|testing|blah(?: blah)*|bla(?: bla)*|hoge|fuga|piyo|ほげ|てすと|テスト|テスト中|未定|未記入|未記載|未入力|未作成|未確認|検討中|作成中|記入中|記載中|調査中|準備中|後日|後ほど|あとで|後で|(?:後で|あとで|後ほど|後日|追って|のちほど).{0,12}(?:記載|記入|追記|書|追加|更新|埋め|入力|確認).{0,8}|(?:追記|記載|記入|作成|更新|追加)(?:予定|する|します|中|待ち)(?:です)?|ここに.{0,8}(?:記入|記載|入力|書).{0,10}|待定|待补充|待補充|待填写|待完善|待更新|待确认|稍后(?:补充|填写|更新|完善)|后续(?:补充|填写|更新|完善)|未填写|暂未填写|测试|미정|작성 ?중|작성 ?예정|추후 ?(?:작성|기재|추가|업데이트|보완)(?: ?예정)?|나중에.{0,12}|보류|테스트)$/i;
const LATER_OPENING = /^(?:t\.?b\.?[dac]\.?|to ?do|fix ?me|wip|未定|待定|미정)(?=[\s:：.,、。!…~()（-]|$)/i;
const MASH =
  /^(?:(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|ert|zxc|xcv|cvb|vbn|bnm|qaz|wsx)+[a-z]{0,3}|[asdfghjkl]*(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl)[asdfghjkl;]*|qwerty\w{0,8}|[bcdfghjklmnpqrstvwxz]{5,12}|(.{1,3})\1{2,})$/;
const REFERENCES =
  /^(?:(?:closes?|closed|fix(?:es|ed)?|resolves?|resolved|refs?|references|related(?: to| issues?)?|relates to|part of|issues?|see also|backports?|ticket|jira|関連|対応)?[:\s]*(?:[\w.-]+\/[\w.-]+)?#\d*(?:[\s,]+(?:and\s+)?#\d+)*\s*)+[.。]?$/i;
const BRACKETED =
  /^(?:\{[^{}]*\}|<[^<>]*>|\[[^[\]]*\]|【[^【】]*】|\{\{[^{}]*\}\}|\$\{[^{}]*\}|《[^《》]*》|＜[^＜＞]*＞|〈[^〈〉]*〉|%[^%\s]{1,40}%|__+|\.{2,}|…+)$/;

/** Nothing that an author would stand by: punctuation, "to be done", keyboard gibberish, an unfilled blank. */
export function isEmptyAnswer(source: string): boolean {
  const text = plainText(source)
    .replace(/(?<![\w/])@[\w-]+(?:\/[\w-]+)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\uFFFC]/u.test(text.replace(/[ー々〃]/g, ''))) return true;
  if (text.length > 300) return false;
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/^[\s([{<"'「『.,:;!?-]+|[\s)\]}>"'」』.。,、:;!！?？…~-]+$/g, '')
    .trim();
  if (bare === '' && !text.includes('\uFFFC')) return !/[\p{L}\p{N}]/u.test(text);
  if (/^[\d.,#]{1,4}$/.test(bare) || /^[a-z]$/i.test(bare) || /^x{2,}$/i.test(bare)) return !/^[YyNn]$/.test(bare);
  if (LATER.test(bare) || REFERENCES.test(text)) return true;
  if (/^[a-z]+$/.test(bare) && MASH.test(bare)) return true;
  const opening = LATER_OPENING.exec(bare);
  return opening !== null && wordCount(bare.slice(opening[0].length)) < 5;
}

/** A blank in brackets that a template leaves to be written over: `[Justify here]`, `{…}`, `<reason>`. */
export function isBracketed(source: string): boolean {
  const text = source.replace(/^[\s*_`]+|[\s*_`.,;:。]+$/g, '').trim();
  return text.length <= 600 && BRACKETED.test(text);
}

/** Takes bracketed blanks out of a line that has words around them: `Load: [before] → [after]`. */
export function withoutBlanks(source: string): string {
  return source.replace(/(?<!\])\[(?!!)[^[\]()]{1,200}\](?![([:])|\{\{?[^{}]{1,200}\}\}?|<[^<>=/]{1,200}>|_{3,}/g, ' ');
}
