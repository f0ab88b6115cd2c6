import { describe, expect, it } from 'vitest';
import { parseBackport } from '../../../src/domain/statement/parse-backport.ts';
import { parseRevert } from '../../../src/domain/statement/parse-revert.ts';

describe('parseRevert', () => {
  it.each<[string, string | null, string, readonly object[]]>([
    ['Revert "Cache rows"', 'Reverts acme/shop#12', 'revert-12-cache', [{ repository: 'acme/shop', number: 12 }]],
    ['Revert "Cache rows"', null, 'revert-12-cache', [{ number: 12 }]],
    ['Revert "Cache rows (#12)" (#13)', '', 'undo', [{ number: 12 }]],
    ['Revert #12', '', 'undo', [{ number: 12 }]],
    ['revert: cache rows (#12)', '', 'undo', [{ number: 12 }]],
    ['fix!: undo', 'This reverts #12 and rolls back #14.', 'undo', [{ number: 12 }, { number: 14 }]],
    ['Undo', 'Reverts https://github.com/acme/shop/pull/12', 'undo', [{ repository: 'acme/shop', number: 12 }]],
    ['Undo', 'This is a revert of PR #12', 'undo', [{ number: 12 }]],
    ['戻す', '#12 をリバートします', 'undo', [{ number: 12 }]],
    ['戻す', '#12の変更を切り戻す', 'undo', [{ number: 12 }]],
    ['Reapply "Cache rows (#12)"', '', 'again', []],
    ['Cache rows', 'Fixes #12', 'cache', []],
    ['Cache rows', '> Reverts #12', 'cache', []],
    ['Cache rows', '`Reverts #12`', 'cache', []],
    ['Cache rows', '```\nReverts #12\n```', 'cache', []],
    ['Cache rows', '<!-- Reverts #12 -->', 'cache', []],
    ['Cache rows', '<!-- Reverts #12', 'cache', []],
    ['Cache rows', 'Reverts #0', 'cache', []],
    ['Cache rows', 'If it fails, revert the commit. See #12.', 'cache', []],
    ['Keep revert-12-x', '', 'my-revert-12-x', []],
  ])('%s | %j | %s', (title, body, ref, expected) => expect(parseRevert(title, body, ref)).toEqual(expected));

  it('stops at twenty', () => {
    const body = Array.from({ length: 60 }, (_, index) => `Reverts #${index + 1}`).join('\n');
    expect(parseRevert('x', body, 'y')).toHaveLength(20);
  });
});

describe('parseBackport', () => {
  it.each<[string, string | null, readonly object[]]>([
    ['Cache rows', 'Backport of #12', [{ number: 12 }]],
    ['Cache rows', 'Backports acme/shop#12 to 6.0.', [{ repository: 'acme/shop', number: 12 }]],
    [
      'Cache rows',
      'Manual backport of https://github.com/acme/shop/pull/12.',
      [{ repository: 'acme/shop', number: 12 }],
    ],
    ['Cache rows', 'Cherry-pick of #12 on release-6.0', [{ number: 12 }]],
    ['Cache rows', 'This is an automated cherry-pick of #12', [{ number: 12 }]],
    ['[6.0] Backport: cache rows (#12)', '', [{ number: 12 }]],
    ['[release/6.0] Cache rows (#12)', null, [{ number: 12 }]],
    ['🍒 Cache rows', '* Original PR: https://github.com/acme/shop/pull/12', [{ repository: 'acme/shop', number: 12 }]],
    ['[6.1] Cache rows', '**Main PR**: #12', [{ number: 12 }]],
    ['Backport #12: cache rows', '', [{ number: 12 }]],
    ['Cache rows', '#12 のバックポートです', [{ number: 12 }]],
    ['Cache rows (#12)', 'Original PR: #11', []],
    ['Cache rows', 'We should backport this later. See #12.', []],
    ['Cache rows', '> Backport of #12', []],
    ['Cache rows', '<!-- Backport of #12 -->', []],
    ['Cache rows', null, []],
  ])('%s | %j', (title, body, expected) => expect(parseBackport(title, body)).toEqual(expected));
});
