import type { VerdictCondition } from '../../domain/improvement/verdict.ts';
import type { Report } from '../../domain/report/report.ts';
import type { TriedAction } from '../../domain/report/tried-action.ts';
import type { Interval } from '../../domain/stats/interval.ts';
import { count, percent } from '../analysis/analysis-numbers.ts';
import type { ReportContext } from './report-context.ts';
import { effectInterval, effectWords } from './report-numbers.ts';

const NAMED = 5;

/** The first line: every action's answer in plain words, and what it takes to tell more. */
export function leadOf(report: Report, context: ReportContext): string[] {
  const { verdicts } = context;
  if (report.empty && report.tried.length === 0) return [verdicts.noData];
  if (report.tried.length === 0) {
    const { incidents, merged } = report.happened.rate.now;
    return [verdicts.noActions(count(incidents), count(merged))];
  }
  return (['improved', 'worse', 'cannot-tell'] as const).flatMap((answer) => {
    const actions = report.tried.filter((action) => action.answer === answer);
    if (actions.length === 0) return [];
    const titles = actions.slice(0, NAMED).map((action) => titleWithNeed(action, context));
    const joined = titles.join(verdicts.join);
    return [verdicts.group[answer](actions.length > NAMED ? verdicts.andMore(joined, actions.length - NAMED) : joined)];
  });
}

function titleWithNeed(action: TriedAction, { verdicts }: ReportContext): string {
  const title = verdicts.title(action.title);
  const need = action.answer === 'cannot-tell' ? neededFor(action) : null;
  if (need?.problem === 'too-few-before') return verdicts.withNeed(title, verdicts.shortNever);
  return need?.moreWeeks ? verdicts.withNeed(title, verdicts.shortNeed(count(need.moreWeeks))) : title;
}

/** The largest effect that these data could not have shown yet. */
function neededFor({ needs }: TriedAction): TriedAction['needs'][number] | null {
  return [...needs].sort((a, b) => a.ratio - b.ratio).find(({ moreChanges }) => moreChanges !== 0) ?? null;
}

/** What is said of one action, sentence by sentence. */
export function describeVerdict(action: TriedAction, report: Report, context: ReportContext): string[] {
  const { texts, verdicts } = context;
  const { answer, effect, because } = action;
  const kinds = texts.kinds(action.endpoint);
  const ratio = effect?.ratio ?? null;
  if (answer !== 'cannot-tell' && effect && ratio !== null) {
    return [
      verdicts[answer](kinds, effectWords(ratio, context), effectInterval(effect.interval, context)),
      verdicts.caution,
    ];
  }
  const sentences = because ? [verdicts.cannotTell(reasonOf(because, action, report, context))] : [];
  if (effect && ratio !== null && isBounded(effect.interval)) {
    const words = effectWords(ratio, context);
    const told = because?.code === 'interval';
    const interval = effectInterval(effect.interval, context);
    sentences.push(told ? verdicts.guess(kinds, words) : verdicts.estimate(kinds, words, interval));
  }
  return [...sentences, ...needsOf(action, context)];
}

/** Without any bound a ratio is no guess worth telling: it is what one incident more would turn round. */
function isBounded({ lower, upper }: Interval): boolean {
  return (lower ?? 0) > 0 || upper !== null;
}

function needsOf(action: TriedAction, { verdicts }: ReportContext): string[] {
  if (action.effect === null) return [];
  const { detectable } = action;
  const seen =
    detectable === null ? verdicts.nothingDetectable : verdicts.detectable(percent(Math.max(0, 1 - detectable)));
  const need = neededFor(action) ?? action.needs[0];
  if (need === undefined) return [seen];
  const fall = percent(1 - need.ratio);
  if (need.problem === 'too-few-before' || need.moreChanges === null) {
    return [seen, verdicts.tooFewBefore(fall, count(need.incidentsBefore), count(action.before?.incidents ?? 0))];
  }
  if (need.moreChanges === 0) return [seen, verdicts.needMet(fall)];
  return [seen, verdicts.need(fall, count(need.moreChanges), need.moreWeeks === null ? null : count(need.moreWeeks))];
}

function reasonOf(condition: VerdictCondition, action: TriedAction, report: Report, context: ReportContext): string {
  const { reason } = context.verdicts;
  switch (condition.code) {
    case 'started':
      if (condition.because === 'not-started') return reason.notStarted(action.announced);
      return condition.because === 'never-reached' ? reason.neverReached : reason.notMeasured;
    case 'windows':
      return reason.windows(condition.daysBefore, condition.daysAfter);
    case 'sole-action':
      return reason.soleAction(titlesOf(condition.overlapping, report, context));
    case 'estimable':
      return reasonOfEstimate(condition.because, context);
    case 'interval':
      return reason.interval(effectInterval(condition, context));
    case 'guarded-interval':
      return condition.because === null ? reason.guarded(effectInterval(condition, context)) : reason.noGuard;
    case 'worst-case-links':
      return reason.links;
    case 'beyond-placebos':
      return reason.placebos(condition.dates);
  }
}

function reasonOfEstimate(because: string | null, { verdicts: { reason } }: ReportContext): string {
  switch (because) {
    case 'no-exposure':
      return reason.noExposure;
    case 'strata-disagree':
      return reason.strataDisagree;
    case 'no-control':
      return reason.noControl;
    default:
      return reason.noEvents;
  }
}

function titlesOf(ids: readonly string[], { tried }: Report, { verdicts }: ReportContext): string {
  return ids.map((id) => verdicts.title(tried.find((one) => one.id === id)?.title ?? id)).join(verdicts.join);
}
