import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { playYear } from '../../../demo/play-year.ts';
import { estimateActions } from '../../../src/domain/improvement/estimate-action.ts';
import { LOCALES } from '../../../src/domain/locale.ts';
import { expectDocumented, percent } from '../../domain/improvement/simulate-verdicts.ts';
import { generateYear } from '../../support/simulated-year/generate-year.ts';
import { openBrowser } from '../../support/open-browser.ts';
import { TEAM_YEAR } from '../../support/simulated-year/plans.ts';
import { yearEvidence } from '../../support/simulated-year/year-evidence.ts';
import { seriousFindings } from '../../support/serious-findings.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const SEEDS = 200;

describe(`the year of a team that tries three things, from ${SEEDS} seeds`, () => {
  it('comes out right as often as the document says', () => {
    const answers = new Map<string, number>();
    let allRight = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const estimates = estimateActions(yearEvidence(generateYear({ ...TEAM_YEAR, seed })));
      const said = estimates.map(({ action, verdict }) => `${action.id} ${verdict.answer}`);
      for (const one of said) answers.set(one, (answers.get(one) ?? 0) + 1);
      const right = ['impact-statements improved', 'release-notes cannot-tell', 'rollback-drills cannot-tell'];
      if (right.every((one) => said.includes(one))) allRight += 1;
    }
    const share = (id: string, answer: string) => percent(answers.get(`${id} ${answer}`) ?? 0, SEEDS);
    const rows = [
      ['it halves regressions and incidents', 'impact-statements'],
      ['it does nothing', 'release-notes'],
      ['it halves what is rare', 'rollback-drills'],
    ] as const;
    for (const [name, id] of rows) {
      const measured = [share(id, 'improved'), share(id, 'cannot-tell'), share(id, 'worse')];
      expectDocumented(`a team's year, ${name}`, measured, 1);
    }
    expectDocumented("a team's year, all three right", [percent(allRight, SEEDS)], 1);
    expect(share('impact-statements', 'worse')).toBe(0);
    expect(share('release-notes', 'improved') + share('release-notes', 'worse')).toBeLessThanOrEqual(6);
  });
});

describe('the pages that the demonstration writes', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
    await playYear(folder.path);
  });
  afterAll(async () => {
    await browser?.close();
    folder.remove();
  });

  const looks = [
    { scheme: 'light', width: 1280 },
    { scheme: 'dark', width: 360 },
  ] as const;
  const cases = LOCALES.flatMap((locale) => looks.map((look) => ({ locale, ...look })));

  it.each(cases)(
    '$locale, $scheme, $width wide: nothing serious, nothing asked for',
    async ({ locale, scheme, width }) => {
      const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 800 } });
      const url = pathToFileURL(join(folder.path, `report.${locale}.html`)).href;
      const requests: string[] = [];
      page.on('request', (request) => {
        if (request.url() !== url) requests.push(request.url());
      });
      await page.goto(url);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await seriousFindings(page)).toEqual([]);
      expect(requests).toEqual([]);
      await page.close();
    },
  );
});
