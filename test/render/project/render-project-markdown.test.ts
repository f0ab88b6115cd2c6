import { describe, expect, it } from 'vitest';
import type { IncidentKind } from '../../../src/domain/incident/incident-kind.ts';
import { analyzeProjects } from '../../../src/domain/project/analyze-projects.ts';
import type { Expectation } from '../../../src/domain/project/expectation.ts';
import type { ProjectAnalysis } from '../../../src/domain/project/project-analysis.ts';
import { projectSentences } from '../../../src/render/project/project-sentences.ts';
import { renderProjectMarkdown } from '../../../src/render/project/render-project-markdown.ts';
import { type SampleChanges, type SampleIncident, sampleRecord, TODAY } from '../../domain/project/sample-record.ts';
import { sampleProject } from '../../domain/project/samples.ts';

const period = { from: TODAY - 83, to: TODAY + 1 };

/** Twelve weeks of 100 changes, 12 of them the project’s. */
const steady: readonly SampleChanges[] = Array.from({ length: 12 }, (_, week) => [
  { ago: week * 7 + 2, changes: 12, waits: [1, 2, 3] },
  { ago: week * 7 + 2, changes: 88, projects: [] },
]).flat();

function harm(
  count: number,
  kind: IncidentKind,
  of: 'refactor' | 'rest',
  causes: readonly string[] = [],
): SampleIncident[] {
  const projects = of === 'rest' ? [] : [of];
  return Array.from({ length: count }, (_, i) => ({ kind, projects, causes, causedBy: '#1', ago: (i * 4) % 84 }));
}

function analyzed(
  changes: readonly SampleChanges[],
  incidents: readonly SampleIncident[] = [],
  expectations: readonly Expectation[] = [],
): ProjectAnalysis {
  const project = sampleProject({ title: 'Large @refactor | <b>', expectations });
  const [one] = analyzeProjects(sampleRecord(changes, incidents), [project], period);
  if (one === undefined) throw new Error('nothing was analyzed');
  return one;
}

const DRIVES = [
  ...harm(11, 'incident', 'refactor', ['code|x']),
  ...harm(18, 'incident', 'rest'),
  ...harm(1, 'regression', 'refactor'),
  ...harm(8, 'regression', 'rest'),
  ...harm(4, 'inquiry', 'rest'),
];

describe('in sentences', () => {
  it.each<[string, ProjectAnalysis, readonly string[], readonly string[]]>([
    [
      'what it drives, and what not',
      analyzed(steady, DRIVES),
      [
        "This project's PRs are 12 % of merges and 38 % of incidents: 4.5× the rate of the rest (1.9–10).",
        'No difference is seen for regressions (n = 9) and inquiries (n = 4).',
        'No near misses were recorded.',
      ],
      [
        'このプロジェクトの PR はマージ全体の 12 % で、インシデントの 38 % を占めます。発生率はほかの 4.5 倍です（95 % 信頼区間 1.9–10）。',
        'デグレ（n = 9）、問い合わせ（n = 4）には差が見られません。',
        'ヒヤリハットの記録はありません。',
      ],
    ],
    [
      'what it alone has, and what it alone has not',
      analyzed(steady, [...harm(9, 'near-miss', 'refactor'), ...harm(60, 'incident', 'rest')]),
      [
        "This project's PRs are 12 % of merges and 0 % of incidents: none, and at most 0.5× the rate of the rest.",
        'They are 100 % of near misses: at least 14× the rate of the rest, which had none.',
        'No regressions or inquiries were recorded.',
      ],
      [
        'このプロジェクトの PR はマージ全体の 12 % で、インシデントの 0 % を占めます。1 件も発生しておらず、発生率は高くてもほかの 0.5 倍です。',
        'ヒヤリハットでは 100 % を占めます。ほかでは発生しておらず、発生率は少なくとも 14 倍です。',
        'デグレ、問い合わせの記録はありません。',
      ],
    ],
    [
      'that nothing can be told apart',
      analyzed(steady, [...harm(1, 'incident', 'rest'), { kind: 'incident', ago: 1, projects: [] }]),
      [
        "This project's PRs are 12 % of merges.",
        'No difference is seen for incidents (n = 1).',
        'No regressions, inquiries or near misses were recorded.',
        'One incident of this time has no known cause and counts for nobody.',
      ],
      [
        'このプロジェクトの PR はマージ全体の 12 % です。',
        'インシデント（n = 1）には差が見られません。',
        'デグレ、問い合わせ、ヒヤリハットの記録はありません。',
        'この期間のインシデントのうち 1 件は原因の変更が分かっていないため、どのプロジェクトにも数えていません。',
      ],
    ],
    [
      'that it matches nothing',
      analyzed([{ ago: 3, projects: [] }]),
      [
        'No change merged in this time belongs to the project. Check "projects.refactor.match" in .github/impact.yml, or look further back with --since.',
      ],
      [
        'この期間にマージされた変更のうち、プロジェクトに属するものはありません。.github/impact.yml の projects.refactor.match を確認するか、--since でさらにさかのぼってください。',
      ],
    ],
    [
      'that it is everything',
      analyzed([{ ago: 3 }]),
      ['Every change merged in this time belongs to the project: there is nothing to compare it with.'],
      ['この期間にマージされた変更はすべてこのプロジェクトに属しているため、比べる相手がありません。'],
    ],
    [
      'that nothing happened',
      analyzed([]),
      ['Nothing was merged in this time.'],
      ['この期間にマージされた変更はありません。'],
    ],
  ])('%s', (_, analysis, en, ja) => {
    expect(projectSentences(analysis, 'en')).toEqual(en);
    expect(projectSentences(analysis, 'ja')).toEqual(ja);
  });
});

