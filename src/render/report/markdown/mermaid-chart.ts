import { cutText } from '../../escape/cut-text.ts';
import { oneLine } from '../../escape/visible-text.ts';
import type { BarsChart, ReportChart, TrendChart } from '../report-document.ts';

/** More labels than these run into one another in an issue. */
const WEEKS = 26;

/**
 * A chart as GitHub draws it, or `null` where `xychart-beta` has no way to (intervals). What was merged in no week has no
 * rate and is drawn as 0: the table beside it tells the two apart.
 */
export function mermaidChart(chart: ReportChart): string | null {
  switch (chart.kind) {
    case 'trend':
      return draw(trendLines(chart));
    case 'bars':
      return draw(barLines(chart));
    case 'ratios':
      return null;
  }
}

function draw(lines: readonly string[]): string {
  return ['```mermaid', 'xychart-beta', ...lines.map((line) => `    ${line}`), '```'].join('\n');
}

function trendLines({ title, axis, labels, values, upper, center }: TrendChart): string[] {
  const from = Math.max(0, labels.length - WEEKS);
  const rates = values.slice(from).map((value) => value ?? 0);
  const limits = upper.slice(from).map((value) => value ?? center ?? 0);
  const top = Math.max(...rates, ...limits, 1);
  return [
    `title ${quoted(title)}`,
    `x-axis [${labels
      .slice(from)
      .map((label) => quoted(label.slice(5)))
      .join(', ')}]`,
    `y-axis ${quoted(axis)} 0 --> ${Math.ceil(top * 1.05)}`,
    `bar [${rates.map(number).join(', ')}]`,
    ...(center === null
      ? []
      : [`line [${limits.map(number).join(', ')}]`, `line [${rates.map(() => number(center)).join(', ')}]`]),
  ];
}

function barLines({ title, axis, labels, series }: BarsChart): string[] {
  const totals = labels.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
  return [
    `title ${quoted(title)}`,
    `x-axis [${labels.map(quoted).join(', ')}]`,
    `y-axis ${quoted(axis)} 0 --> ${Math.max(...totals, 1)}`,
    `bar [${totals.map(number).join(', ')}]`,
  ];
}

/** Names may come from a configuration: nothing that Mermaid, Markdown or GitHub would read as more than a name. */
function quoted(text: string): string {
  return `"${cutText(oneLine(text).replaceAll(/[^\p{L}\p{N} .,/÷×%&+-]/gu, ' '), 60).trim()}"`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
