import { describe, expect, it } from 'vitest';
import { parseCommands } from '../../../src/domain/command/parse-commands.ts';

describe('parseCommands', () => {
  it.each([
    ['/impact none only docs change', { name: 'none', reason: 'only docs change' }],
    ['/impact none', { name: 'none', reason: '' }],
    ['  /Impact  NONE: x', { name: 'none', reason: 'x' }],
    ['/impact　none　文言だけの変更', { name: 'none', reason: '文言だけの変更' }],
    ['/impact recheck', { name: 'recheck' }],
    ['/impact recheck please', { name: 'recheck' }],
    ['/impact override the site is down', { name: 'override', reason: 'the site is down' }],
    ['/impact override', { name: 'invalid', text: 'override', problem: 'reason-needed' }],
    ['/impact help', { name: 'help' }],
    ['/impact', { name: 'help' }],
    ['/impact agree', { name: 'agree' }],
    ['/impact monitored', { name: 'monitored', note: '' }],
    ['/impact monitored p99 is flat', { name: 'monitored', note: 'p99 is flat' }],
    ['/impact no-change the provider was down', { name: 'no-change', note: 'the provider was down' }],
    ['/impact kind regression', { name: 'kind', value: 'regression' }],
    ['/impact cause migration', { name: 'cause', value: 'migration' }],
    ['/impact kind', { name: 'invalid', text: 'kind', problem: 'value-needed' }],
    ['/impact link #12', { name: 'link', number: 12, note: '' }],
    ['/impact link 12', { name: 'link', number: 12, note: '' }],
    [
      '/impact link acme/shop#12 seen in the log',
      { name: 'link', number: 12, repository: 'acme/shop', note: 'seen in the log' },
    ],
    [
      '/impact link https://github.com/acme/shop/pull/12',
      { name: 'link', number: 12, repository: 'acme/shop', note: '' },
    ],
    ['/impact unlink #12 it came earlier', { name: 'unlink', number: 12, note: 'it came earlier' }],
    ['/impact link', { name: 'invalid', text: 'link', problem: 'number-needed' }],
    ['/impact unlink that', { name: 'invalid', text: 'unlink that', problem: 'number-needed' }],
    ['/impact nonw', { name: 'invalid', text: 'nonw', problem: 'unknown', suggestion: 'none' }],
    ['/impact recheckk', { name: 'invalid', text: 'recheckk', problem: 'unknown', suggestion: 'recheck' }],
    ['/impact overide now', { name: 'invalid', text: 'overide now', problem: 'unknown', suggestion: 'override' }],
    ['/impact deploy', { name: 'invalid', text: 'deploy', problem: 'unknown' }],
    [`/impact ${'x'.repeat(21)}`, { name: 'invalid', text: 'x'.repeat(21), problem: 'unknown' }],
  ])('%s', (line, command) => {
    expect(parseCommands(line)).toEqual([command]);
    expect(parseCommands(`Thanks!\r\n${line}\r\nBye.`)).toEqual([command]);
  });

  it.each([
    ['in a sentence', 'Use /impact none to say so.'],
    ['another command', '/impacts none'],
    ['another app', '/retest'],
    ['quoted', '> /impact none'],
    ['fenced', '```\n/impact none\n```'],
    ['an open fence', '~~~\n/impact none'],
    ['in code', '`/impact none`'],
    ['indented code', '    /impact none'],
    ['a comment', '<!--\n/impact none\n-->'],
    ['nothing', ''],
  ])('nothing: %s', (_, comment) => expect(parseCommands(comment)).toEqual([]));

  it('reads several, ten at most', () => {
    expect(parseCommands('/impact recheck\ntext\n/impact help').map(({ name }) => name)).toEqual(['recheck', 'help']);
    expect(parseCommands('/impact help\n'.repeat(30))).toHaveLength(10);
  });
});
