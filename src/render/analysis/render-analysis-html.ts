import type { RepositoryAnalysis } from '../../domain/attribution/analysis/repository-analysis.ts';
import type { Locale } from '../../domain/locale.ts';
import { escapeHtml } from '../escape/escape-html.ts';
import type { ReportBlock } from '../layout/report-block.ts';
import { analysisReport } from './analysis-report.ts';
import { analysisTexts } from './analysis-texts-in.ts';

const STYLE =
  'body{font:16px/1.6 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}th,td{border:1px solid #d0d7de;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}' +
  'th{background:#f6f8fa}pre{background:#f6f8fa;padding:1rem;overflow:auto}.scroll{overflow-x:auto}' +
  '@media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}th,pre{background:#161b22}th,td{border-color:#30363d}}';

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. */
export function renderAnalysisHtml(
  analysis: RepositoryAnalysis,
  { locale, limit }: { readonly locale: Locale; readonly limit: number },
): string {
  const title = escapeHtml(analysisTexts(locale).title);
  const blocks = analysisReport(analysis, locale, limit).map(renderBlock);
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${title}</h1>`,
    ...blocks,
    '</main></body></html>',
    '',
  ].join('\n');
}

function renderBlock(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'table': {
      const head = block.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
      return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
    }
  }
}
