import type { Locale } from '../../domain/locale.ts';
import type { RowProblem } from '../../domain/postmortem/action-row.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { bullets } from '../layout/bullets.ts';
import { textsIn } from '../texts/texts-in.ts';
import { describeRowProblem } from './describe-row-problem.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** What became of `/impact postmortem` and `/impact action`, where a reaction alone would not say it. */
export type PostmortemReply =
  | { readonly code: 'no-projects'; readonly command: string }
  | {
      readonly code: 'unknown-project';
      readonly command: string;
      readonly name: string;
      readonly didYouMean?: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: 'not-a-postmortem'; readonly command: string }
  | { readonly code: 'postmortem-closed'; readonly command: string }
  | {
      readonly code: 'unknown-action';
      readonly command: string;
      readonly id: string;
      readonly allowed: readonly string[];
    }
  | {
      readonly code: 'bad-action';
      readonly command: string;
      readonly id: string;
      readonly problems: readonly RowProblem[];
    }
  /** `registeredOn`: ISO 8601. */
  | { readonly code: 'action-taken'; readonly command: string; readonly id: string; readonly registeredOn: string };

const SHOWN = 20;

export function renderPostmortemReply(given: PostmortemReply, locale: Locale): string {
  const { reply } = postmortemTexts(locale);
  const command = inlineCode(`/impact ${given.command}`, 80);
  const codes = (values: readonly string[]) =>
    textsIn(locale).list(values.slice(0, SHOWN).map((value) => inlineCode(value, 80)));
  switch (given.code) {
    case 'no-projects':
      return reply.noProjects;
    case 'unknown-project': {
      const suggestion = given.didYouMean === undefined ? null : inlineCode(given.didYouMean, 80);
      const name = given.name === '' ? '' : inlineCode(given.name, 80);
      return reply.unknownProject(name, suggestion, codes(given.allowed));
    }
    case 'not-a-postmortem':
      return reply.notPostmortem(command);
    case 'postmortem-closed':
      return reply.closedPostmortem(command);
    case 'unknown-action':
      return reply.unknownAction(inlineCode(given.id, 80), given.allowed.length === 0 ? null : codes(given.allowed));
    case 'bad-action':
      return reply.badAction(
        inlineCode(given.id, 80),
        bullets(given.problems.slice(0, SHOWN).map((problem) => describeRowProblem(problem, locale))),
      );
    case 'action-taken':
      return reply.registeredBefore(inlineCode(given.id, 80), given.registeredOn.slice(0, 10));
  }
}
