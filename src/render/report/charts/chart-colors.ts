import type { VerdictAnswer } from '../../../domain/improvement/verdict.ts';

/** Variables of the page's style, so that one picture serves light, dark and print. */
export const INK = 'var(--ink)';
export const QUIET = 'var(--quiet)';
export const LINE = 'var(--line)';
export const PAPER = 'var(--paper)';
export const ACCENT = 'var(--accent)';
export const ALARM = 'var(--worse)';
/** Of kinds, in their order; told apart by lightness too. */
export const SERIES = ['var(--s1)', 'var(--s2)', 'var(--s3)', 'var(--s4)'];
export const ANSWER: Readonly<Record<VerdictAnswer, string>> = {
  improved: 'var(--improved)',
  'cannot-tell': 'var(--unsure)',
  worse: 'var(--worse)',
};
