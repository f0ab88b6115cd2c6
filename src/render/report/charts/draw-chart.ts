import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ReportChart } from '../report-document.ts';
import { barsOption } from './bars-option.ts';
import type { ChartSize } from './chart-size.ts';
import { ratiosOption } from './ratios-option.ts';
import { trendOption } from './trend-option.ts';

use([BarChart, CustomChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/**
 * Draws a chart as an SVG element for a page with a strict policy: no style of its own, no identifier that a second
 * chart could share. Whoever imports this loads the whole drawing library: do it when a page is asked for.
 */
export function drawChart(chart: ReportChart, size: ChartSize, id: string): string {
  const { width, height } = size;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption(optionOf(chart, size));
    return strictSvg(instance.renderToSVGString(), id);
  } finally {
    instance.dispose();
  }
}

function optionOf(chart: ReportChart, size: ChartSize): EChartsCoreOption {
  switch (chart.kind) {
    case 'trend':
      return trendOption(chart, size);
    case 'bars':
      return barsOption(chart, size);
    case 'ratios':
      return ratiosOption(chart, size);
  }
}

/** Styles become presentation attributes; what only serves the mouse goes. Identifiers get the chart's own name. */
function strictSvg(svg: string, id: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}

function presentation(style: string): string {
  return style
    .split(';')
    .map((declaration) => {
      const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
      // The page says which letters.
      return name === '' || name === 'font-family' ? '' : ` ${name}="${value}"`;
    })
    .join('');
}
