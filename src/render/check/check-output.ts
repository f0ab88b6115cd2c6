import type { CheckOutput } from '../../domain/pull-request/check-run.ts';
import type { Locale } from '../../domain/locale.ts';
import { cutText } from '../escape/cut-text.ts';
import { oneLine } from '../escape/visible-text.ts';
import { textsIn } from '../texts/texts-in.ts';
import { joinBlocks } from '../layout/join-blocks.ts';

const TITLE_LIMIT = 255;

/** A check with its Markdown still in blocks. */
export interface CheckDraft extends Pick<CheckOutput, 'conclusion' | 'title'> {
  readonly summaryBlocks: readonly string[];
  readonly textBlocks?: readonly string[];
  readonly annotations?: CheckOutput['annotations'];
  readonly actions?: CheckOutput['actions'];
}

/** Brings a check within GitHub's limits. */
export function checkOutput(draft: CheckDraft, locale: Locale): CheckOutput {
  const note = textsIn(locale).check.cut;
  return {
    conclusion: draft.conclusion,
    title: cutText(oneLine(draft.title), TITLE_LIMIT),
    summary: joinBlocks(draft.summaryBlocks, note),
    text: joinBlocks(draft.textBlocks ?? [], note),
    annotations: draft.annotations ?? [],
    actions: draft.actions ?? [],
  };
}
