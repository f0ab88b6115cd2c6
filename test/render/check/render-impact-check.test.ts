import { describe, expect, it } from 'vitest';
import type { CheckOutput } from '../../../src/domain/pull-request/check-run.ts';
import type { Decision, DecisionReason } from '../../../src/domain/statement/decision.ts';
import { renderImpactCheck } from '../../../src/render/check/render-impact-check.ts';
import {
  examplePolicy,
  fieldsMissing,
  halfStatement,
  highRisk,
  judged,
  missing,
  noStatement,
  stated,
} from './judged-examples.ts';

const en = { locale: 'en', canInsert: true } as const;
const ja = { locale: 'ja', canInsert: true } as const;

describe('a statement made by command', () => {
  it('shows the reason that was given', () => {
    const none = { verdict: 'none', reason: 'only *logs*' } as const;
    const statement = { ...none, fields: { rollback: none }, findings: [] };
    expect(renderImpactCheck([judged(1, { statement })], en).text).toContain(
      '| Impact statement | no impact | –; reason given: only \\*logs\\* |\n| Rollback | no impact |',
    );
    expect(renderImpactCheck([judged(1, { statement })], ja).text).toContain('| 影響なし | –、理由: only \\*logs\\* |');
  });
});

describe('one section to paste', () => {
  const render = (decision: Decision, statement = halfStatement) =>
    renderImpactCheck([judged(12, { statement, assessment: highRisk, decision })], en).summary;

  it('holds the missing fields alone where the section is there', () => {
    expect(render(fieldsMissing)).toContain('```markdown\n### Rollback\n<!-- ');
    expect(render(fieldsMissing)).not.toContain('## Technical impact');
  });

  it('asks “none” above the limit for the fields', () => {
    const none: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [
        { code: 'none-above-limit', level: 'high', allowedUpTo: 'medium' },
        { code: 'fields-required', fields: ['blast-radius', 'rollback', 'monitoring'], level: 'high' },
      ],
    };
    const summary = render(none, { verdict: 'none', fields: {}, findings: [] });
    expect(summary).toContain('why nothing can break, on: **Blast radius**, **Rollback** and **Monitoring**.');
    expect(summary).toContain('```markdown\n### Blast radius');
    expect(summary).not.toContain('Write a sentence or two on');
  });

  it('takes the place of an empty section', () => {
    const decision: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [{ code: 'statement-placeholder' }],
    };
    const summary = render(decision, { verdict: 'placeholder', heading: 'Impact *now*', fields: {}, findings: [] });
    expect(summary).toContain('Write a sentence or two of your own under **Impact \\*now\\***.');
    expect(summary).toContain('This can take the place of the section as it is.');
  });

  it('is not shown where nothing is asked', () => {
    expect(renderImpactCheck([judged(12)], en).summary).not.toContain('```');
  });
});

describe('open windows of the author', () => {
  it('are told of in a line, in either language, and block nothing', () => {
    const one = { ...judged(12), watching: [4, 7] };
    const { conclusion, summary } = renderImpactCheck([one], en);
    expect(conclusion).toBe('success');
    expect(summary).toContain('2 earlier changes of the same author are being watched after release: #4 and #7.');
    expect(renderImpactCheck([{ ...one, watching: [4] }], en).summary).toContain(
      'An earlier change of the same author is',
    );
    expect(renderImpactCheck([one], ja).summary).toContain(
      '同じ作成者の変更 2 件（#4、#7）が、リリース後の監視期間中です。',
    );
    expect(renderImpactCheck([{ ...one, watching: [] }], en).summary).not.toContain('watched');
  });
});

describe('what to do', () => {
  const cases: readonly (readonly [DecisionReason, string, string])[] = [
    [
      { code: 'none-without-reason' },
      'comment `/impact none <reason>`',
      '`/impact none <理由>` とコメントしてください。',
    ],
    [{ code: 'risk-unknown', because: 'truncated' }, 'Either split the pull request', 'PR を分割するか'],
    [{ code: 'risk-unknown', because: 'not-found' }, 'Press *Re-check* in a few', '数分後に *再チェック* を押すか'],
    [
      { code: 'config-broken', problems: 2 },
      'mend the configuration on the base',
      '設定ファイルの修正を依頼してください。',
    ],
    [
      { code: 'windows-open', numbers: [3], blockAfter: 1 },
      'then comment `/impact monitored` on each of them',
      'それぞれの PR に `/impact monitored` とコメントしてください',
    ],
    [{ code: 'statement-missing' }, 'Press **Insert section** above', '上の **セクションを挿入** を押すと'],
    [
      { code: 'statement-placeholder' },
      'under **Technical impact**. What could break',
      '**技術的な影響** に、何が壊れうるか',
    ],
    [
      { code: 'none-above-limit', level: 'low', allowedUpTo: 'never' },
      'Say in a sentence or two why nothing can break.',
      '影響がないと言える根拠を 1〜2 文で書いてください。',
    ],
  ];

  it.each(cases)('%j', (reason, inEnglish, inJapanese) => {
    const decision: Decision = { conclusion: 'failure', status: 'missing', reasons: [reason] };
    const one = judged(1, { decision, statement: noStatement });
    expect(renderImpactCheck([one], en).summary).toContain(inEnglish);
    expect(renderImpactCheck([one], ja).summary).toContain(inJapanese);
  });

  it('says what to paste where the app may not write', () => {
    const one = judged(1, { decision: missing, statement: noStatement });
    expect(renderImpactCheck([one], { ...en, canInsert: false }).summary).toContain('Add the section below');
    expect(renderImpactCheck([one], { ...ja, canInsert: false }).summary).toContain('下のセクションを PR の説明に追加');
  });

  it('lists several steps and reasons', () => {
    const decision: Decision = {
      conclusion: 'failure',
      status: 'missing',
      reasons: [{ code: 'statement-missing' }, { code: 'risk-unknown', because: 'truncated' }],
    };
    const { summary } = renderImpactCheck(
      [
        judged(1, {
          decision,
          statement: noStatement,
          assessment: { level: 'unknown', matches: [], unknown: 'truncated' },
        }),
      ],
      en,
    );
    expect(summary).toContain('- The description has no section');
    expect(summary).toContain('1. Press **Insert section**');
    expect(summary).toContain('2. Either split');
    expect(summary).toContain('What cannot be seen cannot be called safe.');
  });
});

