import type { Locale } from '../../domain/locale.ts';
import { listSome } from '../describe/list-some.ts';
import { type Ink, plainInk } from '../ink.ts';
import { fieldName } from '../section/field-name.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { JudgedPullRequest } from './judged-pull-request.ts';

/** The first reason in a few words, for titles and tables. */
export function renderHeadline(
  { opinion, policy }: Pick<JudgedPullRequest, 'opinion' | 'policy'>,
  locale: Locale,
  ink: Ink = plainInk,
): string {
  const texts = textsIn(locale);
  const [first] = opinion.decision.reasons;
  if (first?.code !== 'fields-required') return first === undefined ? '' : texts.headline[first.code];
  const names = first.fields.map((id) => ink.text(fieldName(id, policy.fields, locale), 40));
  return texts.check.fieldsMissing(listSome(names, locale, { shown: 3 }));
}
