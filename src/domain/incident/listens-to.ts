import type { IncidentSources } from './incident-sources.ts';

/** Whether a repository (`owner/name`) takes its incidents from the issues of another, or from its own. */
export function listensTo(sources: IncidentSources, own: string, issuesOf: string): boolean {
  const wanted = issuesOf.toLowerCase();
  return sources.issues.repositories.some((name) => (name === '.' ? own : name).toLowerCase() === wanted);
}

/** Labels are one whatever their case. */
export function hasIncidentLabel(sources: IncidentSources, labels: readonly string[]): boolean {
  const wanted = new Set(sources.issues.labels.map((label) => label.toLowerCase()));
  return labels.some((label) => wanted.has(label.toLowerCase()));
}
