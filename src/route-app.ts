import type { ComposedApp } from './compose-app.ts';
import type { Credentials } from './settings.ts';
import { createIntakeHandler, INTAKE_PATH } from './intake/create-intake-handler.ts';
import { createSeal } from './usecases/intake-seal.ts';
import { createWebhookHandler, WEBHOOK_PATH } from './webhooks/create-webhook-handler.ts';
import { createVerifySignature } from './webhooks/verify-signature.ts';
import { createReadyz, healthz } from './web/health.ts';
import type { Handler } from './web/listen.ts';
import { createMetrics } from './web/metrics.ts';
import { sendText } from './web/send-text.ts';

const home: Handler = (_request, response) =>
  sendText(response, 200, `Hiyari is running. GitHub sends its webhooks to ${WEBHOOK_PATH}.\n`);

/** Every path that the running App answers. */
export function routeApp(options: {
  readonly app: ComposedApp;
  readonly credentials: Credentials;
  readonly metricsToken: string | null;
}): Readonly<Record<string, Handler>> {
  const { app, credentials, metricsToken: token } = options;
  const { meter, queue, inbox, store, stopping } = app;
  return {
    [WEBHOOK_PATH]: createWebhookHandler({
      ...app.accept,
      verify: createVerifySignature(credentials.webhookSecrets),
      count: meter.countDelivery,
    }),
    [INTAKE_PATH]: createIntakeHandler({ ...app.accept, store: app.store, seal: createSeal(credentials.privateKey) }),
    '/': home,
    '/healthz': healthz,
    '/readyz': createReadyz({ queue, stopping }),
    '/metrics': createMetrics({
      meter,
      queue,
      inbox,
      windows: store.windows,
      backfills: store.backfills,
      clock: app.accept.clock,
      token,
    }),
  };
}
