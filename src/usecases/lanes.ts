import type { IncidentKey } from '../domain/incident/incident.ts';

/** Lanes serialise: one pull request, one commit's check run, one repository's housekeeping. */
export const lanes = {
  pullRequest: (repositoryId: number, number: number): string => `${repositoryId}#${number}`,
  commit: (repositoryId: number, sha: string): string => `${repositoryId}@${sha}`,
  incident: ({ source, externalId }: IncidentKey): string => `incident:${source}:${externalId}`,
  repository: (repositoryId: number): string => `${repositoryId}`,
  intake: (sourceId: string): string => `intake:${sourceId}`,
  /** Two for all repositories: the past never takes more workers than that. */
  backfill: (repositoryId: number): string => `backfill:${repositoryId % 2}`,
  mainLine: (repositoryId: number): string => `main:${repositoryId}`,
  deployments: (repositoryId: number): string => `deployments:${repositoryId}`,
  projects: (repositoryId: number): string => `projects:${repositoryId}`,
  reports: (repositoryId: number): string => `reports:${repositoryId}`,
  postmortems: (repositoryId: number): string => `postmortems:${repositoryId}`,
  installation: (installationId: number): string => `installation:${installationId}`,
} as const;
