import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { renderReportHtml } from '../../../src/render/report/html/render-report-html.ts';
import { openBrowser } from '../../support/open-browser.ts';
import { sampleReport } from '../../support/report/sample-report.ts';
import { seriousFindings } from '../../support/serious-findings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

/** Words and paths without a place to break, in every table that others fill. */
function crowded(): Report {
  const report = sampleReport();
  const long = 'averylongwordwithoutanyplacetobreak/'.repeat(6);
  return {
    ...report,
    tried: report.tried.map((action) => ({ ...action, title: long })),
    hotPaths: report.hotPaths.map((hot) => ({ ...hot, area: long })),
    awaiting: report.awaiting.map((link) => ({ ...link, title: long })),
    promised: report.promised.map((one) => ({ ...one, project: { id: 'x', title: long } })),
  };
}

const PAGES = {
  whole: sampleReport(),
  crowded: crowded(),
  bare: sampleReport({ tried: [], promised: [], awaiting: [] }),
};
const LOOKS = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
] as const;

interface Shown {
  readonly page: Page;
  /** What was asked for beside the page itself. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function show(name: keyof typeof PAGES, locale: Locale, look: (typeof LOOKS)[number]): Promise<Shown> {
  const file = join(folder.path, `${name}-${locale}.html`);
  writeFileSync(
    file,
    renderReportHtml(PAGES[name], { locale, repositoryUrl: 'https://github.com/acme/shop', limit: 100 }),
  );
  const page = await browser.newPage({ colorScheme: look.scheme, viewport: { width: look.width, height: 800 } });
  const url = pathToFileURL(file).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, requests, complaints };
}

const cases = [
  ...LOCALES.flatMap((locale) => LOOKS.map((look) => ({ name: 'whole' as const, locale, look, ...look }))),
  ...LOCALES.map((locale) => ({ name: 'crowded' as const, locale, look: LOOKS[2], ...LOOKS[2] })),
  ...LOCALES.map((locale) => ({ name: 'bare' as const, locale, look: LOOKS[3], ...LOOKS[3] })),
];

describe('the page of a report', () => {
  it.each(cases)('$name, $locale, $scheme, $width wide', async ({ name, locale, look, width }) => {
    const { page, requests, complaints } = await show(name, locale, look);
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await seriousFindings(page)).toEqual([]);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    await page.close();
  });

  it.each(LOCALES)('prints on paper (%s)', async (locale) => {
    const { page, requests } = await show('whole', locale, LOOKS[1]);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('getComputedStyle(document.querySelector("nav")).display')).toBe('none');
    expect(requests).toEqual([]);
    await page.close();
  });

  it('can be gone through by keys: past the contents, into what is folded', async () => {
    const { page } = await show('whole', 'en', LOOKS[0]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('report');
    expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(0);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.querySelectorAll("details[open]").length')).toBe(1);
    await page.close();
  });
});
