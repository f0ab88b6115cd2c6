import { describe, expect, it } from 'vitest';
import { chooseTemplate } from '../../../src/domain/statement/choose-template.ts';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { policyFor } from './policy-for.ts';

const template = (text: string) => ({ path: '.github/pull_request_template.md', text });

/** A template, its heading, and bodies made from it with the verdict of each. */
const CASES: readonly {
  readonly name: string;
  readonly heading: string;
  readonly template: string;
  readonly bodies: readonly (readonly [string, string])[];
}[] = [
  {
    name: 'a prompt in plain words',
    heading: 'Impact',
    template:
      '## What\n\nWords.\n\n## Impact\n\nThe customs officer signs here and keeps the second copy of the form.\n\n## Tests\n',
    bodies: [
      ['## Impact\n\nThe customs officer signs here and keeps the second copy of the form.\n', 'placeholder'],
      ['## Impact\n\nThe customs officer signs here and\nkeeps the second copy\nof the form.\n', 'placeholder'],
      ['## Impact\n\n  The customs  officer signs here and keeps the second copy of the form.  \n', 'placeholder'],
      [
        '## Impact\n\nThe customs officer signs here and keeps the second copy of the form. Queues grow at noon.\n',
        'filled',
      ],
      [
        '## Impact\n\nThe customs officer signs here and keeps the second copy of the form.\nQueues grow at noon.\n',
        'filled',
      ],
      ['## Impact\n\nThe customs officer signs here and keeps the second copy of the form.\n\nnone\n', 'none'],
      ['## Impact\n\nThe customs officer signs here and keeps the second copy of the form. None.\n', 'none'],
      ['## Impact\n\nThe customs officer signs here.\n', 'filled'],
    ],
  },
  {
    name: 'a default answer',
    heading: 'Rollback',
    template: '## Rollback\n\n1. Roll back to the release before.\n2. Revert this pull request.\n',
    bodies: [
      ['## Rollback\n\n1. Roll back to the release before.\n2. Revert this pull request.\n', 'placeholder'],
      [
        '## Rollback\n\n1. Roll back to the release before.\n2. Revert this pull request.\n3. Rebuild the index.\n',
        'filled',
      ],
    ],
  },
  {
    name: 'two answers, one to delete',
    heading: 'Does it break anything?',
    template: '## Does it break anything?\n\n- 🙂 No, nothing breaks.\n- 💥 Yes, something breaks.\n',
    bodies: [
      ['## Does it break anything?\n\n- 🙂 No, nothing breaks.\n- 💥 Yes, something breaks.\n', 'placeholder'],
      ['## Does it break anything?\n\n- 🙂 No, nothing breaks.\n', 'none'],
      ['## Does it break anything?\n\n- 💥 Yes, something breaks.\n', 'filled'],
    ],
  },
  {
    name: 'boxes, of which an older edition had none',
    heading: 'Side effects',
    template:
      'Side effects\n\n- [ ] Slower start: Reads more files\n- [ ] Slower start: Opens more sockets\n- [ ] Breaks old clients\n\n### Notes\n',
    bodies: [
      [
        'Side effects\n\n- [ ] Slower start: Reads more files\n- [ ] Slower start: Opens more sockets\n- [ ] Breaks old clients\n',
        'placeholder',
      ],
      ['Side effects\n\n- [ ] Slower start: Reads more files\n- [x] Breaks old clients\n', 'filled'],
      [
        'Side effects\n\n- Slower start\n    - Reads more files\n    - Opens more sock\n- Breaks old clients\n',
        'placeholder',
      ],
      ['Side effects\n\n- Slower start\n    - Reads more files\n    - Opens more sock\n', 'placeholder'],
      ['Side effects\n\n- Breaks old clients\n', 'filled'],
      ['Side effects\n\n- Needs more memory\n', 'filled'],
    ],
  },
  {
    name: 'a pseudo-heading behind the prompt of another section',
    heading: 'Impact',
    template:
      '### Impact\n\n_Which users notice?_\n\n**Risk level: none | low | high**\n\n_Choose one and say why._\n\n### Documents\n',
    bodies: [
      [
        '### Impact\n\n_Which users notice?_\n\n**Risk level: none | low | high**\n\n_Choose one and say why._\n',
        'placeholder',
      ],
      ['### Impact\n\n_Which users notice?_\n\n**Risk level: low**\n\nOnly the log format changes.\n', 'placeholder'],
      ['### Impact\n\nReaders of the log must change a pattern.\n\n**Risk level: low**\n', 'filled'],
      ['### Impact\n\nNone\n\n**Risk level: low**\n\nOnly a log line moves.\n', 'none'],
    ],
  },
  {
    name: 'labels inside the section belong to it',
    heading: 'Risk assessment',
    template: '## Risk assessment\n\n<!-- be honest -->\n\n**Level:** [ ] Low [ ] High\n\n**Parts:**\n-\n\n## Tests\n',
    bodies: [
      ['## Risk assessment\n\n**Level:** [ ] Low [ ] High\n\n**Parts:**\n-\n', 'placeholder'],
      ['## Risk assessment\n\n**Level:** [ ] Low [ ] High\n\n**Parts:**\n- the importer\n', 'filled'],
      ['## Risk assessment\n\n**Level:** [x] Low [ ] High\n\n**Parts:**\n-\n', 'filled'],
    ],
  },
  {
    name: 'plain headings that only the template knows',
    heading: 'Potential risks',
    template: '**Potential risks**\n\n\n**Release notes**\n\n\n',
    bodies: [
      ['Potential risks\n\nRelease notes\nThe importer is faster.\n', 'placeholder'],
      ['Potential risks\nThe importer may skip rows.\n\nRelease notes\n', 'filled'],
      ['## Potential risks\n\nRelease notes\n\nThe importer is faster.\n', 'placeholder'],
    ],
  },
  {
    name: 'a table',
    heading: 'BC breaks?',
    template: '| Q | A |\n|---|---|\n| Branch? | main |\n| BC breaks? | Is anything broken for users? yes/no |\n',
    bodies: [
      [
        '| Q | A |\n|---|---|\n| Branch? | main |\n| BC breaks? | Is anything broken for users? yes/no |\n',
        'placeholder',
      ],
      ['| Q | A |\n|---|---|\n| Branch? | main |\n| BC breaks? | no |\n', 'none'],
      ['| Q | A |\n|---|---|\n| Branch? | main |\n| BC breaks? | yes, the hook takes two arguments |\n', 'filled'],
      ['| Q | A |\n|---|---|\n| Branch? | main |\n| BC breaks? | |\n', 'placeholder'],
    ],
  },
  {
    name: 'labels of list items with comments',
    heading: 'Risk',
    template: '* Scope:\n  <!-- how far? -->\n* Risk:\n  <!-- how bad? -->\n* Testing:\n  <!-- how sure? -->\n',
    bodies: [
      ['* Scope:\n  all\n* Risk:\n  <!-- how bad? -->\n* Testing:\n  unit\n', 'placeholder'],
      ['* Scope: all\n* Risk: Low, a null check was added\n* Testing: unit\n', 'filled'],
      ['* Scope: all\n* Risk:\n  <!-- how bad? -->\n  Low, a null check was added\n* Testing: unit\n', 'filled'],
      ['* Scope: all\n* Risk: none\n* Testing: unit\n', 'none'],
    ],
  },
  {
    name: 'Japanese, wrapped',
    heading: '影響範囲',
    template:
      '## 影響範囲\n\nこの欄には関係する部署の名前と担当者の内線番号が入ります。\n\n- 影響するAPI：\n- 影響するDB：\n',
    bodies: [
      [
        '## 影響範囲\n\nこの欄には関係する部署の名前と\n担当者の内線番号が入ります。\n\n- 影響するAPI：\n- 影響するDB：\n',
        'placeholder',
      ],
      ['## 影響範囲\n\n- 影響するAPI：注文の一覧\n- 影響するDB：\n', 'filled'],
      ['## 影響範囲\n\n- 影響するAPI：なし\n- 影響するDB：なし\n', 'none'],
    ],
  },
];

