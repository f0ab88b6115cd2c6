import { createSchemaChecker } from './create-schema-checker.ts';
import { deref, isSchema, type Schema, standAlone } from './json-schema.ts';
import { readDescription } from './read-description.ts';

/** Says in words what GitHub's description has against a webhook's payload; empty when nothing. */
export type WebhookJudge = (event: string, payload: unknown) => readonly string[];

/** Compiles the schema of an event on first use; reading the description takes about 0.1 s. */
export function createWebhookJudge(): WebhookJudge {
  const check = createSchemaChecker('openapi-3.1');
  const schemas = new Map<string, Schema>();

  return (event, payload) => {
    const action = isSchema(payload) && typeof payload.action === 'string' ? payload.action : null;
    const key = (action === null ? event : `${event}-${action}`).replaceAll('_', '-');
    const schema = schemas.get(key) ?? findSchema(key);
    if (schema === null) return [`GitHub sends no '${key}'`];
    schemas.set(key, schema);
    return check(schema, payload, 'payload');
  };
}

function findSchema(key: string): Schema | null {
  const description = readDescription('@octokit/openapi-webhooks');
  const webhooks = isSchema(description.webhooks) ? description.webhooks : {};
  const webhook = webhooks[key];
  const post = isSchema(webhook) && isSchema(webhook.post) ? webhook.post : null;
  const content = deref(description, post?.requestBody)?.content;
  const json = isSchema(content) ? content['application/json'] : null;
  return isSchema(json) ? standAlone(description, json.schema) : null;
}
