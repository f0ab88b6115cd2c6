import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../src/domain/locale.ts';
import { analyzePostmortem } from '../../../src/domain/postmortem/analyze-postmortem.ts';
import type { Postmortem } from '../../../src/domain/postmortem/postmortem.ts';
import { readActionRows } from '../../../src/domain/postmortem/read-action-row.ts';
import { ACTION_COLUMNS } from '../../../src/domain/postmortem/action-row.ts';
import { parseActionTable } from '../../../src/domain/postmortem/parse-action-table.ts';
import type { Project } from '../../../src/domain/project/project.ts';
import type { NamedChange, RepositoryRecord } from '../../../src/domain/record/repository-record.ts';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { parseTickedActions } from '../../../src/render/postmortem/action-boxes.ts';
import { renderActionBoxes } from '../../../src/render/postmortem/render-action-boxes.ts';
import { renderActionTable } from '../../../src/render/postmortem/render-action-table.ts';
import { renderPostmortem, renderPostmortemTitle } from '../../../src/render/postmortem/render-postmortem.ts';
import { cellOf, incidentOf, namedOf, REPOSITORY_ID } from '../../support/report/sample-record.ts';
import { hostileText } from '../escape/hostile-texts.ts';
import { allTokens } from '../escape/parse-markdown.ts';

const project = (title: string): Project => ({
  id: 'refactor',
  title,
  match: { labels: [], branches: [], paths: [], milestones: [], titlePrefixes: [], authors: [], teams: [] },
  expectations: [{ measure: 'near-misses-per-28d', target: 1 }],
  stopTheLine: 'enforce',
  agreedBy: [],
});

const postmortem: Postmortem = {
  repositoryId: REPOSITORY_ID,
  projectId: 'refactor',
  sequence: 2,
  openedAt: '2026-09-10T12:00:00Z',
  openSince: '2026-09-10T12:00:00Z',
  closedAt: null,
  closedBy: null,
  triggers: [
    {
      cause: { kind: 'chart-signal', of: 'near-misses', rule: 'run-of-eight', day: 20_705, since: 20_700 },
      heardAt: '2026-09-10T12:00:00Z',
    },
    { cause: { kind: 'asked', number: 5, commentId: 6 }, heardAt: '2026-09-10T12:00:00Z' },
  ],
  told: 2,
  issue: null,
  comments: { table: null, boxes: null },
};

function named(number: number, title: string, over: Partial<NamedChange['change']> = {}): NamedChange {
  const one = namedOf(number, [title], title);
  return { ...one, projects: ['refactor'], change: { ...one.change, mergedAt: 20_705, ...over } };
}

function recordOf(text: string, incidents = 1): RepositoryRecord {
  const monitoring = { endsAt: 20_706, confirmed: false };
  return {
    repositoryId: REPOSITORY_ID,
    cells: [cellOf('2026-09-08', { projects: ['refactor'], watched: 'lapsed' }, { changes: 3 }), cellOf('2026-09-08')],
    speeds: [],
    atRisk: [],
    incidents: [
      ...Array.from({ length: incidents }, (_, i) =>
        incidentOf(100 + i, '2026-09-10T05:00:00Z', {
          title: text,
          causedBy: '#1',
          causes: [text],
          projects: ['refactor'],
        }),
      ),
      incidentOf(1, '2026-09-10T06:00:00Z', {
        title: text,
        kind: 'near-miss',
        certainty: 'likely',
        causedBy: '#2',
        projects: ['refactor'],
      }),
      incidentOf(2, '2026-09-10T07:00:00Z', {
        title: text,
        externalId: 'PD1',
        source: 'pagerduty',
        projects: ['refactor'],
      }),
    ],
    named: new Map([
      ['#1', named(1, text, { blastRadius: text, monitoring })],
      ['#2', named(2, text, { deployedAt: 20_705.5 })],
    ]),
    at: '2026-09-10T12:00:00Z',
  };
}

function viewOf(text: string, { incidents = 1, discreet = false, home = null as string | null } = {}) {
  const own = project(text);
  return {
    postmortem,
    analysis: analyzePostmortem(recordOf(text, incidents), [own], postmortem),
    project: own,
    discreet,
    home,
  };
}

