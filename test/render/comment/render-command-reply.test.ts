import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import type { CommandReply } from '../../../src/render/comment/command-reply.ts';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { renderCommandReply } from '../../../src/render/comment/render-command-reply.ts';

const cases: readonly (readonly [CommandReply, string, string])[] = [
  [
    { code: 'unknown-command', command: 'nnoe', didYouMean: 'none' },
    'There is no command `/impact nnoe`. Did you mean `/impact none`?\n\n`/impact help` lists what can be said.',
    '`/impact nnoe` というコマンドはありません。`/impact none` のことでしょうか。\n\n使えるコマンドは `/impact help` で確認できます。',
  ],
  [
    { code: 'unknown-command', command: 'dance' },
    'There is no command `/impact dance`.\n\n`/impact help` lists what can be said.',
    '`/impact dance` というコマンドはありません。\n\n使えるコマンドは `/impact help` で確認できます。',
  ],
  [
    { code: 'not-permitted', command: 'override', needs: 'maintain' },
    '`/impact override` was not run: it needs the maintain or admin role in this repository.',
    '`/impact override` は実行されませんでした。実行できるのは、このリポジトリの maintain または admin ロールを持つ人です。',
  ],
  [
    { code: 'not-permitted', command: 'none', needs: 'author-or-write' },
    '`/impact none` was not run: it needs the author of the pull request, or write access to this repository.',
    '`/impact none` は実行されませんでした。実行できるのは、PR の作成者と、このリポジトリへの書き込み権限がある人です。',
  ],
  [
    { code: 'reason-required', command: 'none' },
    '`/impact none` needs a reason, so that readers later know why. For example: `/impact none only log messages change`',
    '`/impact none` には理由が必要です。後から経緯がわかるように、一言添えてください。例: `/impact none ログの文言のみの変更のため`',
  ],
  [
    { code: 'not-a-pull-request', command: 'none' },
    '`/impact none` works on pull requests only.',
    '`/impact none` を使えるのは PR だけです。',
  ],
  [
    { code: 'not-an-incident', command: 'kind' },
    '`/impact kind` works on incidents only, and this is none yet. Give it an incident’s label first.',
    '`/impact kind` を使えるのはインシデントだけです。先にインシデントのラベルを付けてください。',
  ],
  [
    { code: 'value-not-allowed', command: 'kind', allowed: ['incident', 'near-miss'] },
    '`/impact kind` was not understood. Allowed are: `incident` and `near-miss`.',
    '`/impact kind` を解釈できませんでした。指定できるのは `incident`、`near-miss` です。',
  ],
  [
    { code: 'closed', command: 'none' },
    '`/impact none` was not run: the pull request is closed.',
    'PR がクローズされているため、`/impact none` は実行されませんでした。',
  ],
  [
    { code: 'failed', command: 'recheck', what: 'GitHub did not answer' },
    '`/impact recheck` could not be run: GitHub did not answer. Nothing was changed; please try again.',
    '`/impact recheck` を実行できませんでした（GitHub did not answer）。何も変更していませんので、もう一度お試しください。',
  ],
];

describe('renderCommandReply', () => {
  it.each(cases)('%j', (reply, en, ja) => {
    expect(renderCommandReply([reply], '42', 'en')).toBe(`<!-- hiyari:reply key=42 -->\n${en}\n`);
    expect(renderCommandReply([reply], '42', 'ja')).toBe(`<!-- hiyari:reply key=42 -->\n${ja}\n`);
  });

  it('lists the commands and who may', () => {
    expect(renderCommandReply([{ code: 'help' }], '7', 'en')).toBe(
      [
        '<!-- hiyari:reply key=7 -->',
        'Commands go at the start of a line in a comment on the pull request, or on the incident:',
        '',
        '| Command | What it does | Who may |',
        '| --- | --- | --- |',
        '| `/impact none <reason>` | states that this change has no technical impact, and why | the author, and people with write access |',
        '| `/impact recheck` | judges the pull request once more | the author, and people with write access |',
        '| `/impact override <reason>` | lets it pass as it is, also while its line is stopped; recorded and counted in the report | maintainers |',
        '| `/impact kind <kind>` | says what an incident is: `regression`, `incident`, `inquiry` or `near-miss` | people with write access |',
        '| `/impact cause <cause>` | says what contributed to an incident; several with commas | people with write access |',
        '| `/impact link #12` | says that a pull request caused an incident | people with write access |',
        '| `/impact unlink #12 [why]` | says that a pull request did not cause an incident | people with write access |',
        '| `/impact no-change [why]` | says that no change caused an incident | people with write access |',
        '| `/impact monitored [what was seen]` | says that a released change was looked at in production, and what was seen | the author, and people with write access |',
        '| `/impact postmortem <project>` | opens the postmortem of a project, or appends to the one that is open | people with write access |',
        '| `/impact action <ID>` | registers a row of the table of a postmortem as an improvement action | people with write access |',
        '| `/impact agree` | agrees to the targets of a project, in the issue that lists them | whom the configuration names; else maintainers |',
        '| `/impact help` | shows this list | everybody |',
        '',
      ].join('\n'),
    );
    expect(renderCommandReply([{ code: 'help' }], '7', 'ja')).toContain(
      '| `/impact none <理由>` | 技術的な影響がないことを、理由とともに記録します | 作成者と、書き込み権限のある人 |',
    );
  });

  it('answers several commands in one comment, without pointing to a list that it shows', () => {
    const body = renderCommandReply([{ code: 'unknown-command', command: 'x' }, { code: 'help' }], '1', 'en');
    expect(body).toContain('There is no command `/impact x`.\n\nCommands go at the start');
    expect(body).not.toContain('lists what can be said');
  });

  it.each(LOCALES)('is read back in %s', (locale) => {
    expect(parseMarker(renderCommandReply([{ code: 'help' }], 'comment 9', locale))).toEqual({
      kind: 'reply',
      key: 'comment 9',
    });
  });
});
