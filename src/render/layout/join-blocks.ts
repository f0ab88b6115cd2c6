/** GitHub counts characters; so many bytes are never more characters, and fit wherever bytes are counted. */
export const TEXT_LIMIT = 65_535;

const encoder = new TextEncoder();

/**
 * Markdown blocks as one text of at most `limit` UTF-8 bytes. What does not fit is left out whole, or at the end of a
 * line where the block has lines that stand alone, and `note` says so: half a code block would swallow the rest.
 */
export function joinBlocks(blocks: readonly string[], note: string, limit = TEXT_LIMIT): string {
  const whole = blocks.join('\n\n');
  if (bytes(whole) <= limit) return whole;
  const budget = limit - bytes(`\n\n${note}`);
  let joined = '';
  for (const block of blocks) {
    const next = joined === '' ? block : `${joined}\n\n${block}`;
    if (bytes(next) > budget) {
      joined = block.startsWith('`') ? joined : addLines(joined, block, budget);
      break;
    }
    joined = next;
  }
  return joined === '' ? note : `${joined}\n\n${note}`;
}

function addLines(joined: string, block: string, budget: number): string {
  let used = bytes(joined);
  const fitting: string[] = [];
  for (const line of block.split('\n')) {
    used += bytes(line) + 2;
    if (used > budget) break;
    fitting.push(line);
  }
  return [joined, fitting.join('\n')].filter((part) => part !== '').join('\n\n');
}

function bytes(text: string): number {
  return encoder.encode(text).length;
}
