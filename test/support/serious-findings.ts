import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What keeps people from reading a page, as axe finds it: from outside of the page, whose policy lets nothing run inside. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = (await page.evaluate('axe.run()')) as AxeResults;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
