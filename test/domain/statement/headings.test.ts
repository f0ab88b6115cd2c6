import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { policyFor } from './policy-for.ts';

const SAID = 'Timers fire twice during the upgrade.';

/** Bodies in which `Side effects` is a heading in one of its forms, with the sentence in its section. */
const FORMS: readonly (readonly [string, string])[] = [
  ['ATX', `# Side effects\n${SAID}`],
  ['ATX, closed', `### Side effects ###\n\n${SAID}`],
  ['ATX of rank 6', `###### side Effects\n\n${SAID}`],
  ['ATX, indented', `   ## Side effects\n\n${SAID}`],
  ['ATX, bold inside', `## **Side effects**\n\n${SAID}`],
  ['ATX, with a comment', `## Side effects <!-- required -->\n\n${SAID}`],
  ['ATX, a question', `## Side effects?\n\n${SAID}`],
  ['ATX, with a colon', `## Side effects:\n\n${SAID}`],
  ['ATX, numbered', `## 3. Side effects\n\n${SAID}`],
  ['ATX, numbered with an emoji', `## 3️⃣ Side effects\n\n${SAID}`],
  ['ATX, emoji', `## ⚠️ Side effects\n\n${SAID}`],
  ['ATX, shortcode', `## :warning: Side effects\n\n${SAID}`],
  ['ATX, a hint in parentheses', `## Side effects (low / medium / high)\n\n${SAID}`],
  ['ATX, a hint in brackets', `## Side effects [required]\n\n${SAID}`],
  ['ATX, a hint behind a dash', `## Side effects - REQUIRED\n\n${SAID}`],
  ['ATX, full width', `## Ｓｉｄｅ　ｅｆｆｅｃｔｓ\n\n${SAID}`],
  ['ATX, hyphen', `## Side-effects\n\n${SAID}`],
  ['ATX, bilingual', `## 副作用 / Side effects\n\n${SAID}`],
  ['ATX, bilingual in parentheses', `## 副作用 (Side effects)\n\n${SAID}`],
  ['ATX, one of two', `## Risks / Side effects\n\n${SAID}`],
  ['ATX, joined', `## Side effects & rollback\n\n${SAID}`],
  ['ATX, a link', `## [Side effects](https://example.com)\n\n${SAID}`],
  ['ATX, the answer behind a colon', `## Side effects: ${SAID}`],
  ['setext', `Side effects\n============\n\n${SAID}`],
  ['setext of rank 2', `Side effects\n---\n\n${SAID}`],
  ['bold line', `**Side effects**\n${SAID}`],
  ['bold line with underscores', `__Side effects__\n\n${SAID}`],
  ['bold line with a colon', `**Side effects**:\n${SAID}`],
  ['bold line, colon inside', `**Side effects:**\n\n${SAID}`],
  ['bold line with a hint', `**Side effects** (tick one)\n\n${SAID}`],
  ['bold line behind a comment', `<!-- what else? -->\n**Side effects**\n${SAID}`],
  ['bold line as HTML', `<b>Side effects</b>\n\n${SAID}`],
  ['bold sentence inside the section', `## Side effects\n\n**${SAID}**`],
  ['plain line', `Side effects\n\n${SAID}`],
  ['plain line of one paragraph', `Side effects\n${SAID}`],
  ['plain line with a question mark', `Side effects?\n${SAID}`],
  ['label', `Side effects: ${SAID}`],
  ['label, full-width colon', `Side effects：${SAID}`],
  ['label, bold', `**Side effects:** ${SAID}`],
  ['label, bold before the colon', `**Side effects**: ${SAID}`],
  ['label, then a list', `Side effects:\n- ${SAID}`],
  ['label inside a paragraph', `Issue: #1\nSide effects: ${SAID}\nTests: unit`],
  ['label of a list item', `- Side effects: ${SAID}\n- Tests: unit`],
  ['label of a list item, bold', `* **Side effects**: ${SAID}\n* **Tests**: unit`],
  ['label of a list item, nested answer', `* Side effects:\n  - ${SAID}\n* Tests:\n  - unit`],
  ['label of a list item, answer below', `* Side effects:\n  ${SAID}\n* Tests:`],
  ['label of a list item, answer as a sibling', `- Side effects:\n- ${SAID}\n- Tests:`],
  ['bold list item', `* **Side effects** (tick one)\n- [x] ${SAID}\n- [ ] other\n\n* **Tests**`],
  ['bare list item with a nested answer', `- Side effects\n  - ${SAID}\n- Tests\n  - unit`],
  ['numbered item', `1. **Side effects**: ${SAID}\n2. **Tests**: unit`],
  ['table row', `| Question | Answer |\n| --- | --- |\n| Side effects? | ${SAID} |\n| Tests | unit |`],
  ['table row, bold', `| Q | A |\n|---|---|\n| **Side effects** | ${SAID} |`],
  ['HTML heading', `<h2>Side effects</h2>\n\n${SAID}`],
  ['HTML heading with attributes', `<h3 align="center">Side effects</h3>\n\n${SAID}`],
  ['summary', `<details>\n<summary>Side effects</summary>\n\n${SAID}\n\n</details>`],
  ['summary on one line', `<details><summary><b>Side effects</b></summary>\n\n${SAID}\n</details>`],
  ['summary, no blank line', `<details>\n<summary>Side effects</summary>\n${SAID}\n</details>`],
  ['summary over lines', `<details>\n<summary>\nSide effects\n</summary>\n\n${SAID}\n\n</details>`],
  ['deeper headings are owned', `## Side effects\n\n### Timers\n\n${SAID}\n`],
  ['in a list', `- ## Side effects\n\n  ${SAID}`],
];

