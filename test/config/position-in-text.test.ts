import { describe, expect, it } from 'vitest';
import { positionInText } from '../../src/config/position-in-text.ts';

describe('positionInText', () => {
  const positionOf = positionInText('ab\n\ncde\r\nf\n');

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [6, 3, 3],
    [9, 4, 1],
    [11, 5, 1],
    [99, 5, 1],
    [-1, 1, 1],
  ])('offset %d is line %d, column %d', (offset, line, column) => {
    expect(positionOf(offset)).toEqual({ line, column });
  });
});
