import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { renderReportHtml } from '../../../src/render/report/html/render-report-html.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from '../../../src/render/report/html/report-style.ts';
import { sampleReport } from '../../support/report/sample-report.ts';
import { IMPROVED } from '../../support/report/sample-tried.ts';

const STYLE = { repositoryUrl: 'https://github.com/acme/shop', limit: 50 } as const;

describe('renderReportHtml', () => {
  it('allows its own style and nothing else', () => {
    const html = renderReportHtml(sampleReport(), { ...STYLE, locale: 'en' });
    const hash = `sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}`;
    expect(REPORT_STYLE_HASH).toBe(hash);
    expect(html).toContain(`default-src 'none'; style-src '${hash}'`);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style="|<script|<link |<img|url\((?!#)|@import| on\w+="/);
    expect(REPORT_STYLE).not.toMatch(/url\(|@import/);
  });

  it.each(LOCALES)('has headings in order, one main, and names for tables and pictures (%s)', (locale) => {
    const html = renderReportHtml(sampleReport(), { ...STYLE, locale });
    expect(html).toContain(`<html lang="${locale}">`);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.slice(1).map((level, i) => level - (levels[i] ?? 0));
    expect(Math.max(...steps)).toBe(1);
    expect(html.match(/<main/g)).toHaveLength(1);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html.match(/role="img" aria-label="[^"]+"/g)?.length).toBe(html.match(/<svg /g)?.length);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('shows the words of others as words, also in pictures', () => {
    const title = '</text><script>alert(1)</script>"\'&';
    const html = renderReportHtml(sampleReport({ tried: [{ ...IMPROVED, title }] }), { ...STYLE, locale: 'en' });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('gives the same page for the same facts', () => {
    const once = renderReportHtml(sampleReport(), { ...STYLE, locale: 'ja' });
    expect(renderReportHtml(sampleReport(), { ...STYLE, locale: 'ja' })).toBe(once);
  });
});
