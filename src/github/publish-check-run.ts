import { z } from 'zod';
import type { Annotation, CheckRun } from '../domain/pull-request/check-run.ts';
import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { Api } from './api.ts';

/** GitHub takes no more in one call; further ones are added by updates. */
const ANNOTATIONS_A_CALL = 50;

const written = z.object({ id: z.number(), output: z.object({ annotations_count: z.number() }) });

/**
 * Annotations can be added to a run, never taken away. So a run that has some, or gets some, is not updated but
 * followed by a new run of the same name: GitHub shows the newest.
 */
export async function publishCheckRun(
  { api }: { readonly api: Api },
  { owner, name: repo }: Repository,
  run: CheckRun,
  id: number | null,
): Promise<number> {
  const { annotations } = run.output;
  if (id !== null && annotations.length === 0) {
    const updated = await update(id, body(run, []));
    if (updated?.output.annotations_count === 0) return updated.id;
  }
  const created = await api.send(written, 'POST /repos/{owner}/{repo}/check-runs', {
    owner,
    repo,
    ...body(run, annotations.slice(0, ANNOTATIONS_A_CALL)),
    head_sha: run.headSha,
  });
  for (let from = ANNOTATIONS_A_CALL; from < annotations.length; from += ANNOTATIONS_A_CALL) {
    await update(created.id, body(run, annotations.slice(from, from + ANNOTATIONS_A_CALL)));
  }
  return created.id;

  /** `null` when the run is gone. */
  async function update(checkRunId: number, fields: ReturnType<typeof body>) {
    try {
      return await api.send(written, 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        owner,
        repo,
        check_run_id: checkRunId,
        ...fields,
      });
    } catch (error) {
      if (error instanceof GitHubError && error.fault === 'gone') return null;
      throw error;
    }
  }
}

function body({ name, externalId, output }: CheckRun, annotations: readonly Annotation[]) {
  return {
    name,
    external_id: externalId,
    status: 'completed',
    conclusion: output.conclusion,
    output: {
      title: output.title,
      summary: output.summary,
      ...(output.text === '' ? {} : { text: output.text }),
      annotations: annotations.map(toJson),
    },
    actions: output.actions,
  };
}

function toJson({ path, startLine, endLine, startColumn, level, title, message }: Annotation) {
  // GitHub takes columns only on annotations of a single line.
  const columns =
    startColumn !== undefined && startLine === endLine ? { start_column: startColumn, end_column: startColumn } : {};
  return { path, start_line: startLine, end_line: endLine, ...columns, annotation_level: level, title, message };
}