describe.each(CASES)('with $name', ({ heading, template: text, bodies }) => {
  it.each(bodies)('%j is %s', (body, verdict) => {
    expect(judgeStatement(body, policyFor(heading), template(text)).verdict).toBe(verdict);
  });
  it('is a placeholder unedited', () => {
    expect(judgeStatement(text, policyFor(heading), template(text)).verdict).toBe('placeholder');
    expect(judgeStatement(text.replaceAll('\n', '\r\n'), policyFor(heading), template(text)).verdict).toBe(
      'placeholder',
    );
  });
});

describe('chooseTemplate', () => {
  const feature = { path: '.github/PULL_REQUEST_TEMPLATE/feature.md', text: '## Why\n\n## What\n\n## Impact\n' };
  const fix = { path: '.github/PULL_REQUEST_TEMPLATE/fix.md', text: '## Cause\n\n## Fix\n\n## Impact\n' };
  const release = { path: 'docs/pull_request_template.md', text: '* Scope:\n* Risk:\n' };

  it.each([
    ['## Why\nBecause.\n## What\nThat.\n', feature],
    ['## Cause\n\nA race.\n\n## Impact\n\nNone.\n', fix],
    ['* Scope: all\n* Risk: low\n', release],
    ['## Impact\n\nNone.\n', feature],
    ['**Cause**\nA race.\n', fix],
    ['Just words.', null],
    ['', null],
    [null, null],
  ])('%j', (body, expected) => expect(chooseTemplate(body, [feature, fix, release])).toBe(expected));

  it('prefers the template that the body has whole', () => {
    const long = { path: 'long.md', text: '## Why\n## Impact\n## Cost\n## Law\n' };
    const short = { path: 'short.md', text: '## Why\n## Impact\n' };
    expect(chooseTemplate('## Why\n## Impact\n', [long, short])).toBe(short);
  });
});
