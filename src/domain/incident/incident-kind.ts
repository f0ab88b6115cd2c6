/**
 * How things break. `regression`: something that worked broke; `incident`: service was harmed; `inquiry`: users had to
 * ask; `near-miss`: caught before harm.
 */
export const INCIDENT_KINDS = ['regression', 'incident', 'inquiry', 'near-miss'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
