import { isFault, isPlace } from './english-fault.ts';
import { AUXILIARIES, FAULT_ADVERBS, FAULT_MODIFIERS, FAULT_VERBS, FEATURES, PRONOUNS } from './english-words.ts';
import type { Token } from './sentences.ts';

const JOINS = new Set(['that', 'which', 'and', 'but']);

/** "introduced in #12": what was introduced? The subject decides, and without one the sentence before. */
export function arrivesWithFault(left: readonly Token[], before: readonly Token[], right: readonly Token[]): boolean {
  let i = left.length - 1;
  let adverb = false;
  while (i >= 0) {
    const token = left[i];
    if (token === undefined) break;
    if (FAULT_ADVERBS.has(token.text)) adverb = true;
    else if (
      !AUXILIARIES.has(token.text) &&
      !(token.kind === 'mark' && '(,-–—'.includes(token.text)) &&
      !JOINS.has(token.text)
    )
      break;
    i -= 1;
  }
  const head = left[i];
  if (head === undefined || PRONOUNS.has(head.text) || (head.kind === 'mark' && ':;.-'.includes(head.text))) {
    return adverb || describesFault(before, head !== undefined);
  }
  const dueTo = left
    .slice(Math.max(0, i - 8), i)
    .some((token, k, near) => token.text === 'to' && near[k - 1]?.text === 'due');
  if (FEATURES.has(head.text) || head.kind === 'masked') {
    if (dueTo) return true;
    if (left.slice(Math.max(0, i - 2), i).some((token) => FAULT_MODIFIERS.has(token.text))) return true;
    return right
      .slice(0, 3)
      .some((token) => token.text === 'break' || token.text === 'broke' || token.text === 'breaks');
  }
  if (isFault(head)) return true;
  if (adverb || dueTo) return true;
  // "a bug in option parsing introduced in": the fault, then a phrase that says where.
  for (let k = i - 1; k >= Math.max(0, i - 9); k -= 1) {
    const token = left[k];
    if (token === undefined || (token.kind === 'mark' && token.text !== ',')) return false;
    if (isFault(token)) return isPlace(left[k + 1]);
    if (token.text === 'and' || token.text === 'but') return false;
  }
  return false;
}

/** Whether the sentence before says that something is wrong: "Fix failing test. Introduced in #12." */
function describesFault(before: readonly Token[], pronoun: boolean): boolean {
  const said = before.slice(0, 40);
  const modified = said.some(
    (token, i) => FAULT_MODIFIERS.has(token.text) && token.text !== 'missing' && i < said.length - 1,
  );
  const fault = said.some((token) => isFault(token) || FAULT_VERBS.has(token.text));
  const fixes = said.some((token) => /^(?:fix(?:e[sd]|ing)?|correct(?:s|ed|ing)?|repair(?:s|ed)?)$/.test(token.text));
  if (
    said.some((token) => /^(?:add|adds|added|document|documents|improve|remove|removes|removed)$/.test(token.text)) &&
    !fixes
  )
    return false;
  return pronoun ? fault || modified : (fault || modified) && (fixes || fault);
}
