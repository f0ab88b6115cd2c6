import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckOutput } from '../../../src/domain/pull-request/check-run.ts';
import type { DecisionReason } from '../../../src/domain/statement/decision.ts';
import { decide } from '../../../src/domain/statement/decide.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { renderBrokenConfigCheck } from '../../../src/render/check/render-broken-config-check.ts';
import { renderConfigCheck } from '../../../src/render/check/render-config-check.ts';
import { renderImpactCheck } from '../../../src/render/check/render-impact-check.ts';
import { renderMergeGroupCheck } from '../../../src/render/check/render-merge-group-check.ts';
import { renderCommandReply } from '../../../src/render/comment/render-command-reply.ts';
import { TEXT_LIMIT } from '../../../src/render/layout/join-blocks.ts';
import { hostileText } from '../escape/hostile-texts.ts';
import { allTokens } from '../escape/parse-markdown.ts';
import { examplePolicy, highRisk, judged } from './judged-examples.ts';

const FORBIDDEN = /^(link_open|image|html_inline|html_block|code_block|blockquote_open|hr|s_open)$/;

/** Elements that our own words never make, so that any of them came out of somebody else's. */
function elementsOf(markdown: string): readonly string[] {
  return allTokens(markdown)
    .filter(({ type, hidden }) => FORBIDDEN.test(type) && !hidden)
    .map(({ type }) => type);
}

/** Headings with our words only: their number is what we wrote. */
function headingsOf(markdown: string): number {
  return allTokens(markdown).filter(({ type }) => type === 'heading_open').length;
}

function wordsOf(markdown: string): string {
  return allTokens(markdown)
    .filter(({ type }) => type === 'text' || type === 'text_special')
    .map(({ content }) => content)
    .join('');
}

function checkWith(text: string): CheckOutput {
  const quote = { text, firstLine: 1, lastLine: 2 };
  const reasons: readonly DecisionReason[] = [
    { code: 'fields-required', fields: ['own'], level: 'high' },
    { code: 'overridden', by: text, reason: text },
    { code: 'exempt-bot', login: text },
    { code: 'exempt-paths', globs: [text] },
  ];
  const one = (number: number) =>
    judged(
      number,
      {
        statement: {
          verdict: 'filled',
          heading: text,
          quote,
          reason: text,
          fields: { own: { verdict: 'none', quote, reason: text }, [text]: { verdict: 'missing' } },
          findings: [
            { code: 'section-missing', headings: [text] },
            { code: 'section-placeholder', heading: text, line: 1 },
            { code: 'level-without-reason', field: 'own', text, line: 1 },
            { code: 'choose-exactly-one', options: [text, text], chosen: 0, line: 1 },
          ],
        },
        assessment: {
          level: 'high',
          matches: [{ ruleId: text, level: 'high', paths: [text], pathCount: 1, labels: [text], why: text }],
        },
        decision: { conclusion: 'failure', status: 'missing', reasons },
      },
      { title: text, policy: { ...examplePolicy, fields: [{ id: 'own', headings: [text] }] } },
    );
  return renderImpactCheck([one(1), one(2)], { locale: 'en', canInsert: true });
}

describe('hostile words in a check', () => {
  it('make no element, ping nobody, refer to nothing', () => {
    const plain = checkWith('words');
    fc.assert(
      fc.property(hostileText, (text) => {
        const check = checkWith(text);
        for (const part of ['summary', 'text'] as const) {
          expect(elementsOf(check[part])).toEqual([]);
          expect(headingsOf(check[part])).toBe(headingsOf(plain[part]));
          expect(wordsOf(check[part])).not.toMatch(/@[a-z0-9]|GH-\d|:\/\/|www\./i);
          expect(wordsOf(check[part]).replace(/#[12]/g, '')).not.toMatch(/#\d/);
        }
        expect(check.title.length).toBeLessThanOrEqual(255);
      }),
      { seed: 21, numRuns: 80 },
    );
  });

  it('make no element when the judge quotes them', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (before, inside) => {
        const body = `${before}\n\n## Technical impact\n\n${inside}\n\nRollback: ${inside}\n`;
        const statement = judgeStatement(body, examplePolicy, null);
        const decision = decide({
          mode: 'enforce',
          statement,
          assessment: highRisk,
          policy: examplePolicy,
          exemption: null,
          draft: false,
        });
        const one = judged(1, { statement, assessment: highRisk, decision });
        const check = renderImpactCheck([one], { locale: 'ja', canInsert: true });
        for (const part of [check.summary, check.text]) {
          expect(elementsOf(part)).toEqual([]);
          expect(wordsOf(part)).not.toMatch(/@[a-z0-9]|GH-\d|#\d|:\/\/|www\./i);
        }
      }),
      { seed: 24, numRuns: 60 },
    );
  });

  it('make no element in configuration checks and merge groups', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const remark = { file: text, line: 1, column: 1, message: text };
        const result = { conclusion: 'success', level: 'low' } as const;
        const preview = {
          considered: 1,
          changed: [{ number: 3, title: text, from: result, to: result }],
          notPreviewed: 0,
        };
        const problems = renderConfigCheck({ path: text, problems: [remark], preview: null }, 'en');
        const fine = renderConfigCheck({ path: text, problems: [], preview }, 'en');
        const broken = renderBrokenConfigCheck(
          { path: text, ref: text, problems: [remark], conclusion: 'failure' },
          'ja',
        );
        const group = renderMergeGroupCheck([{ kind: 'judged', ...judged(1, {}, { title: text }) }], {
          locale: 'ja',
          whenUnreadable: 'failure',
        });
        for (const check of [problems, fine, broken, group]) {
          expect(elementsOf(check.summary)).toEqual([]);
          expect(elementsOf(check.text)).toEqual([]);
        }
      }),
      { seed: 22, numRuns: 80 },
    );
  });

  it('make no element in replies but our own marker', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const body = renderCommandReply(
          [
            { code: 'unknown-command', command: text, didYouMean: text },
            { code: 'failed', command: text, what: text },
          ],
          text,
          'en',
        );
        expect(elementsOf(body)).toEqual(['html_block']);
        expect(body.match(/<!--/g)?.length).toBe(1 + occurrencesInCode(body));
      }),
      { seed: 23, numRuns: 80 },
    );
  });
});

function occurrencesInCode(markdown: string): number {
  return allTokens(markdown)
    .filter(({ type }) => type === 'code_inline')
    .reduce((sum, { content }) => sum + content.split('<!--').length - 1, 0);
}

describe('sizes', () => {
  it('stay within GitHub’s limits, and say what was left out', () => {
    const matches = Array.from({ length: 400 }, (_, at) => ({
      ruleId: `規則-${at}`,
      level: 'high' as const,
      paths: Array.from({ length: 20 }, (__, path) => `app/とても長い道/${at}/${path}.ts`),
      pathCount: 20,
      labels: [],
      why: '長い理由'.repeat(50),
    }));
    const { summary, text } = renderImpactCheck([judged(1, { assessment: { level: 'high', matches } })], {
      locale: 'ja',
      canInsert: true,
    });
    expect(new TextEncoder().encode(summary).length).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(text.endsWith('以降を省略しました。*')).toBe(true);
  });
});
