import type {
  AnalyzedCause,
  AnalyzedRevert,
  RepositoryAnalysis,
  UnitReference,
} from '../../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../../domain/locale.ts';
import type { ReportBlock } from '../layout/report-block.ts';
import { count, day, percent, short } from './analysis-numbers.ts';
import type { AnalysisTexts } from './analysis-texts.ts';
import { analysisTexts } from './analysis-texts-in.ts';
import { describeEvidence } from './describe-evidence.ts';
import { renderRulesYaml } from './render-rules-yaml.ts';

/** What an analysis says, in words, the same for Markdown and HTML. `limit` rows a table at most. */
export function analysisReport(analysis: RepositoryAnalysis, locale: Locale, limit: number): ReportBlock[] {
  const texts = analysisTexts(locale);
  const blocks: ReportBlock[] = [];
  const say = (text: string): void => void blocks.push({ kind: 'paragraph', text });
  const head = (text: string): void => void blocks.push({ kind: 'heading', text });
  const table = (columns: readonly string[], rows: readonly (readonly string[])[]): void => {
    blocks.push({ kind: 'table', head: columns, rows: rows.slice(0, limit) });
    if (rows.length > limit) say(texts.more(count(rows.length - limit)));
  };
  const { units, prs, column } = { ...analysis, column: texts.column };
  if (units.count === 0) {
    say(texts.empty);
    return blocks;
  }
  say(texts.summary(count(units.count), count(prs.count), day(units.from), day(units.to)));
  say(texts.arrived(count(units.merges), count(units.squashes), count(units.plain)));
  say(
    texts.size(
      count(units.files.p50 ?? 0),
      count(units.files.p90 ?? 0),
      count(units.lines.p50 ?? 0),
      count(units.lines.p90 ?? 0),
    ),
  );
  if (prs.leadHours.p50 !== null && prs.leadHours.p90 !== null)
    say(texts.lead(duration(prs.leadHours.p50, texts), duration(prs.leadHours.p90, texts), count(prs.leadHours.n)));

  head(texts.heading.faults);
  if (analysis.faults.length === 0) say(texts.none.faults);
  else {
    const stated = analysis.faults.filter((fault) => fault.causes[0]?.how === 'stated');
    say(
      texts.faultsIntro(
        count(analysis.faults.length),
        count(stated.length),
        count(analysis.faults.length - stated.length),
      ),
    );
    const lags = stated.flatMap((fault) => (fault.causes[0] === undefined ? [] : [fault.causes[0].lagDays]));
    const within = (days: number): string => percent(lags.filter((lag) => lag <= days).length / lags.length);
    if (lags.length > 0) say(texts.lags(within(7), within(90), within(365)));
    table(
      [column.fix, column.cause, column.lag, column.confidence, column.evidence],
      analysis.faults.map((fault) => [name(fault), ...causeCells(fault.causes[0], locale, texts)]),
    );
  }

  if (analysis.incidents.length > 0) {
    head(texts.heading.incidents);
    table(
      [column.incident, column.cause, column.lag, column.confidence, column.evidence, column.noChange],
      analysis.incidents.map((incident) => [
        `${incident.title} (${day(incident.startedAt)})`,
        ...causeCells(incident.causes[0], locale, texts),
        percent(incident.noChange),
      ]),
    );
  }

  head(texts.heading.reverts);
  if (analysis.reverts.length === 0) say(texts.none.reverts);
  else {
    const verified = analysis.reverts.filter((revert) => revert.verified).length;
    const soon = analysis.reverts.filter((revert) => revert.lagHours <= 24).length;
    say(texts.revertsIntro(count(analysis.reverts.length), count(verified), count(soon)));
    table(
      [column.revert, column.undone, column.lag, column.depth, column.verified],
      analysis.reverts.map((revert) => [
        ...revertCells(revert, texts),
        count(revert.depth),
        revert.verified ? texts.yes : texts.claim,
      ]),
    );
  }

  head(texts.heading.nearMisses);
  if (analysis.nearMisses.length === 0) say(texts.none.nearMisses);
  else {
    say(texts.nearMissesIntro);
    table(
      [column.revert, column.undone, column.lag],
      analysis.nearMisses.map((revert) => revertCells(revert, texts)),
    );
  }

  head(texts.heading.hot);
  if (analysis.hot.length === 0) say(texts.none.hot);
  else {
    say(texts.hotIntro);
    table(
      [column.place, column.changes, column.faults, column.rate, column.ratio],
      analysis.hot.map(({ path, changes, faults, rate, ratio, interval: [low, high] }) => [
        path,
        count(changes),
        count(faults),
        percent(rate),
        ratio === null ? '–' : `${short(ratio)} [${short(low)}–${high === null ? '∞' : short(high)}]`,
      ]),
    );
  }

  head(texts.heading.rules);
  if (analysis.rules.length === 0) say(texts.none.rules);
  else {
    say(texts.rulesIntro);
    blocks.push({ kind: 'code', language: 'yaml', text: renderRulesYaml(analysis.rules, locale) });
  }

  head(texts.heading.limits);
  blocks.push({ kind: 'list', items: limitsOf(analysis, texts) });
  return blocks;
}

function limitsOf({ skipped }: RepositoryAnalysis, { limit }: AnalysisTexts): string[] {
  const items: string[] = [];
  if (skipped.shallow) items.push(limit.shallow);
  if (skipped.partial) items.push(limit.partial);
  if (skipped.uncounted > 0) items.push(limit.uncounted(count(skipped.uncounted)));
  if (skipped.blamed > 0) items.push(limit.blame(count(skipped.blamed), count(skipped.blameLeft)));
  else if (skipped.blameLeft > 0) items.push(limit.notBlamed(count(skipped.blameLeft)));
  if (skipped.blameFiles > 0) items.push(limit.blameFiles(count(skipped.blameFiles)));
  if (skipped.unresolved > 0) items.push(limit.unresolved(count(skipped.unresolved)));
  return [...items, limit.written];
}

function causeCells(cause: AnalyzedCause | undefined, locale: Locale, texts: AnalysisTexts): string[] {
  if (cause === undefined) return [texts.unknown, '–', '–', '–'];
  const evidence = cause.evidence
    .slice(0, 2)
    .map((item) => describeEvidence(item, locale))
    .join('; ');
  return [name(cause), texts.days(short(cause.lagDays)), cause.confidence.toFixed(2), evidence];
}

function revertCells(revert: AnalyzedRevert, texts: AnalysisTexts): string[] {
  return [name(revert), name(revert.reverted), duration(revert.lagHours, texts)];
}

function duration(hours: number, texts: AnalysisTexts): string {
  return hours < 48 ? texts.hours(short(hours)) : texts.days(short(hours / 24));
}

/** `#12 Faster cache`, or the commit's first letters where there is no pull request. */
function name({ pullRequest, unit, title }: UnitReference): string {
  return `${pullRequest === null ? unit.slice(0, 10) : `#${pullRequest}`} ${title.length > 80 ? `${title.slice(0, 79)}…` : title}`;
}
