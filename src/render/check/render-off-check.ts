import type { Locale } from '../../domain/locale.ts';
import type { CheckOutput } from '../../domain/pull-request/check-run.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { textsIn } from '../texts/texts-in.ts';
import { checkOutput } from './check-output.ts';

/** The check where Hiyari is switched off: completed all the same, for a required check that never comes blocks for ever. */
export function renderOffCheck(path: string, locale: Locale): CheckOutput {
  const { config } = textsIn(locale);
  return checkOutput(
    { conclusion: 'neutral', title: config.offTitle, summaryBlocks: [config.off(inlineCode(path))] },
    locale,
  );
}
