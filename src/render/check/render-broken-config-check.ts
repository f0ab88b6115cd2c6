import type { Locale } from '../../domain/locale.ts';
import type { CheckOutput } from '../../domain/pull-request/check-run.ts';
import type { Conclusion } from '../../domain/statement/decision.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { textsIn } from '../texts/texts-in.ts';
import { checkActions } from './check-actions.ts';
import { checkOutput } from './check-output.ts';
import { type ConfigRemark, renderRemarks } from './render-remarks.ts';

export interface BrokenConfig {
  readonly path: string;
  /** The base branch. */
  readonly ref: string;
  readonly problems: readonly ConfigRemark[];
  /** Decided by the mode, or closed where the mode cannot be read. */
  readonly conclusion: Exclude<Conclusion, 'success'>;
}

/** The check `Technical impact` where the base branch's configuration cannot be used: it says so and never passes. */
export function renderBrokenConfigCheck(
  { path, ref, problems, conclusion }: BrokenConfig,
  locale: Locale,
): CheckOutput {
  const { check, config } = textsIn(locale);
  return checkOutput(
    {
      conclusion,
      title: config.brokenTitle(problems.length),
      summaryBlocks: [
        config.broken({ path: inlineCode(path), ref: `**${escapeMarkdown(ref)}**`, problems: problems.length }),
        conclusion === 'failure' ? config.brokenBlocks : config.brokenAdvises,
        ...renderRemarks(problems, locale),
        `### ${check.next}`,
        config.brokenNext(inlineCode(path)),
      ],
      actions: checkActions(['recheck'], locale),
    },
    locale,
  );
}
