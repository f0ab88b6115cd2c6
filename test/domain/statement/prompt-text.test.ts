import { describe, expect, it } from 'vitest';
import { withoutPrompts } from '../../../src/domain/statement/prompt-text.ts';

describe('withoutPrompts', () => {
  it.each([
    ['', ''],
    ['...', '...'],
    ['The importer.', 'The importer.'],
    ['Describe the risk.', ''],
    ['Describe the risk!!', ''],
    ['((Describe the risk))', ''],
    ['“Describe the risk”:', ''],
    ['What’s the risk?', ''],
    ['Describe the risk. The importer stops. It is slow.', 'The importer stops. It is slow.'],
    ['The importer stops. Describe the risk.', 'The importer stops.'],
    ['Describe the risk! (The importer) stops.', '(The importer) stops.'],
    ['What breaks? 2 importers', '2 importers'],
    ['リスクを記載してください。取り込みが止まる。', '取り込みが止まる。'],
    ['取り込みが止まる。リスクを記載してください。', '取り込みが止まる。'],
    // A dot of an abbreviation ends no sentence.
    ['Describe the risk, e.g. Timers. The importer, i.e. Both of them.', 'The importer, i.e. Both of them.'],
    // What goes on behind a prompt is its, until the author speaks.
    ['Describe the risk. For example, timers.', ''],
    ['Describe the risk. Include links. The importer. Include b.', 'The importer. Include b.'],
    ['Keep it short. Describe the risk.', 'Keep it short.'],
    ['Describe the risk. The importer. For example, b.', 'The importer. For example, b.'],
  ])('%j', (text, left) => expect(withoutPrompts(text, false)).toBe(left));

  it.each([
    ['The importer. Link it.', ''],
    ['Describe the risk. The importer.', ''],
    ['The importer.', 'The importer.'],
  ])('where authors rarely write, one prompt is enough: %j', (text, left) =>
    expect(withoutPrompts(text, true)).toBe(left),
  );

  it('leaves long texts whole', () => {
    const long = (length: number) => `Describe the risk. ${'a'.repeat(length)}`.slice(0, length);
    expect(withoutPrompts(long(3_000), false)).toHaveLength(3_000 - 'Describe the risk. '.length);
    expect(withoutPrompts(long(3_001), false)).toHaveLength(3_001);
  });
});
