import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/domain/statement/read-answer.ts';

const TEXTS = {
  nothing: [
    ...['', ' ', '[reason]', 'TBD', 'yes / no', 'Describe the risk.'],
    // What stands behind a label decides, however long the label is.
    ...['Risk:', 'Risk: TBD', 'Risk: yes / no', 'Risk: (Link the importer)'],
    ...['one two three four five six: TBD', 'one two three four five six seven: TBD', 'one two three four: five:TBD'],
    ...['What breaks?: TBD', 'a: b: c: TBD'],
    // Samples are a template's.
    ...['Example: the importer stops', '例：取り込みが止まる', '記入例: a b'],
    ...['Load: [before] → [after]', 'Describe the risk. TBD', 'Describe the risk. yes / no'],
    // Prompts that only an aside may hold.
    ...['_Link the importer_', '*Link the importer*', '**_Link the importer_**', '(Link the importer)'],
    ...['（Link the importer）', '(Link the importer).', '_Link the\nimporter_', 'see: _Link the importer_'],
  ],
  none: ['None', '  none ', 'Risk: none', 'one two three four five six seven: none', 'Describe the risk. None.'],
  level: ['low', 'Risk: low', 'one two three four five six: low', 'a: b: low', 'Describe the risk. low'],
  words: [
    ...[
      'The importer stops.',
      'Risk: the importer stops',
      'a: b: the importer',
      'Describe the risk. The importer stops.',
    ],
    // Too long for a label, so the level has words around it.
    ...['one two three four five six seven: low'],
    ...['Link the importer', '**Link the importer**', '__Link the importer__', 'Link (the importer)'],
    ...['_Link_ the importer', '(Link) the importer', 'Link the _importer_'],
  ],
} as const;

describe('readAnswer', () => {
  for (const [kind, texts] of Object.entries(TEXTS)) {
    it.each(texts)(`%j amounts to ${kind}`, (text) => expect(readAnswer(text).kind).toBe(kind));
  }

  it('keeps the reason of a none', () => {
    expect(readAnswer('Risk: none, it is off')).toEqual({ kind: 'none', strength: 'plain', reason: 'it is off' });
  });

  it('takes a quoted prompt for the template’s', () => {
    expect(readAnswer('Link the importer', true).kind).toBe('nothing');
    expect(readAnswer('See: link the importer', true).kind).toBe('nothing');
    expect(readAnswer('The importer stops.', true).kind).toBe('words');
  });
});
