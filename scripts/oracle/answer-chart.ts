import { z } from 'zod';
import { cChart } from '../../src/domain/stats/c-chart.ts';
import type { ControlChart } from '../../src/domain/stats/control-limits.ts';
import { cusum } from '../../src/domain/stats/cusum.ts';
import { pChart } from '../../src/domain/stats/p-chart.ts';
import { uChart } from '../../src/domain/stats/u-chart.ts';
import { xmrChart } from '../../src/domain/stats/xmr-chart.ts';
import type { Answers } from './answers.ts';

const Numbers = z.array(z.number());
const Values = z.object({ x: Numbers });
const Sized = z.object({ x: Numbers, n: z.union([z.number(), Numbers]) });
const CusumInput = z.object({ x: Numbers, target: z.number(), k: z.number(), h: z.number() });

export const CHART_ANSWERS: Answers = {
  xmr_chart: (inputs) => {
    const chart = xmrChart(Values.parse(inputs).x);
    return { ...even(chart), mr_bar: chart.movingRange, mr_ucl: chart.movingRangeUpper };
  },
  c_chart: (inputs) => even(cChart(Values.parse(inputs).x)),
  u_chart: (inputs) => {
    const { x, n } = Sized.parse(inputs);
    const chart = uChart(x.map((events, i) => ({ events, exposure: sizeAt(n, i) })));
    return typeof n === 'number' ? even(chart) : uneven(chart);
  },
  p_chart: (inputs) => {
    const { x, n } = Sized.parse(inputs);
    const chart = pChart(x.map((k, i) => ({ k, n: sizeAt(n, i) })));
    return typeof n === 'number' ? even(chart) : uneven(chart);
  },
  cusum: (inputs) => {
    const { x, target, k, h } = CusumInput.parse(inputs);
    const { high, low, firstSignal } = cusum(x, { target, k, h });
    return { s_hi: high, s_lo: low, first_signal: firstSignal };
  },
};

function sizeAt(n: number | readonly number[], i: number): number {
  return typeof n === 'number' ? n : (n[i] ?? 0);
}

function even(chart: ControlChart) {
  const first = chart.points[0];
  return { center: chart.center, ucl: first?.upper ?? null, lcl: first?.lower ?? null, signals: chart.signals };
}

function uneven(chart: ControlChart) {
  return {
    center: chart.center,
    ucl: chart.points.map((point) => point.upper),
    lcl: chart.points.map((point) => point.lower),
    signals: chart.signals,
  };
}
