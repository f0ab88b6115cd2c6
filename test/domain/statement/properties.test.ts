import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendSection } from '../../../src/domain/statement/append-section.ts';
import { chooseTemplate } from '../../../src/domain/statement/choose-template.ts';
import { DEFAULT_STATEMENT_POLICY } from '../../../src/domain/statement/default-statement-policy.ts';
import type { ImpactStatement } from '../../../src/domain/statement/impact-statement.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { policyFor } from './policy-for.ts';

const RUNS = { seed: 20_260_801, numRuns: 150 };

const POLICY = policyFor('Risk', '影響範囲');
const judge = (body: string | null) => judgeStatement(body, POLICY, null);
const verdictOf = (body: string) => judge(body).verdict;
/** What must not change when only the spelling of the body does. */
const essence = ({ verdict, heading, reason }: ImpactStatement) => ({ verdict, heading, reason });

/** Pieces of Markdown from which bodies are made. */
const PIECES = [
  ...[
    '# Pull request',
    '## Summary',
    '## Risk',
    '### Risk',
    '**Risk**',
    'Risk: low',
    '- Risk:',
    '## 影響範囲',
    '<h2>Risk</h2>',
    '## Tests',
    '**Tests**',
    'Tests\n---',
  ],
  ...[
    'None',
    'N/A',
    'なし',
    '影響はありません。',
    '特になし',
    'TBD',
    '-',
    '- Yes / No',
    'low',
    '_Describe the risk._',
    'What could break?',
  ],
  ...[
    '- [ ] Yes\n- [ ] No',
    '- [x] None\n- [ ] Some',
    '- a\n  - b',
    '1. a\n2. b',
    '> quoted',
    '```\n## Risk\n```',
    '    ## Risk',
    '<!-- ## Risk -->',
    '<details>\n<summary>Risk</summary>\n',
    '</details>',
    '---',
  ],
  ...[
    '| Q | A |\n|---|---|\n| Risk | none |',
    'The importer gets slower.',
    'Café jobs start later.',
    '検索が遅くなります。',
    'Signed-off-by: A <a@example.com>',
    '[link](https://example.com)',
    '![image](https://example.com/a.png)',
    '',
  ],
];
const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('\n\n'));
const prose = fc.constantFrom(
  'Timers fire twice during the upgrade.',
  'The billing export gets a new column.',
  'Ops must rotate the key before Monday.',
  '注文の一覧が少し遅くなります。',
  '升级期间需要停机五分钟。',
  '주문 목록이 느려질 수 있습니다.',
);
const emptySection = fc.constantFrom(
  '',
  '<!-- what can break? -->',
  '-',
  '- \n- ',
  '_Describe the risk._',
  '- [ ] Yes\n- [ ] No',
  'TBD',
  'What could break?',
  '- Parts:\n- Tables:',
  'Low / Medium / High',
);
const comment = fc.constantFrom('<!-- note -->', '<!--\nnote\nnote\n-->', '<!-- ## Tests -->', '<!-- None -->');

