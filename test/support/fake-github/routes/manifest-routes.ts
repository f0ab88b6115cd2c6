import { notFound } from '../server/github-problem.ts';
import { created, type Route } from '../server/route.ts';
import { viewApp } from '../views/view-app.ts';

/** The last step of registering an App by manifest: a code that works once becomes the App's credentials. */
export const manifestRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/app-manifests/{code}/conversions',
    operationId: 'apps/create-from-manifest',
    access: 'anyone',
    handle: ({ world, params }) => {
      const secrets = world.manifestCodes.get(params.code ?? '');
      if (secrets === undefined) throw notFound();
      world.manifestCodes.delete(params.code ?? '');
      return created({ ...viewApp(world), ...secrets });
    },
  },
];
