import { escapeHtml } from '../../escape/escape-html.ts';
import { safeLink } from '../../escape/safe-link.ts';
import { chartSizes } from '../charts/chart-size.ts';
import { drawChart } from '../charts/draw-chart.ts';
import type { Phrase, ReportBlock, ReportChart, TableBlock } from '../report-document.ts';
import type { ReportTexts } from '../texts/report-texts.ts';

/** More columns than these are scrolled on a narrow page. */
const MANY = 4;

/** `section` names what the ids of the block begin with. */
export function htmlBlock(block: ReportBlock, section: string, texts: ReportTexts): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${htmlPhrase(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${htmlPhrase(item)}</li>`).join('')}</ul>`;
    case 'table':
      return htmlTable(block);
    case 'chart': {
      const { id, chart, summary, table } = block;
      return [
        `<figure aria-labelledby="${section}-${id}" role="group">`,
        `<figcaption id="${section}-${id}">${escapeHtml(chart.title)}</figcaption>`,
        pictures(chart, id, summary),
        `<p>${escapeHtml(summary)}</p>`,
        details(texts.numbers, chart.title, htmlTable(table)),
        '</figure>',
      ].join('\n');
    }
    case 'verdict': {
      const { answer, word, title, sentences } = block;
      return [
        `<article class="verdict ${answer}">`,
        `<h3><span class="word">${escapeHtml(word)}</span>${escapeHtml(title)}</h3>`,
        ...sentences.map((sentence) => `<p>${htmlPhrase(sentence)}</p>`),
        details(texts.details, title, block.details.map((one) => htmlBlock(one, section, texts)).join('\n')),
        '</article>',
      ].join('\n');
    }
  }
}

/** The picture says nothing that its words and its table do not: readers of screens hear those. */
function pictures(chart: ReportChart, id: string, summary: string): string {
  const rows = chart.kind === 'trend' ? null : chart.kind === 'bars' ? chart.labels.length : chart.rows.length;
  return chartSizes(rows)
    .map((size) => {
      const form = size.narrow ? 'narrow' : 'wide';
      return `<div class="${form}" role="img" aria-label="${escapeHtml(summary)}">${drawChart(chart, size, `${id}-${form}`)}</div>`;
    })
    .join('\n');
}

/** Summaries of one page must be told apart when they are heard alone. */
function details(summary: string, of: string, content: string): string {
  const name = `${summary}: ${of}`;
  return `<details><summary aria-label="${escapeHtml(name)}">${escapeHtml(summary)}</summary>${content}</details>`;
}

function htmlTable({ caption, head, rows, more }: TableBlock): string {
  const numeric = head.map((_, i) => i > 0 && rows.every((row) => isNumeric(row[i])));
  const dated = head.map((_, i) => rows.every((row) => isDay(row[i])));
  const side = (i: number) => (numeric[i] ? ' class="n"' : dated[i] ? ' class="d"' : '');
  const columns = head.map((cell, i) => `<th scope="col"${side(i)}>${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((row) => {
    const [first = '', ...rest] = row;
    const cells = rest.map((cell, i) => `<td${side(i + 1)}>${htmlPhrase(cell)}</td>`).join('');
    return `<tr><th scope="row">${htmlPhrase(first)}</th>${cells}</tr>`;
  });
  return [
    // What scrolls must be reached by keys.
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table${head.length > MANY ? ' class="many"' : ''}>`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${columns}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
    ...(more === null ? [] : [`<p>${escapeHtml(more)}</p>`]),
  ].join('\n');
}

/** Figures line up on their right, words on their left. */
function isNumeric(phrase: Phrase | undefined): boolean {
  return typeof phrase === 'string' && /^(?:[−-]?[\d,.]+(?: %)?|–)$/.test(phrase);
}

function isDay(phrase: Phrase | undefined): boolean {
  return typeof phrase === 'string' && /^(?:\d{4}-\d{2}-\d{2}|–)$/.test(phrase);
}

function htmlPhrase(phrase: Phrase): string {
  // A number and its sign stay on one line.
  if (typeof phrase === 'string') return escapeHtml(phrase).replace(/(?<=\d) %/g, '&nbsp;%');
  if ('code' in phrase) return `<code>${escapeHtml(phrase.code)}</code>`;
  const link = phrase.href === null ? null : safeLink(phrase.href);
  const text = escapeHtml(phrase.text);
  return link === null || text === '' ? text : `<a href="${escapeHtml(link)}" rel="noopener noreferrer">${text}</a>`;
}
