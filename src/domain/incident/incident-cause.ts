/** What contributed to an incident, as a team names it. A configuration may name others; these are always known. */
export const INCIDENT_CAUSES = [
  'code',
  'configuration',
  'dependency',
  'data-or-migration',
  'capacity',
  'process',
  'external',
  'unknown',
] as const;

/** How it got past everybody. `none`: nothing that was in place should have caught it. */
export const ESCAPES = ['test-gap', 'review-gap', 'monitoring-gap', 'none'] as const;
export type Escape = (typeof ESCAPES)[number];