describe('the text of a postmortem', () => {
  it('tells what happened, in order', () => {
    const text = renderPostmortem(viewOf('Words'), 'en');
    expect(parseMarker(text)).toEqual({ kind: 'postmortem', key: `${REPOSITORY_ID} refactor 2` });
    expect(text).toContain('- 2026-09-09: the control chart of near misses signals a rise: eight in a row');
    expect(text).toContain('- 2026-09-10: asked for on #5.');
    expect(text).toMatch(
      /Merged: #1 Words[\s\S]+Merged: `#2` Words[\s\S]+Deployed: `#2` \|[\s\S]+\*\*Incident\*\*: #100 Words, from #1[\s\S]+\*\*Near miss\*\*: #1 Words, from `#2`[\s\S]+\*\*Incident\*\*: Words \|/,
    );
    expect(text).toContain('For 1 more, the change stated no blast radius.');
    expect(text).toContain('For 1 more, it is not noted which service or path was hurt.');
    expect(text).toContain('Of 3 releases to be watched, 3 went by without anybody saying what was seen.');
    expect(text).toContain('- Not watched to the end, and behind something that broke: #1');
    expect(text).toContain('- Which change, if any, caused Words? Nothing is linked there yet.');
    expect(text).toContain('- Did `#2` really cause what is counted for them?');
  });

  it('keeps what is told elsewhere from the readers of a public repository', () => {
    const text = renderPostmortem(viewOf('Words', { discreet: true }), 'en');
    expect(text).toContain('**Incident**: Incident 2026-09-10 |');
    expect(text).toContain('Which change, if any, caused Incident 2026-09-10?');
  });

  it('refers to the repository of the project where the issue was moved to another one', () => {
    const text = renderPostmortem(viewOf('Words', { home: 'acme/shop' }), 'en');
    expect(text).toContain('acme/shop#100 Words, from acme/shop#1');
    expect(text).toContain('asked for on acme/shop#5.');
    expect(text.replace(/`\/impact [^`]*`/g, '')).not.toMatch(/(?<!acme\/shop)#\d/);
  });

  it('says so where the project is no longer configured', () => {
    const analysis = analyzePostmortem(recordOf('Words'), [], postmortem);
    const view = { postmortem, analysis, project: null, discreet: false, home: null };
    expect(renderPostmortem(view, 'en')).toContain('The project `refactor` is no longer configured');
    expect(renderPostmortemTitle(view, 'ja')).toBe('プロジェクトのポストモーテム: refactor（2026-09-10）');
  });

  it.each<Locale>(['en', 'ja'])('fits an issue, however much happened (%s)', (locale) => {
    const text = renderPostmortem(viewOf('長い題名 '.repeat(40), { incidents: 2_000 }), locale);
    expect(text.length).toBeLessThan(65_000);
    expect(Buffer.byteLength(text)).toBeLessThan(65_000);
  });

  it.each<Locale>(['en', 'ja'])('makes no element, reference or mention of hostile words (%s)', (locale) => {
    const plain = elementsOf(renderPostmortem(viewOf('Words'), locale));
    fc.assert(
      fc.property(hostileText, (words) => {
        const text = renderPostmortem(viewOf(words), locale);
        expect(elementsOf(text)).toEqual(plain);
        expect(parseMarker(text)?.kind).toBe('postmortem');
        expect(wordsOf(text)).not.toMatch(/@(octocat|acme)|#12|GH-7/);
      }),
      { seed: 3, numRuns: 150 },
    );
  });
});

describe('the table and its boxes', () => {
  it.each<Locale>(['en', 'ja'])(
    'an empty table is read back as no rows, and its example as an action (%s)',
    (locale) => {
      const table = renderActionTable('7 refactor 1', locale);
      expect(parseActionTable(table)).toEqual([]);
      const example = /`(\| flags .*\|)`/.exec(table)?.[1] ?? '';
      const filled = table.replace(/\n\|[ |]+\|\n/, `\n${example}\n`);
      const rows = readActionRows(parseActionTable(filled), { projects: [], services: [], taken: new Set() });
      expect(rows).toMatchObject([{ action: { id: 'flags', targets: ['regression'], start: '2026-12-01' } }]);
      expect(ACTION_COLUMNS).toHaveLength(7);
    },
  );

  it.each<Locale>(['en', 'ja'])('hostile rows make no box, element or mention of their own (%s)', (locale) => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, owner) => {
        const cell = (text: string) => text.replaceAll(/[\r\n]/g, ' ').replaceAll('|', '\\|');
        const table = `| a |\n| - |\n| evil | ${cell(title)} | ${cell(owner)} | | 2026-12-01 | | |\n| ${cell(title)} | | ${cell(owner)} | | | | |`;
        const rows = readActionRows(parseActionTable(table), { projects: [], services: [], taken: new Set() });
        const text = renderActionBoxes({ key: 'k', rows, registered: [] }, locale);
        expect(parseTickedActions(text)).toEqual([]);
        expect((text.match(/<!-- hiyari:action/g) ?? []).length).toBeLessThanOrEqual(1);
        expect(elementsOf(text).filter((type) => !/^(html_inline|html_block|heading_open)$/.test(type))).toEqual([]);
        expect(wordsOf(text)).not.toMatch(/@(octocat|acme)|#12|GH-7/);
      }),
      { seed: 8, numRuns: 150 },
    );
  });
});

const FORBIDDEN = /^(link_open|image|html_inline|html_block|code_block|blockquote_open|hr|s_open|heading_open)$/;

function elementsOf(markdown: string): readonly string[] {
  return allTokens(markdown).flatMap(({ type, hidden }) => (FORBIDDEN.test(type) && !hidden ? [type] : []));
}

/** Without code, in which nothing is a reference. */
function wordsOf(markdown: string): string {
  const words = allTokens(markdown).filter(({ type }) => type === 'text' || type === 'text_special');
  return words.map(({ content }) => content).join('\n');
}
