import type { Locale } from '../../domain/locale.ts';
import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';
import { pickHeading } from './pick-heading.ts';

/** How a field is called to people: by the repository's heading for it, else by its id. */
export function fieldName(id: string, fields: StatementPolicy['fields'], locale: Locale): string {
  const field = fields.find((candidate) => candidate.id === id);
  return (field && pickHeading(field.headings, locale)) ?? id;
}