/** Bodies in which it is no heading, or owns nothing of what stands there. */
const ABSENT: readonly (readonly [string, string])[] = [
  ['the words in a sentence', `There are side effects. ${SAID}`],
  ['a denial', '## No side effects\n\nReally.'],
  ['another heading', `## Unwanted side effects of trees\n\n${SAID}`],
  ['a bold start of a paragraph', `**Side effects** are limited. ${SAID}`],
  ['a comment', `<!--\n## Side effects\n${SAID}\n-->`],
  ['an unclosed comment', `<!--\n## Side effects\n${SAID}`],
  ['a fence', `\`\`\`\n## Side effects\n${SAID}\n\`\`\``],
  ['indented code', `    ## Side effects\n    ${SAID}`],
  ['a quote', `> ## Side effects\n> ${SAID}`],
  ['a link definition', `[Side effects]: https://example.com '${SAID}'`],
  ['code in a line', `\`Side effects: none\` is what the log says`],
  ['wrapped prose', `this has more known\nside effects\nthan we wanted`],
];

const ENDS: readonly (readonly [string, string])[] = [
  ['a heading of the same rank', `## Side effects\n\n## Tests\n\n${SAID}`],
  ['a heading of a higher rank', `### Side effects\n\n# Tests\n\n${SAID}`],
  ['a setext heading', `## Side effects\n\nTests\n---\n\n${SAID}`],
  ['an HTML heading', `## Side effects\n\n<h2>Tests</h2>\n\n${SAID}`],
  ['the next bold line', `**Side effects**\n\n**Tests**\n\n${SAID}`],
  ['a heading after a bold line', `**Side effects**\n\n#### Tests\n\n${SAID}`],
  ['the next label', `Side effects:\n\nTests: ${SAID}`],
  ['the next label of a list', `- Side effects:\n- Tests: ${SAID}`],
  ['the next row', `| Q | A |\n|---|---|\n| Side effects | |\n| Tests | ${SAID} |`],
  ['the end of the fold', `<details><summary>Side effects</summary>\n\n</details>\n\n${SAID}`],
];

const judge = (body: string): string => judgeStatement(body, policyFor('Side effects'), null).verdict;

describe('headings', () => {
  it.each(FORMS)('found: %s', (_, body) => expect(judge(`Intro.\n\n${body}\n`)).toBe('filled'));
  it.each(FORMS)('found with CRLF: %s', (_, body) =>
    expect(judge(`Intro.\n\n${body}\n`.replaceAll('\n', '\r\n'))).toBe('filled'),
  );
  // A bare item is a heading only by what is nested in it.
  it.each(FORMS.filter(([form]) => !form.startsWith('bare list item')))('empty without the sentence: %s', (_, body) =>
    expect(judge(`Intro.\n\n${body.replaceAll(SAID, '')}\n`)).toBe('placeholder'),
  );
  it.each(ABSENT)('not found: %s', (_, body) => expect(judge(`Intro.\n\n${body}\n`)).toBe('missing'));
  it.each(ENDS)('ends at %s', (_, body) => expect(judge(body)).toBe('placeholder'));

  it('tells what hides a heading', () => {
    const where = ABSENT.slice(4, 9).map(
      ([, body]) => judgeStatement(body, policyFor('Side effects'), null).findings[1],
    );
    expect(where).toMatchObject([
      { code: 'hidden-heading', where: 'comment', line: 2 },
      { code: 'hidden-heading', where: 'comment', line: 2 },
      { code: 'hidden-heading', where: 'code', line: 2 },
      { code: 'hidden-heading', where: 'code', line: 1 },
      { code: 'hidden-heading', where: 'quote', line: 1 },
    ]);
  });

  it('judges the first section that says something, and tells of the others', () => {
    const body = `## Side effects\n\n## Tests\n\n## Side effects\n\n${SAID}\n`;
    const statement = judgeStatement(body, policyFor('Side effects'), null);
    expect(statement).toMatchObject({ verdict: 'filled', quote: { text: SAID, firstLine: 7, lastLine: 7 } });
    expect(statement.findings).toEqual([
      { code: 'sections-disagree', lines: [1, 5], verdicts: ['placeholder', 'filled'] },
    ]);
  });

  it('matches a configured heading by its own bilingual sides and hints', () => {
    const policy = policyFor('Risk Analysis - REQUIRED', 'Scope / 影响范围', '切り戻し：');
    for (const title of ['risk analysis', 'Scope', '影响范围', 'Scope / 影响范围', '切り戻し']) {
      expect(judgeStatement(`## ${title}\n\n${SAID}`, policy, null).verdict).toBe('filled');
    }
    expect(judgeStatement(`## Analysis\n\n${SAID}`, policy, null).verdict).toBe('missing');
  });
});
