import type { Token } from './sentences.ts';

/** Field and trailer names whose value is the cause, compared without case, spaces, hyphens and punctuation. */
const LABELS = new Set(
  [
    'Caused-by',
    'Caused by',
    'Causing PR',
    'Causing pull request',
    'Causing commit',
    'Causing change',
    'Introduced-by',
    'Introduced by',
    'Introduced in',
    'Regressed-by',
    'Regressed in',
    'Regression from',
    'Regression of',
    'Broken-by',
    'Broken by',
    'Broken in',
    'Broke in',
    'Culprit',
    'Culprit PR',
    'Culprit commit',
    'Offending PR',
    'Offending commit',
    'Bad commit',
    'First bad commit',
    'Breaking commit',
    'Breaking PR',
    'Root cause',
    'Root cause PR',
    'Root cause pull request',
    'Root cause commit',
    'Cause',
    'Cause PR',
    'Cause pull request',
    'Triggered by',
    'Trigger',
    'Trigger PR',
    'Blamed commit',
    'Bisected to',
    'Bisect',
    '原因',
    '原因PR',
    '原因のPR',
    '原因プルリクエスト',
    '原因のプルリクエスト',
    '原因となったプルリクエスト',
    '原因となったPR',
    '根本原因',
    '根本原因のPR',
    '根本原因のプルリクエスト',
    '原因コミット',
    '原因のコミット',
    '混入PR',
    '混入コミット',
    '混入元',
  ].map(normalise),
);

function normalise(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const LINE_LABEL =
  /^[\s>*+#|-]{0,12}[*_]{0,3}([\p{L}][\p{L}\p{N} '/()-]{0,60}?)[*_]{0,3}\s{0,3}(?:[:：|]|->|=>)[*_\s]{0,6}[[(`#]{0,3}$/u;
/** Kernel style: `Fixes: 1a2b3c4d5e6f ("subject")`. With a number it closes an issue and says nothing. */
const FIXES_COMMIT = /^\s{0,3}fixes:?\s{1,3}(?:commit\s)?[[(`]{0,2}$/i;

/** Whether the reference is the value of a field or trailer that names a cause, on its line or under its heading. */
export function matchCauseLabel(
  text: string,
  tokens: readonly Token[],
  at: number,
  before: readonly Token[],
): true | undefined {
  const reference = tokens[at]?.reference;
  if (reference === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', reference.start - 1) + 1;
  if (reference.start - lineStart > 120) return undefined;
  const left = text.slice(lineStart, reference.start);
  if (reference.kind === 'commit' && FIXES_COMMIT.test(left)) return true;
  const label = LINE_LABEL.exec(left)?.[1];
  if (label !== undefined) return LABELS.has(normalise(label)) ? true : undefined;
  return /^[\s*+-]{0,6}[[(`]{0,2}$/.test(left) && isUnderHeading(text, lineStart, before) ? true : undefined;
}

/** "### Root cause pull request", a blank line, then the reference: how an issue form writes its fields. */
function isUnderHeading(text: string, lineStart: number, before: readonly Token[]): boolean {
  const first = before[0];
  const last = before.at(-1);
  if (first === undefined || last === undefined || last.end > lineStart || before.length > 8) return false;
  const headingStart = text.lastIndexOf('\n', first.start) + 1;
  const heading = text.slice(headingStart, Math.min(last.end, headingStart + 120));
  return /^ {0,3}(?:#{1,6}\s|\*\*)/.test(heading) && LABELS.has(normalise(heading));
}
