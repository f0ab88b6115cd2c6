/** Which of an incident's times. */
export const INCIDENT_TIMES = ['startedAt', 'detectedAt', 'resolvedAt'] as const;
export type IncidentTime = (typeof INCIDENT_TIMES)[number];

/** What about a report is not as it should be. The report counts all the same; `text` is what was said, cut. */
export type IncidentFinding =
  /** Neither a start nor a detection: the moment of the report stands in. */
  | { readonly code: 'no-times' }
  | { readonly code: 'unreadable-time'; readonly field: IncidentTime; readonly text: string }
  /** No zone was said, so that one had to be assumed: `UTC`, `+09:00`. */
  | { readonly code: 'zone-assumed'; readonly field: IncidentTime; readonly text: string; readonly assumed: string }
  /** The time is left out: nothing breaks tomorrow. */
  | { readonly code: 'in-the-future'; readonly field: IncidentTime; readonly text: string }
  /** The later of the two is left out. */
  | {
      readonly code: 'out-of-order';
      readonly field: IncidentTime;
      readonly text: string;
      readonly before: IncidentTime;
    }
  | {
      readonly code: 'unknown-value';
      readonly field: 'kind' | 'severity' | 'causes' | 'escaped' | 'state';
      readonly text: string;
    }
  /** None of the repositories that the program reports on has these services, or several have. */
  | { readonly code: 'no-repository'; readonly services: readonly string[] }
  /** A postmortem's front matter is no YAML mapping; the rest of the file counts. */
  | { readonly code: 'unreadable-front-matter' }
  | { readonly code: 'cut'; readonly field: string; readonly limit: number };
