import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import type { AwaitingLink } from '../../../src/domain/report/awaiting-link.ts';
import type { HotPath } from '../../../src/domain/report/hot-path.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { renderReportMarkdown } from '../../../src/render/report/markdown/render-report-markdown.ts';
import { sampleReport } from '../../support/report/sample-report.ts';
import { CANNOT_TELL, IMPROVED } from '../../support/report/sample-tried.ts';

const ISSUE = {
  repositoryUrl: 'https://github.com/acme/shop',
  titled: false,
  marker: '<!-- hiyari:report key=x -->',
  previousUrl: 'https://github.com/acme/shop/issues/3',
} as const;

function issue(report: Report, locale: 'en' | 'ja' = 'en'): string {
  return renderReportMarkdown(report, { ...ISSUE, locale });
}

const HOSTILE =
  '@octocat fixes #12 <img src=x onerror=alert(1)> | `x` [y](javascript:z) ](https://evil.example) \u202e ```';

function hostile(): Report {
  const report = sampleReport();
  const link: AwaitingLink = {
    title: HOSTILE,
    url: 'javascript:alert(1)',
    kind: 'incident',
    day: '2026-08-01',
    suspects: [{ unit: '#12', number: 12, title: HOSTILE, probability: 0.5 }],
  };
  const hot: HotPath = {
    area: HOSTILE,
    incidents: 1,
    kinds: { regression: 1, incident: 0, inquiry: 0, 'near-miss': 0 },
    changes: 1,
  };
  const [first] = report.promised;
  return {
    ...report,
    awaiting: [link, { ...link, url: 'https://evil.example/)"><script>' }],
    hotPaths: [hot],
    promised: first ? [{ ...first, project: { id: 'x', title: HOSTILE } }] : [],
    tried: [{ ...IMPROVED, title: HOSTILE }],
    happened: { ...report.happened, causes: [{ cause: HOSTILE, kinds: hot.kinds, total: 1 }] },
  };
}

describe('renderReportMarkdown', () => {
  it.each([
    [
      'en',
      'It was changed in the configuration since it was registered on 2026-01-20; the registered version is estimated.',
    ],
    ['ja', '2026-01-20 の登録後に設定が書き換えられています。推定の対象は、登録時の内容です。'],
  ] as const)('says that an action was written over (%s)', (locale, sentence) => {
    const changed = { ...IMPROVED, changedSince: '2026-01-20' };
    expect(issue({ ...sampleReport(), tried: [changed] }, locale)).toContain(sentence);
    expect(issue({ ...sampleReport(), tried: [IMPROVED] }, locale)).not.toContain(sentence.slice(0, 40));
  });

  it.each([
    ['en', 'Fixed on 2026-09-01: ', 'Not fixed yet; by the same rule, with the data up to 2026-09-01: '],
    ['ja', '2026-09-01 に固定: ', 'まだ固定していません。2026-09-01 までのデータに同じ規則を当てはめると: '],
  ] as const)('tells what is fixed in the registration from what is not (%s)', (locale, fixed, open) => {
    const written = issue({ ...sampleReport(), tried: [IMPROVED] }, locale);
    const unwritten = issue({ ...sampleReport(), tried: [{ ...IMPROVED, isRegistered: false }] }, locale);
    expect([written.includes(fixed), written.includes(open)]).toEqual([true, false]);
    expect([unwritten.includes(fixed), unwritten.includes(open)]).toEqual([false, true]);
  });

  it('says the verdict in the first line', () => {
    const [marker, first] = issue(sampleReport()).split('\n');
    expect(marker).toBe(ISSUE.marker);
    expect(first).toBe(
      '**Improved: “State the technical impact in every PR”. Worse: “Merge without waiting for a second review”. Cannot tell yet: “Release to 5 % of the users first” (about 14 more weeks), “Rehearse a rollback every month”.**',
    );
    expect(issue(sampleReport(), 'ja').split('\n')[1]).toBe(
      '**改善した施策: 「State the technical impact in every PR」。悪化した施策: 「Merge without waiting for a second review」。まだ判断できない施策: 「Release to 5 % of the users first」（あと約 14 週間）、「Rehearse a rollback every month」。**',
    );
  });

  it('has a title of its own where no issue has one', () => {
    const text = renderReportMarkdown(sampleReport(), {
      ...ISSUE,
      titled: true,
      marker: null,
      previousUrl: null,
      locale: 'en',
    });
    expect(text.split('\n')[0]).toBe('# Impact report: acme/shop, August 2026');
    expect(text).not.toContain('overwritten');
  });

  it('draws charts as GitHub can, each with its numbers beside it', () => {
    const text = issue(sampleReport());
    expect(text.match(/```mermaid\nxychart-beta\n/g)).toHaveLength(2);
    const bars = /bar \[([^\]]*)\]/.exec(text)?.[1]?.split(', ') ?? [];
    const labels = /x-axis \[([^\]]*)\]/.exec(text)?.[1]?.split(', ') ?? [];
    expect(bars).toHaveLength(26);
    expect(labels).toHaveLength(26);
    expect(bars.every((bar) => Number.isFinite(Number(bar)))).toBe(true);
  });

  it.each(LOCALES)('lets nothing of anybody be more than words (%s)', (locale) => {
    const text = issue(hostile(), locale);
    expect(text).not.toMatch(/(?<![\w`])@octocat/);
    expect(text).not.toMatch(/(?<!\[)#12 /);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<script');
    expect(text).not.toContain('\u202e');
    expect(text).not.toMatch(/(?<!\\)\]\((?!https:\/\/(?:redirect\.github\.com\/acme\/shop|evil\.example\/%29))/);
    const axes = text.split('\n').filter((line) => line.startsWith('    x-axis'));
    expect(axes).toHaveLength(2);
    expect(axes.join()).not.toMatch(/[<`@]/);
  });

  it('links to pull requests in a way that leaves no trace on them', () => {
    const text = issue(sampleReport());
    expect(text).toContain('](https://redirect.github.com/acme/shop/pull/');
    expect(text).not.toContain('](https://github.com/');
  });

  it.each(LOCALES)('fits an issue however much there is, and says what was left out (%s)', (locale) => {
    const report = sampleReport();
    const many = <T>(one: T): T[] => Array.from({ length: 100 }, () => one);
    const [awaiting] = report.awaiting;
    const [hot] = report.hotPaths;
    const long = '長い'.repeat(100);
    const big: Report = {
      ...report,
      tried: many({ ...CANNOT_TELL, title: long.slice(0, 200) }),
      awaiting: awaiting ? many({ ...awaiting, title: long }) : [],
      hotPaths: hot ? many({ ...hot, area: `${long}/${long}` }) : [],
    };
    const text = issue(big, locale);
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.split('```').length % 2).toBe(1);
    const small = issue({ ...big, tried: Array.from({ length: 20 }, () => CANNOT_TELL) }, locale);
    expect(small).toContain(locale === 'en' ? 'Some tables were shortened' : '一部の表を短く');
    expect(small.match(/<details>/g)?.length).toBe(small.match(/<\/details>/g)?.length);
  });

  it.each(LOCALES)('says so when there is nothing to tell (%s)', (locale) => {
    const report = sampleReport({ tried: [], verdict: 'none' });
    expect(issue(report, locale)).toMatch(
      locale === 'en' ? /no improvement action is registered/ : /改善施策が登録されていない/,
    );
    expect(issue({ ...report, empty: true }, locale).split('\n')[1]).toMatch(
      locale === 'en' ? /^\*\*Nothing to report/ : /^\*\*報告できる内容がありません/,
    );
  });
});
