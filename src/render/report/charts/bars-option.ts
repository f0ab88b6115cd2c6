import type { EChartsCoreOption } from 'echarts/core';
import { cutText } from '../../escape/cut-text.ts';
import { oneLine } from '../../escape/visible-text.ts';
import type { BarsChart } from '../report-document.ts';
import { INK, LINE, PAPER, QUIET, SERIES } from './chart-colors.ts';
import type { ChartSize } from './chart-size.ts';

/** Causes from the top, each a bar of its kinds. */
export function barsOption({ labels, series, axis }: BarsChart, { narrow }: ChartSize): EChartsCoreOption {
  return {
    animation: false,
    legend: {
      top: 0,
      left: 0,
      selectedMode: false,
      itemWidth: 14,
      itemGap: narrow ? 10 : 18,
      textStyle: { color: INK, fontSize: 12 },
      data: series.map(({ name }) => name),
    },
    grid: { left: narrow ? 104 : 150, right: 18, top: narrow ? 58 : 34, bottom: 40 },
    xAxis: {
      type: 'value',
      name: axis,
      nameLocation: 'middle',
      nameGap: 24,
      minInterval: 1,
      nameTextStyle: { color: QUIET },
      axisLabel: { color: QUIET },
      splitLine: { lineStyle: { color: LINE } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels.map((label) => cutText(oneLine(label), narrow ? 14 : 24)),
      axisLabel: { color: INK },
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
    },
    series: series.map(({ name, values }, i) => ({
      name,
      type: 'bar',
      stack: 'kinds',
      data: values,
      barMaxWidth: 20,
      color: SERIES[i],
      itemStyle: { color: SERIES[i], borderColor: PAPER, borderWidth: 1 },
    })),
  };
}
