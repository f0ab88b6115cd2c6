import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createResponseJudge } from './create-response-judge.ts';
import { createWebhookJudge } from './create-webhook-judge.ts';
import { deref, isSchema } from './json-schema.ts';
import { readDescription } from './read-description.ts';

interface ExampleEvent {
  readonly name: string;
  readonly examples: readonly unknown[];
}

/** The examples are older than the description: these are the ones that keep up with its required fields. */
it('passes as many real webhooks as other validators do', () => {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@octokit/webhooks-examples/api.github.com/index.json');
  const events: readonly ExampleEvent[] = JSON.parse(readFileSync(file, 'utf8'));
  const judge = createWebhookJudge();
  const all = events.flatMap(({ name, examples }) => examples.map((payload) => judge(name, payload)));
  expect(all).toHaveLength(329);
  expect(all.filter((findings) => findings.length === 0)).toHaveLength(207);
});

it('passes most of the examples that the description itself gives', () => {
  const description = readDescription('@octokit/openapi');
  const judge = createResponseJudge();
  const outcomes: (readonly string[])[] = [];
  for (const [template, item] of entries(description.paths)) {
    for (const [method, operation] of entries(item)) {
      for (const [status, response] of entries(isSchema(operation) ? operation.responses : null)) {
        if (Number(status) >= 300) continue;
        for (const body of examplesOf(response)) {
          const path = template.replace(/\{[^}]+\}/g, '1');
          outcomes.push(judge({ method: method.toUpperCase(), path, status: Number(status), body }));
        }
      }
    }
  }
  expect(outcomes.length).toBeGreaterThan(1_000);
  expect(outcomes.filter((findings) => findings.length === 0).length / outcomes.length).toBeGreaterThan(0.77);

  function examplesOf(response: unknown): readonly unknown[] {
    const content = deref(description, response)?.content;
    const json = isSchema(content) ? content['application/json'] : null;
    const examples = isSchema(json) ? json.examples : null;
    return entries(examples).flatMap(([, example]) => {
      const value = deref(description, example)?.value;
      return value === undefined ? [] : [value];
    });
  }
});

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return isSchema(value) ? Object.entries(value) : [];
}
