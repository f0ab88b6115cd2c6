import type { Report } from '../../../domain/report/report.ts';
import { escapeHtml } from '../../escape/escape-html.ts';
import { composeDocument } from '../compose-document.ts';
import { reportContext, type ReportStyle } from '../report-context.ts';
import { htmlBlock } from './html-block.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from './report-style.ts';

/** One page that needs nothing else: no script, no font, no picture from elsewhere, and a policy that allows none. */
export function renderReportHtml(report: Report, style: ReportStyle): string {
  const context = reportContext(style);
  const { texts, locale } = context;
  const { title, lead, subtitle, sections } = composeDocument(report, context);
  const contents = sections.map(({ id, heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`).join('');
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#report">${escapeHtml(texts.skip)}</a>`,
    '<div class="page">',
    '<header>',
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${lead.map((sentence) => `<span>${escapeHtml(sentence)}</span>`).join(' ')}</p>`,
    `<p class="when">${escapeHtml(subtitle)}</p>`,
    `<nav aria-label="${escapeHtml(texts.contents)}"><ul>${contents}</ul></nav>`,
    '</header>',
    '<main id="report" tabindex="-1">',
    ...sections.flatMap(({ id, heading, blocks }) => [
      `<section id="${id}" aria-labelledby="${id}-heading">`,
      `<h2 id="${id}-heading">${escapeHtml(heading)}</h2>`,
      ...blocks.map((block) => htmlBlock(block, id, texts)),
      '</section>',
    ]),
    '</main>',
    `<footer><p>${escapeHtml(texts.madeBy)}</p></footer>`,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
