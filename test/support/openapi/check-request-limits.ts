import { isSchema } from './json-schema.ts';

/** Rules that GitHub enforces but does not describe, by operation. Says in words what breaks them. */
export function checkRequestLimits(operationId: string, body: unknown): readonly string[] {
  if (operationId === 'checks/create' || operationId === 'checks/update') return checkRun(body);
  if (operationId === 'issues/create-label' || operationId === 'issues/update-label') return label(body);
  if (operationId === 'issues/add-labels' || operationId === 'issues/set-labels') return labelNames(body);
  if (operationId.startsWith('issues/') && operationId.endsWith('-comment')) return text(body, 'body', 65_536);
  if (operationId === 'pulls/update' || operationId === 'issues/create') return text(body, 'body', 65_536);
  return [];
}

function checkRun(body: unknown): readonly string[] {
  if (!isSchema(body)) return [];
  const output = isSchema(body.output) ? body.output : {};
  const annotations = Array.isArray(output.annotations) ? output.annotations : [];
  const actions = Array.isArray(body.actions) ? body.actions : [];
  return [
    ...when(body.status === 'completed' && body.conclusion === undefined, 'completed needs a conclusion'),
    ...when(body.completed_at !== undefined && body.conclusion === undefined, 'completed_at needs a conclusion'),
    ...when(body.name === '', 'name is empty'),
    ...text(output, 'title', 255),
    ...text(output, 'summary', 65_535),
    ...text(output, 'text', 65_535),
    ...when(annotations.length > 50, `${annotations.length} annotations, 50 at most`),
    ...annotations.flatMap((annotation, at) => annotationLimits(annotation, at)),
    ...when(actions.length > 3, `${actions.length} actions, 3 at most`),
    ...actions.flatMap((action) => [
      ...text(action, 'label', 20),
      ...text(action, 'description', 40),
      ...text(action, 'identifier', 20),
    ]),
  ];
}

function annotationLimits(annotation: unknown, at: number): readonly string[] {
  if (!isSchema(annotation)) return [];
  const start = Number(annotation.start_line);
  const end = Number(annotation.end_line);
  const columns = annotation.start_column !== undefined || annotation.end_column !== undefined;
  return [
    ...when(start < 1 || end < start, `annotation ${at}: lines ${start} to ${end}`),
    ...when(columns && start !== end, `annotation ${at}: columns only on a single line`),
    ...text(annotation, 'title', 255),
    ...text(annotation, 'message', 65_535),
    ...text(annotation, 'raw_details', 65_535),
  ];
}

function label(body: unknown): readonly string[] {
  if (!isSchema(body)) return [];
  const color = body.color;
  return [
    ...text(body, 'name', 50),
    ...text(body, 'new_name', 50),
    ...text(body, 'description', 100),
    ...when(
      typeof color === 'string' && !/^[0-9a-f]{6}$/i.test(color),
      `color '${String(color)}' is not six hex digits`,
    ),
  ];
}

function labelNames(body: unknown): readonly string[] {
  const list = isSchema(body) ? body.labels : body;
  if (!Array.isArray(list)) return [];
  const names = list.map((entry) => (isSchema(entry) ? entry.name : entry)).filter((name) => typeof name === 'string');
  return [
    ...when(list.length > 100, `${list.length} labels, 100 at most`),
    ...names.flatMap((name) => when(name.trim() === '', 'a label name is empty')),
    ...names.flatMap((name) => text({ name }, 'name', 50)),
  ];
}

/** GitHub counts characters, and an emoji is one. */
function text(body: unknown, key: string, most: number): readonly string[] {
  const value = isSchema(body) ? body[key] : undefined;
  if (typeof value !== 'string' || value.length <= most) return [];
  const length = [...value].length;
  return when(length > most, `${key} has ${length} characters, ${most} at most`);
}

function when(broken: boolean, words: string): readonly string[] {
  return broken ? [words] : [];
}
