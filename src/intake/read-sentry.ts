import { z } from 'zod';
import { buildFacts, type FactDefaults, type ReadingContext } from '../domain/incident/build-facts.ts';
import type { IncidentField } from '../domain/incident/incident-field.ts';
import { isoMoment } from '../domain/incident/read-moment.ts';
import type { Severity } from '../domain/incident/severity.ts';
import { type IntakeReader, type IntakeReading, readMessage } from './intake-reading.ts';

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string().nullish();

const issueJson = z.object({
  id,
  title: z.string(),
  culprit: text,
  web_url: text,
  permalink: text,
  level: text,
  status: text,
  firstSeen: text,
  lastSeen: text,
  project: z.object({ slug: text }).nullish(),
});

const frame = z.object({ filename: text, function: text, lineno: z.number().nullish(), in_app: z.boolean().nullish() });
const eventJson = z.object({
  issue_id: id,
  title: z.string(),
  culprit: text,
  web_url: text,
  level: text,
  datetime: text,
  exception: z
    .object({
      values: z.array(z.object({ stacktrace: z.object({ frames: z.array(frame).nullish() }).nullish() })).nullish(),
    })
    .nullish(),
});

const metricJson = z.object({
  id,
  title: text,
  date_started: text,
  date_detected: text,
  date_closed: text,
  alert_rule: z.object({ name: text }).nullish(),
});

const messageJson = z.object({
  action: z.string(),
  data: z.object({
    issue: issueJson.optional(),
    event: eventJson.optional(),
    metric_alert: metricJson.optional(),
    description_title: text,
    description_text: text,
    web_url: text,
  }),
});

/** A stack of thousands of frames says in its last ones, where the error was raised, where it is. */
const MOST_FRAMES = 200;
const LEVELS: Readonly<Record<string, Severity>> = {
  fatal: 'critical',
  error: 'high',
  warning: 'medium',
  info: 'low',
  debug: 'low',
};

/** Sentry's webhooks: issues, alerts of an issue's event, and metric alerts. Events of one issue are one incident. */
export const readSentry: IntakeReader = (payload, context) =>
  readMessage(messageJson, payload, ({ action, data }) => {
    const { issue, event, metric_alert: metric } = data;
    if (metric !== undefined) return readMetricAlert(action, metric, data, context);
    if (issue !== undefined) return readIssue(action, issue, context);
    if (event !== undefined) return readEvent(event, context);
    return { ignored: `nothing depends on the action ${action}` };
  });

function readIssue(action: string, issue: z.output<typeof issueJson>, context: ReadingContext): IntakeReading {
  const resolved = action === 'resolved' || issue.status === 'resolved';
  return one(
    `issue:${issue.id}`,
    [
      ['startedAt', issue.firstSeen],
      ['services', issue.project?.slug],
    ],
    {
      title: issue.title,
      body: issue.culprit ?? '',
      url: issue.web_url ?? issue.permalink ?? null,
      state: resolved ? 'resolved' : 'open',
      severity: LEVELS[issue.level ?? ''] ?? null,
      resolvedAt: resolved ? isoMoment(context.now) : null,
    },
    context,
  );
}

function readEvent(event: z.output<typeof eventJson>, context: ReadingContext): IntakeReading {
  const frames = (event.exception?.values ?? []).flatMap(({ stacktrace }) => stacktrace?.frames ?? []);
  const own = frames
    .filter(({ in_app }) => in_app !== false)
    .slice(-MOST_FRAMES)
    .reverse();
  const lines = own.map((one) => `    at ${one.function ?? '?'} (${one.filename ?? '?'}:${one.lineno ?? 0})`);
  return one(
    `issue:${event.issue_id}`,
    [['startedAt', event.datetime]],
    {
      title: event.title,
      body: [event.culprit ?? '', ...lines].join('\n'),
      url: event.web_url ?? null,
      state: 'open',
      severity: LEVELS[event.level ?? ''] ?? null,
    },
    context,
  );
}

function readMetricAlert(
  action: string,
  metric: z.output<typeof metricJson>,
  words: {
    readonly description_title?: string | null | undefined;
    readonly description_text?: string | null | undefined;
    readonly web_url?: string | null | undefined;
  },
  context: ReadingContext,
): IntakeReading {
  const resolved = action === 'resolved';
  return one(
    `metric:${metric.id}`,
    [
      ['startedAt', metric.date_started],
      ['detectedAt', metric.date_detected],
      ['resolvedAt', resolved ? metric.date_closed : null],
    ],
    {
      title: words.description_title ?? metric.title ?? metric.alert_rule?.name ?? 'Sentry metric alert',
      body: words.description_text ?? '',
      url: words.web_url ?? null,
      state: resolved ? 'resolved' : 'open',
      kind: 'incident',
      severity: action === 'critical' ? 'high' : action === 'warning' ? 'medium' : null,
      resolvedAt: resolved ? isoMoment(context.now) : null,
    },
    context,
  );
}

function one(
  externalId: string,
  said: readonly (readonly [IncidentField, string | null | undefined])[],
  defaults: FactDefaults,
  context: ReadingContext,
): IntakeReading {
  const fields = new Map(said.flatMap(([field, value]) => (value ? [[field, value] as const] : [])));
  const facts = buildFacts(fields, { detectedBy: 'Sentry', ...defaults }, context);
  return { reports: [{ externalId, facts, repository: null, reportedAt: isoMoment(context.now) ?? '' }] };
}
