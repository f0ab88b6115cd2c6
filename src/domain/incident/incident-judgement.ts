import type { IncidentKind } from './incident-kind.ts';

/** What a person with the right to say so said of an incident. One of each fact: the newest counts. */
export type IncidentJudgement = { readonly by: string; readonly at: string } & (
  | { readonly fact: 'kind'; readonly kind: IncidentKind }
  | { readonly fact: 'causes'; readonly causes: readonly string[] }
  | { readonly fact: 'no-change'; readonly note: string }
);
