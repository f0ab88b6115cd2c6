import type { RateLimits } from '../server/rate-limits.ts';
import type { Route } from '../server/route.ts';
import type { Webhooks } from '../webhooks/create-webhooks.ts';
import { appRoutes } from './app-routes.ts';
import { checkRunRoutes } from './check-run-routes.ts';
import { checkSuiteRoutes } from './check-suite-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { contentRoutes } from './content-routes.ts';
import { deploymentRoutes } from './deployment-routes.ts';
import { graphqlRoutes } from './graphql-route.ts';
import { hookDeliveryRoutes } from './hook-delivery-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { labelRoutes } from './label-routes.ts';
import { manifestRoutes } from './manifest-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { pullRequestRoutes } from './pull-request-routes.ts';
import { rateLimitRoutes } from './rate-limit-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';

/** Everything the stand-in answers. A new resource is a new file in this folder and a line here. */
export function allRoutes(parts: { readonly limits: RateLimits; readonly webhooks: Webhooks }): readonly Route[] {
  return [
    ...appRoutes,
    ...repositoryRoutes,
    ...contentRoutes,
    ...commitRoutes,
    ...pullRequestRoutes,
    ...issueRoutes,
    ...labelRoutes,
    ...commentRoutes,
    ...checkRunRoutes,
    ...checkSuiteRoutes,
    ...deploymentRoutes,
    ...releaseRoutes,
    ...peopleRoutes,
    ...manifestRoutes,
    ...graphqlRoutes(parts.limits),
    ...rateLimitRoutes(parts.limits),
    ...hookDeliveryRoutes(parts.webhooks),
  ];
}