describe('in Markdown', () => {
  const expectations: readonly Expectation[] = [
    { measure: 'incidents-per-100-prs', target: 1 },
    { measure: 'near-misses-per-28d', target: 3 },
    { measure: 'lead-time-p50', target: 86_400 * 2 },
    { measure: 'monitored', target: 0.995 },
    { measure: 'merged-prs-per-week', target: 10 },
  ];
  const analysis = analyzed(steady, [...DRIVES, ...harm(3, 'near-miss', 'refactor')], expectations);
  const lines = renderProjectMarkdown(analysis, 'en').split('\n');

  it('lets nobody’s words be more than words', () => {
    expect(lines[0]).toBe('# Project: Large @&#8203;refactor &vert; &lt;b&gt;');
    expect(lines).toContain('| code&vert;x | incidents | 11 | 0 | at least 18× | &lt; .001 |');
  });

  it('shows every kind with its rate', () => {
    expect(lines).toContain('| incidents | 11 | 18 | 38 % | 4\\.5× (1.9–10) | .003 |');
    expect(lines).toContain('| inquiries | 0 | 4 | 0 % | 0× (0–11) | 1\\.000 |');
  });

  it('shows where it is going', () => {
    expect(lines).toContain(
      'Regressions and incidents per 100 PRs: 17 in the last 28 days, 8.3 in the 28 days before; no difference is seen.',
    );
    expect(lines).toContain('| 2026-10-28 | 48 | 8 | 17 | 4 | 3 |');
  });

  it('shows each expectation with its budget', () => {
    expect(lines).toContain('| Near misses per 28 days | ≤ 3 | 3 (0.6–8.8) | 🟢 kept | 0 / 3 | 2\\.7× | 2026-11-25 |');
    expect(lines).toContain('| Incidents per 100 PRs | ≤ 1 | 17 (7.2–33) | 🔴 broken | −7.5 / 0.5 | 25× | now |');
    expect(lines).toContain(
      '| Releases watched to the end | ≥ 99.5 % | – | ⚪ cannot tell: nothing to count yet | – | – | – |',
    );
    expect(lines).toContain('| Merged PRs per week | ≥ 10 | 12 (8.8–16) | 🟢 kept | – | – | – |');
  });

  it('is as long in Japanese', () => {
    expect(renderProjectMarkdown(analysis, 'ja').split('\n')).toHaveLength(lines.length);
  });
});
