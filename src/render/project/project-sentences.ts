import type { IncidentKind } from '../../domain/incident/incident-kind.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ProjectKind } from '../../domain/project/compare-projects.ts';
import type { ProjectAnalysis } from '../../domain/project/project-analysis.ts';
import { formatInterval, formatNumber, formatShare } from './format-measure.ts';
import { type ProjectTexts, projectTexts } from './project-texts.ts';

const SIGNIFICANT = 0.05;

/**
 * What an analysis comes to, in words: which kinds the project drives (or has fewer of) beyond chance, after correction
 * for all that was asked, and for which no difference is seen, with how many were looked at.
 */
export function projectSentences(analysis: ProjectAnalysis, locale: Locale): readonly string[] {
  const texts = projectTexts(locale);
  const { changes, allChanges, shareOfChanges, kinds } = analysis;
  if (allChanges === 0 || shareOfChanges === null) return [texts.nothingMerged];
  if (changes === 0) return [texts.nothingMatched(analysis.project)];
  if (changes === allChanges) return [texts.everything];
  const total = (one: ProjectKind) => one.incidents + one.elsewhere;
  const clear = kinds.filter(({ adjustedP }) => adjustedP !== null && adjustedP < SIGNIFICANT);
  const unclear = kinds.filter((one) => total(one) > 0 && !clear.includes(one));
  const none = kinds.filter((one) => total(one) === 0).map(({ kind }) => texts.kind[kind]);
  const share = formatShare(shareOfChanges);
  const tellFirst = ([first, ...others]: readonly ProjectKind[]): readonly string[] => {
    if (first === undefined) return [texts.ofMerges(share)];
    const words = (one: ProjectKind) =>
      [formatShare(one.share ?? 0), texts.kind[one.kind], rateOf(one, texts)] as const;
    return [texts.ofMergesAnd(share, ...words(first)), ...others.map((one) => texts.also(...words(one)))];
  };
  return [
    ...tellFirst(byImportance(clear)),
    ...(unclear.length === 0
      ? []
      : [texts.noDifference(texts.list(unclear.map((one) => texts.counted(texts.kind[one.kind], total(one)))))]),
    ...(none.length === 0 ? [] : [texts.noneRecorded(none)]),
    ...(analysis.unlinked === 0 ? [] : [texts.unlinked(analysis.unlinked)]),
  ];
}

/** Incidents are what a reader asks for first. */
const ORDER: readonly IncidentKind[] = ['incident', 'regression', 'inquiry', 'near-miss'];

function byImportance(kinds: readonly ProjectKind[]): readonly ProjectKind[] {
  return [...kinds].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

function rateOf({ incidents, relativeRisk: { ratio, central } }: ProjectKind, texts: ProjectTexts): string {
  if (ratio === null) return texts.allOfThem(formatNumber(central.lower ?? 0));
  if (incidents === 0) return texts.noneOfThem(formatNumber(central.upper ?? 0));
  return texts.timesTheRest(formatNumber(ratio), formatInterval(central, formatNumber));
}
