import type { Phrase } from './report-document.ts';
import type { ReportContext } from './report-context.ts';

/** `#12 Faster cache`, linked, or the commit's first letters where there is no pull request. */
export function nameChange(
  { unit, number, title }: { readonly unit: string; readonly number: number | null; readonly title: string },
  { repositoryUrl }: ReportContext,
  suffix = '',
): Phrase {
  const name = number === null ? unit.slice(0, 10) : `#${number}`;
  const place = number === null ? `commit/${encodeURIComponent(unit)}` : `pull/${number}`;
  return {
    text: `${name} ${title}`.slice(0, 100).trimEnd() + suffix,
    href: repositoryUrl === null ? null : `${repositoryUrl}/${place}`,
  };
}
