export const DEPLOYMENT_STATES = ['success', 'failure'] as const;
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

/** Releases have no environment at GitHub; they are counted under these names. */
export const RELEASE_ENVIRONMENT = 'release';
export const PRERELEASE_ENVIRONMENT = 'prerelease';

/** Something that brought a commit to its users. `at` is ISO 8601 in UTC. */
export interface Deployment {
  readonly repositoryId: number;
  /** GitHub numbers deployments and releases apart. */
  readonly kind: 'deployment' | 'release';
  readonly id: number;
  readonly environment: string;
  readonly sha: string;
  /** A deployment that succeeded stays so: GitHub calls it inactive when the next one comes. */
  readonly state: DeploymentState;
  readonly at: string;
}