describe('whatever the body', () => {
  it('never throws, and always gives a verdict and lines of the body', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      markdown,
    );
    fc.assert(
      fc.property(anything, fc.option(anything), (body, template) => {
        const statement = judgeStatement(
          body,
          DEFAULT_STATEMENT_POLICY,
          template === null ? null : { path: 't.md', text: template },
        );
        const lines = body.split(/\r\n|\r|\n/).length;
        for (const { quote } of [statement, ...Object.values(statement.fields)]) {
          if (!quote) continue;
          expect(quote.firstLine).toBeGreaterThanOrEqual(1);
          expect(quote.lastLine).toBeGreaterThanOrEqual(quote.firstLine);
          expect(quote.lastLine).toBeLessThanOrEqual(lines);
        }
        expect(Boolean(statement.quote)).toBe(statement.verdict === 'filled' || statement.verdict === 'none');
        chooseTemplate(body, template === null ? [] : [{ path: 't.md', text: template }]);
      }),
      RUNS,
    );
  });

  it('judges the same body alike', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        expect(judge(body)).toEqual(judge(body));
      }),
      RUNS,
    );
  });

  it('does not see CRLF', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        expect(judge(body.replaceAll('\n', '\r\n'))).toEqual(judge(body));
      }),
      RUNS,
    );
  });

  it('does not see a byte order mark', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        expect(judge(`\uFEFF${body}`)).toEqual(judge(body));
      }),
      RUNS,
    );
  });

  it('does not see trailing space', () => {
    const spaced = fc.tuple(markdown, fc.constantFrom(' ', '   ', '\t'));
    fc.assert(
      fc.property(spaced, ([body, space]) => {
        const inCode = body.includes('```') || body.includes('    ');
        const other = body
          .split('\n')
          .map((line) => (line === '' && inCode ? line : line + space))
          .join('\n');
        expect(essence(judge(other))).toEqual(essence(judge(body)));
      }),
      RUNS,
    );
  });

  it('does not see how accents are composed', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        expect(judge(body.normalize('NFD'))).toEqual(judge(body.normalize('NFC')));
      }),
      RUNS,
    );
  });

  it('does not see a comment between blocks', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES.filter((piece) => !piece.includes('<'))), { maxLength: 10 });
    fc.assert(
      fc.property(pieces, comment, fc.nat(10), (parts, hidden, at) => {
        const where = Math.min(at, parts.length);
        const other = [...parts.slice(0, where), hidden, ...parts.slice(where)];
        // Between two lists a comment is what keeps them apart: that is not the same body.
        const apart = [parts[where - 1], parts[where]].every((piece) => /^(?:[-*>|]|\d\.| {4})/.test(piece ?? ''));
        if (!apart) expect(essence(judge(other.join('\n\n')))).toEqual(essence(judge(parts.join('\n\n'))));
      }),
      RUNS,
    );
  });
});

describe('a section', () => {
  const around = fc.tuple(
    fc.constantFrom('## Summary\n\nWords.\n\n', '', '# Title\n\n'),
    fc.constantFrom('\n\n## Tests\n\nUnit.\n', '\n', ''),
  );

  it('with nothing of the author is a placeholder; the author’s sentence makes it filled', () => {
    fc.assert(
      fc.property(
        around,
        emptySection,
        prose,
        fc.constantFrom('Risk', '影響範囲'),
        ([before, after], empty, sentence, heading) => {
          expect(verdictOf(`${before}## ${heading}\n\n${empty}${after}`)).toBe('placeholder');
          expect(verdictOf(`${before}## ${heading}\n\n${empty}\n\n${sentence}${after}`)).toBe('filled');
        },
      ),
      RUNS,
    );
  });

  it('that repeats the template is a placeholder; the author’s sentence makes it filled', () => {
    const text = fc.array(
      fc.constantFrom(...'the form is kept by an officer who signs here at noon and again later'.split(' ')),
      { minLength: 4, maxLength: 30 },
    );
    fc.assert(
      fc.property(text, prose, fc.integer({ min: 1, max: 5 }), (words, sentence, width) => {
        const template = { path: 't.md', text: `## Risk\n\n${words.join(' ')}\n` };
        const wrapped = words.map((word, index) => word + ((index + 1) % (width * 3) === 0 ? '\n' : ' ')).join('');
        expect(judgeStatement(`## Risk\n\n${wrapped}\n`, POLICY, template).verdict).toBe('placeholder');
        expect(judgeStatement(`## Risk\n\n${wrapped.trim()}\n\n${sentence}\n`, POLICY, template).verdict).toBe(
          'filled',
        );
      }),
      RUNS,
    );
  });

  it('that is deleted is missing', () => {
    fc.assert(
      fc.property(around, prose, ([before, after], sentence) => {
        expect(verdictOf(`${before}## Risk\n\n${sentence}${after}`)).toBe('filled');
        expect(verdictOf(`${before}${after}`)).toBe('missing');
      }),
      RUNS,
    );
  });
});

describe('appendSection', () => {
  it('puts a section where it is found, once', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const once = appendSection(body, '## Risk\n\n<!-- what can break? -->', ['Risk']);
        expect(appendSection(once, '## Risk\n\n<!-- what can break? -->', ['Risk'])).toBe(once);
        expect(judgeStatement(once, policyFor('Risk'), null).verdict).not.toBe('missing');
      }),
      RUNS,
    );
  });
});
