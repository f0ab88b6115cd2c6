import type { Share } from './share.ts';

/** What noticed an incident, in classes: the sources' own words may be somebody's name. */
export const DETECTORS = ['monitoring', 'users', 'people', 'unknown'] as const;
export type Detector = (typeof DETECTORS)[number];

/** How far the period's numbers can be trusted. */
export interface RecordQuality {
  readonly incidents: number;
  readonly confirmed: number;
  readonly likely: number;
  readonly noChange: number;
  readonly unlinked: Share;
  /** Who said which kind it is: a person since, the source itself, nobody. */
  readonly classified: { readonly byPerson: number; readonly bySource: number; readonly byNobody: number };
  /** Incidents whose kind two people said, how many they agreed on, and Cohen's κ; `null` where it says nothing. */
  readonly agreement: { readonly alike: Share; readonly kappa: number | null };
  readonly detectedBy: Readonly<Record<Detector, number>>;
  /** Incidents without a start: their detection or report stands for it. */
  readonly withoutStart: number;
  /** Windows that a merge opened, since the repository has no deployments. */
  readonly openedByMerge: Share;
  /** Changes without a judgement: from before the app, or pushed directly. */
  readonly unjudged: Share;
}
