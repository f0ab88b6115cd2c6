import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { policyFor } from './policy-for.ts';

const judge = (section: string) => judgeStatement(`## Risk\n\n${section}\n`, policyFor('Risk'), null);

describe('what follows a none', () => {
  it.each([
    ['None\n\nOnly comments change.', 'none', 'Only comments change.'],
    ['None\n\n- the tests\n- the manual', 'none', 'the tests the manual'],
    ['This has no impact on users.\n\nOnly comments change.', 'none', 'Only comments change.'],
    ['This has no impact on users.\n\n- The queue is drained first.', 'filled', undefined],
    ['None\n\nBilling: invoices are late', 'filled', undefined],
    ['None\n\nlow', 'filled', undefined],
    ['API: none\n\nThe queue is drained first.', 'filled', undefined],
    ['The queue is drained first.\n\nNone', 'filled', undefined],
    ['None\n\nn/a', 'none', undefined],
    ['- API: none, it is internal\n- UI: none', 'none', 'it is internal'],
    ['- [x] None\n- [x] Low\n- [ ] High', 'filled', undefined],
    ['- [x] None\n\nOnly comments change.', 'none', 'Only comments change.'],
    ['No breaking changes. The scheduler now works in batches of ten.', 'filled', undefined],
    ['No breaking changes. Docs only.', 'none', 'Docs only.'],
    ['This has no impact on users.', 'none', undefined],
    ['There is no risk.', 'none', undefined],
    ['A pure renaming, so no risk.', 'none', 'A pure renaming, so no risk.'],
    ['### None', 'none', undefined],
    ['### Low\n\nNone', 'none', undefined],
    ['None\n\nThe queue is drained first.\n\nlow', 'filled', undefined],
    ['This has no impact on users.\n\nThe page is static.\n\n- The queue is drained first.', 'filled', undefined],
    ['- [x] None\n- [x] The queue is drained first', 'filled', undefined],
    ['| None |\n|---|\n| The queue is drained first |', 'filled', undefined],
    ['- [x] There is no risk', 'none', undefined],
    ['- [x] There is no risk for users of pages', 'none', undefined],
    ['- [x] There is no risk for users of the pages', 'filled', undefined],
  ])('%j', (section, verdict, reason) => {
    const statement = judge(section);
    expect([statement.verdict, statement.reason]).toEqual([verdict, reason]);
  });
});

describe('what counts as said', () => {
  it.each([
    // Sub-headings name things; a sentence in one says something.
    ['### The importer', 'placeholder'],
    ['### The importer stops.', 'filled'],
    ['### **The importer stops!**', 'filled'],
    ['### 取り込みが止まる。', 'filled'],
    ['### The importer now stops at files over 2GB', 'filled'],
    ['### The importer stops at files over 2GB', 'placeholder'],
    ['### v1.2 importer', 'placeholder'],
    ['### What can break when the importer stops early?', 'placeholder'],
    // A ticked option says its words, whatever they ask.
    ['- [x] Is the importer stopped?', 'filled'],
    ['- [x] Describe the importer', 'filled'],
    ['- [x] TBD', 'placeholder'],
    // Code is the author's, also when quoted.
    ['```\n---\n```', 'placeholder'],
    ['> ```\n> update importer\n> ```', 'filled'],
    // Items behind "for example" are samples, sentences are not.
    ['For example:\n\n- timers\n- jobs', 'placeholder'],
    ['For example:\n\nTimers fire twice.', 'filled'],
    ['For example:\n\n- timers\n\nTimers fire twice.', 'filled'],
    // Answers to different questions do not contradict each other.
    ['- UI: yes\n- API: no', 'filled'],
    ['- Yes, of the UI\n- No', 'placeholder'],
    ['- low\n- high', 'placeholder'],
    ['- low\n- high\n- no', 'placeholder'],
    ['- low\n- the importer stops', 'filled'],
  ])('%j', (section, verdict) => expect(judge(section).verdict).toBe(verdict));
});

describe('groups of options', () => {
  const choice = (section: string) => judge(section).findings.find((finding) => finding.code === 'choose-exactly-one');
  it.each([
    ['- [ ] Low\n- [ ] High', 0, 3],
    ['Level:\n\n- [x] Low\n- [x] Medium\n- [ ] High', 2, 5],
    ['- [x] **Low** — one page\n- [x] **High** — all pages', 2, 3],
    ['[ ] Yes [ ] No', 0, 3],
    ['- [ ] なし\n- [ ] あり', 0, 3],
  ])('%j is a choice that is not made', (section, chosen, line) =>
    expect(choice(section)).toMatchObject({ chosen, line }),
  );

  it.each([
    '- [x] Low\n- [ ] High',
    '- [ ] Low',
    '- [ ] Low\n- [ ] the board was looked at',
    '- [x] tests\n- [x] documents',
    'low or high',
  ])('%j is none', (section) => expect(choice(section)).toBeUndefined());

  it('names twenty options at most, in short', () => {
    const finding = choice(Array.from({ length: 30 }, () => `- [ ] High — ${'a'.repeat(90)}`).join('\n'));
    expect(finding).toMatchObject({ chosen: 0 });
    expect(finding?.code === 'choose-exactly-one' && finding.options.map((option) => option.length)).toEqual(
      Array.from({ length: 20 }, () => 80),
    );
  });
});

describe('the quote', () => {
  it.each([
    ['Timers fire twice.', 3, 3, 'Timers fire twice.'],
    ['Timers fire\ntwice.', 3, 4, 'Timers fire\ntwice.'],
    ['<!-- note -->\n\nTimers fire twice.\n\n- [ ] Low\n', 5, 5, 'Timers fire twice.'],
    ['What breaks?\n\nTimers.\n\nJobs.\n\nTBD', 5, 7, 'Timers.\n\nJobs.'],
    ['- [ ] Low\n- [x] High', 4, 4, '- [x] High'],
    ['```\nalter table\n```', 4, 4, 'alter table'],
    ['  Timers fire twice.  ', 3, 3, 'Timers fire twice.'],
  ])('%j', (section, firstLine, lastLine, text) => expect(judge(section).quote).toEqual({ text, firstLine, lastLine }));

  it('is 2,000 characters at most', () => {
    expect(judge('word '.repeat(1_000)).quote?.text).toHaveLength(2_000);
    expect(judge(`None\n\n${'word '.repeat(1_000)}`).reason).toHaveLength(2_000);
  });

  it('of a heading is 200', () => {
    const body = `## Risk: ${'a'.repeat(400)}\n`;
    expect(judgeStatement(body, policyFor('Risk'), null)).toMatchObject({ verdict: 'filled', heading: 'Risk' });
  });
});

describe('many sections', () => {
  it('judges sixteen', () => {
    const body = `${'## Risk\n\n'.repeat(16)}## Risk\n\nTimers fire twice.\n`;
    expect(judgeStatement(body, policyFor('Risk'), null).verdict).toBe('placeholder');
    expect(judgeStatement(body.slice('## Risk\n\n'.length), policyFor('Risk'), null).verdict).toBe('filled');
  });

  it('finds an answer among 1,500 pieces', () => {
    const blanks = '- [ ] a\n'.repeat(1_499);
    expect(judge(`${blanks}- [x] the importer`).verdict).toBe('filled');
    expect(judge(`${blanks}- [ ] a\n- [x] the importer`).verdict).toBe('placeholder');
  });
});
