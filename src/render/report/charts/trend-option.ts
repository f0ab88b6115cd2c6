import type { EChartsCoreOption } from 'echarts/core';
import type { TrendChart } from '../report-document.ts';
import { ACCENT, ALARM, INK, LINE, PAPER, QUIET } from './chart-colors.ts';
import type { ChartSize } from './chart-size.ts';

/** Lines as the legend shows them: told apart without their colours. */
const DOTS = 'path://M0 3H2V5H0ZM5 3H7V5H5ZM10 3H12V5H10ZM15 3H17V5H15Z';
const DASHES = 'path://M0 3H5V5H0ZM7 3H11V5H7ZM13 3H18V5H13Z';

/** The weekly rate as a line, its limit as steps, its average dashed, weeks beyond the limit as diamonds. */
export function trendOption(chart: TrendChart, { narrow }: ChartSize): EChartsCoreOption {
  const { labels, names, values, center, signals, axis } = chart;
  const marked = signals.some(Boolean);
  const named = [
    { name: names.value, icon: 'circle' },
    ...(center === null
      ? []
      : [
          { name: names.upper, icon: DOTS },
          { name: names.center, icon: DASHES },
        ]),
    ...(marked ? [{ name: names.signal, icon: 'diamond' }] : []),
  ];
  return {
    animation: false,
    legend: {
      top: 0,
      left: 0,
      itemWidth: 18,
      itemHeight: 8,
      itemGap: narrow ? 10 : 18,
      selectedMode: false,
      textStyle: { color: INK, fontSize: 12 },
      data: named,
    },
    grid: { left: 34, right: 12, top: narrow ? 88 : 58, bottom: 26 },
    xAxis: {
      type: 'category',
      data: labels.map((label) => label.slice(2)),
      boundaryGap: false,
      axisLabel: { color: QUIET, interval: Math.max(0, Math.ceil(labels.length / (narrow ? 3 : 8)) - 1) },
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      name: axis,
      min: 0,
      splitNumber: 4,
      nameTextStyle: { color: QUIET, align: 'left', padding: [0, 0, 0, -30] },
      axisLabel: { color: QUIET },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: [
      ...(center === null ? [] : limitSeries(chart, center)),
      {
        name: names.value,
        type: 'line',
        data: values,
        symbol: 'circle',
        symbolSize: narrow ? 4 : 6,
        color: ACCENT,
        lineStyle: { color: ACCENT, width: 2 },
        itemStyle: { color: ACCENT, borderColor: PAPER, borderWidth: 1 },
      },
      ...(marked ? [signalSeries(chart)] : []),
    ],
  };
}

function limitSeries({ names, labels, upper }: TrendChart, center: number): object[] {
  return [
    {
      name: names.upper,
      type: 'line',
      step: 'middle',
      symbol: 'none',
      data: upper,
      color: ALARM,
      lineStyle: { color: ALARM, width: 1.5, type: 'dotted' },
    },
    {
      name: names.center,
      type: 'line',
      symbol: 'none',
      data: labels.map(() => center),
      color: QUIET,
      lineStyle: { color: QUIET, width: 1.5, type: 'dashed' },
    },
  ];
}

function signalSeries({ names, labels, values, signals }: TrendChart): object {
  return {
    name: names.signal,
    type: 'scatter',
    data: labels.map((_, i) => (signals[i] ? (values[i] ?? null) : null)),
    symbol: 'diamond',
    symbolSize: 13,
    color: ALARM,
    itemStyle: { color: ALARM, borderColor: PAPER, borderWidth: 1 },
    z: 5,
  };
}