describe('buttons', () => {
  const open = judged(12, { statement: noStatement, decision: missing });
  const empty = judged(12, {
    statement: { verdict: 'placeholder', fields: {}, findings: [] },
    decision: { conclusion: 'failure', status: 'missing', reasons: [{ code: 'statement-placeholder' }] },
  });
  const identifiers = (check: CheckOutput) => check.actions.map(({ identifier }) => identifier);

  it.each([
    ['a missing section', open, true, ['insert-section', 'recheck']],
    ['a description we may not edit', open, false, ['recheck']],
    [
      'another repository’s pull request',
      judged(12, { statement: noStatement, decision: missing }, { foreign: true }),
      true,
      ['recheck'],
    ],
    ['an empty section of the template', empty, true, ['recheck']],
    ['a good statement', judged(12), true, ['recheck']],
  ] as const)('under %s', (_what, one, canInsert, expected) => {
    expect(identifiers(renderImpactCheck([one], { locale: 'en', canInsert }))).toEqual(expected);
  });

  it.each(['en', 'ja'] as const)('fit GitHub’s limits in %s', (locale) => {
    for (const { identifier, label, description } of renderImpactCheck([open], { locale, canInsert: true }).actions) {
      expect(identifier.length).toBeLessThanOrEqual(20);
      expect(label.length).toBeLessThanOrEqual(20);
      expect(description.length).toBeLessThanOrEqual(40);
    }
  });
});

describe('several pull requests at one commit', () => {
  it('puts the worst first: conclusion, then risk, then number', () => {
    const { title, conclusion, summary } = renderImpactCheck(
      [
        judged(3, { decision: stated, assessment: highRisk }),
        judged(9, { decision: missing }),
        judged(5, { decision: missing, assessment: highRisk }),
        judged(4, { decision: missing, assessment: { level: 'unknown', matches: [], unknown: 'not-found' } }),
      ],
      en,
    );
    expect(conclusion).toBe('failure');
    expect(title).toBe('#4: No impact statement yet · risk: unknown (worst of 4 pull requests)');
    const both = [judged(3), judged(9, { decision: missing })];
    expect(renderImpactCheck(both, ja).title).toBe(
      '#9: 技術的な影響の記載がありません（リスク: 低、2 件の PR のうち最も厳しい結果）',
    );
    expect([...summary.matchAll(/^\| #(\d+)/gm)].map(([, number]) => number)).toEqual(['4', '5', '9', '3']);
  });

  it('has something to say when none is left', () => {
    expect(renderImpactCheck([], en)).toMatchObject({
      conclusion: 'neutral',
      title: 'No open pull request at this commit',
      actions: [],
    });
  });
});

describe('a level set by hand', () => {
  it('says by whom', () => {
    const assessment = { ...highRisk, setBy: 'kay_o' };
    expect(renderImpactCheck([judged(1, { assessment })], en).summary).toContain('kay\\_o set this level by a label.');
    expect(renderImpactCheck([judged(1, { assessment })], ja).summary).toContain(
      'kay\\_o さんがラベルで指定したリスクです。',
    );
  });
});

describe('many rules', () => {
  it('explains five in the summary and all in the details', () => {
    const matches = Array.from({ length: 8 }, (_, at) => ({
      ruleId: `rule-${at}`,
      level: 'high' as const,
      paths: [],
      pathCount: 0,
      labels: [],
    }));
    const check = renderImpactCheck([judged(1, { assessment: { level: 'high', matches } })], en);
    expect(check.summary).toContain('- `rule-4` (high).\n- 3 more');
    expect(check.summary).not.toContain('rule-5');
    expect(check.text).toContain('rule-7');
  });
});

describe('a field called like a property of every object', () => {
  it('is a field like any other', () => {
    const policy = {
      ...examplePolicy,
      fields: [{ id: 'constructor', headings: [] }],
      require: { low: [], medium: [], high: ['constructor'] },
    };
    const { summary } = renderImpactCheck(
      [judged(1, { statement: noStatement, assessment: highRisk, decision: missing }, { policy })],
      en,
    );
    expect(summary).toContain('- **constructor**: not found');
    expect(summary).toContain('### constructor\n<!-- A sentence or two in your own words. -->');
  });
});
