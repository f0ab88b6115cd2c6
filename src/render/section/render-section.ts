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
  const ids = policy.require[levelToSatisfy(level)];
  return ids.length === 0
    ? `${heading}\n<!-- ${section.prompt} -->\n`
    : `${heading}\n\n${renderFieldSections(policy, ids, locale)}`;
}

/** The parts for some fields alone, to be added to a section that has its author's words already. */
export function renderFieldSections(policy: StatementPolicy, ids: readonly string[], locale: Locale): string {
  const { section } = textsIn(locale);
  const parts = ids.map((id) => {
    const prompt = Object.hasOwn(section.prompts, id) ? section.prompts[id] : section.fieldPrompt;
    return `### ${asHeading(fieldName(id, policy.fields, locale))}\n<!-- ${prompt} -->\n`;
  });
  return parts.join('\n');
}

/** A configured heading pings nobody and opens no comment, whatever it holds; usual ones stay as they are. */
function asHeading(heading: string): string {
  return heading.replace(/[@#](?=\w)|GH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, '$&\u200b').replace(/[<>[\]`!\\]/g, '\\$&');
}
