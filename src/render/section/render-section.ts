import type { Locale } from '../../domain/locale.ts';
import { levelToSatisfy, type RiskLevel } from '../../domain/risk/risk-level.ts';
import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';
import { textsIn } from '../texts/texts-in.ts';
import { fieldName } from './field-name.ts';
import { pickHeading } from './pick-heading.ts';

/**
 * The section to paste into a description: the repository's own headings, and under each a prompt in an HTML comment,
 * so that it counts as not filled in until its author writes. Asks for the fields that the level requires.
 */
export function renderSection(policy: StatementPolicy, level: RiskLevel, locale: Locale): string {
  const { section } = textsIn(locale);
  const heading = `## ${asHeading(pickHeading(policy.headings, locale) ?? section.heading)}`;
  const fields = policy.require[levelToSatisfy(level)].map((id) => [
    `### ${asHeading(fieldName(id, policy.fields, locale))}`,
    `<!-- ${Object.hasOwn(section.prompts, id) ? section.prompts[id] : section.fieldPrompt} -->`,
  ]);
  const blocks = fields.length === 0 ? [[heading, `<!-- ${section.prompt} -->`]] : [[heading], ...fields];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A configured heading pings nobody and opens no comment, whatever it holds; usual ones stay as they are. */
function asHeading(heading: string): string {
  return heading.replace(/[@#](?=\w)|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, '$&\u200b').replace(/[<>[\]`!\\]/g, '\\$&');
}
