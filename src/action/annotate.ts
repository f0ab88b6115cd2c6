import { IMPACT_CHECK } from '../domain/pull-request/check-run.ts';
import type { Conclusion } from '../domain/statement/decision.ts';
import { describeReason } from '../render/describe/describe-reason.ts';
import { plainInk } from '../render/ink.ts';
import type { Look } from '../usecases/look-at.ts';
import { type WorkflowAnnotation, workflowCommand } from './workflow-command.ts';

const LEVELS = {
  failure: 'error',
  neutral: 'warning',
  success: 'notice',
  warning: 'warning',
  notice: 'notice',
} as const satisfies Record<Conclusion | 'warning' | 'notice', WorkflowAnnotation['level']>;

/** GitHub shows ten of a level and step. */
const MOST = 10;

/** The judgement as lines for the runner, who shows them on the page of the pull request and of the run. */
export function annotate({ output, worst, locale }: Look): string {
  const reasons = (worst?.opinion.decision.reasons ?? []).map((reason) =>
    describeReason(reason, locale, { ink: plainInk, fields: worst?.policy.fields ?? [] }),
  );
  const title = `${IMPACT_CHECK}: ${output.title}`;
  const headline = { level: LEVELS[output.conclusion], title, message: reasons.join('\n') || output.title };
  const places = output.annotations.slice(0, MOST - 1).map(
    (one): WorkflowAnnotation => ({
      level: LEVELS[one.level],
      title: one.title,
      message: one.message,
      file: one.path,
      line: one.startLine,
      endLine: one.endLine,
      ...(one.startColumn !== undefined && { col: one.startColumn }),
    }),
  );
  return [headline, ...places].map(workflowCommand).join('');
}
