import { describe, expect, it } from 'vitest';
import { joinBlocks } from '../../../src/render/layout/join-blocks.ts';

describe('joinBlocks', () => {
  it.each([
    ['all of it', ['a', 'b'], 10, 'a\n\nb'],
    ['nothing', [], 10, ''],
    ['whole blocks', ['aaaa', 'bbbb'], 9, 'aaaa\n\n#'],
    ['the lines of a block that fit', ['- a\n- b\n- c', 'd'], 13, '- a\n- b\n\n#'],
    ['no half code block', ['aa', '```\nb\nc\n```'], 12, 'aa\n\n#'],
    ['bytes, not letters', ['影響', '範囲'], 11, '影響\n\n#'],
    ['the note alone', ['aaaaaaaaaaaaa'], 5, '#'],
  ])('keeps %s', (_what, blocks, limit, joined) => {
    expect(joinBlocks(blocks, '#', limit)).toBe(joined);
    expect(new TextEncoder().encode(joined).length).toBeLessThanOrEqual(limit);
  });
});
