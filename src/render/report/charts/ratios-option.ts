import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { EChartsCoreOption } from 'echarts/core';
import { cutText } from '../../escape/cut-text.ts';
import { oneLine } from '../../escape/visible-text.ts';
import type { RatiosChart } from '../report-document.ts';
import { ANSWER, INK, LINE, QUIET } from './chart-colors.ts';
import type { ChartSize } from './chart-size.ts';

/** Where the axis may end: symmetrical around 1, so that half is as far away as double. */
const REACHES = [2, 4, 8, 16, 32, 64];
const FARTHEST = 64;
const CAP = 6;

/** A forest plot: interval and estimate of each action on a logarithmic axis, the line of no difference at 1. */
export function ratiosOption({ rows, axis }: RatiosChart, { narrow }: ChartSize): EChartsCoreOption {
  const reach = reachOf(rows);
  return {
    animation: false,
    grid: { left: narrow ? 14 : 262, right: 18, top: 14, bottom: 46 },
    xAxis: {
      type: 'log',
      logBase: 2,
      min: 1 / reach,
      max: reach,
      name: narrow ? '' : axis,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: QUIET },
      axisLabel: { color: QUIET, formatter: (value: number) => String(Math.round(value * 100) / 100) },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => cutText(oneLine(label), narrow ? 40 : 36)),
      axisLabel: narrow
        ? { color: INK, inside: true, verticalAlign: 'bottom', padding: [0, 0, 10, 0] }
        : { color: INK },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'custom',
        data: rows.map((_, i) => [1, i]),
        renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => drawRow(rows[Number(api.value(1))], reach, api),
        markLine: {
          symbol: 'none',
          silent: true,
          label: { show: false },
          lineStyle: { color: INK, width: 1.5, type: 'solid' },
          data: [{ xAxis: 1 }],
        },
      },
    ],
  };
}

/** A side without a bound has no cap: its line goes on to the edge. */
function drawRow(row: RatiosChart['rows'][number] | undefined, reach: number, api: CustomSeriesRenderItemAPI) {
  if (row === undefined) return null;
  const place = (value: number) => api.coord([Math.min(reach, Math.max(1 / reach, value)), api.value(1)]);
  const [x = 0, y = 0] = place(row.ratio);
  const [from = 0] = place(row.lower ?? 0);
  const [to = 0] = place(row.upper ?? reach);
  const color = ANSWER[row.answer];
  const line = (x1: number, x2: number, y1: number, y2: number) => ({
    type: 'line' as const,
    shape: { x1, x2, y1, y2 },
    style: { stroke: color, lineWidth: 2.5 },
  });
  const cap = (at: number) => line(at, at, y - CAP, y + CAP);
  return {
    type: 'group' as const,
    children: [
      line(from, to, y, y),
      ...((row.lower ?? 0) > 0 ? [cap(from)] : []),
      ...(row.upper === null ? [] : [cap(to)]),
      { type: 'circle' as const, shape: { cx: x, cy: y, r: 6 }, style: { fill: color } },
    ],
  };
}

function reachOf(rows: RatiosChart['rows']): number {
  const spreads = rows.flatMap(({ ratio, lower, upper }) =>
    [ratio, lower, upper].map((value) => (value === null || value <= 0 ? 1 : Math.max(value, 1 / value))),
  );
  return REACHES.find((reach) => spreads.every((spread) => spread <= reach)) ?? FARTHEST;
}
