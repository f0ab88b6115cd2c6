import { expect, it } from 'vitest';
import { pickLocale } from '../../src/cli/pick-locale.ts';

it.each([
  [[], {}, 'en'],
  [[], { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [[], { LANG: 'ja' }, 'ja'],
  [[], { LANG: 'jam_JM' }, 'en'],
  [[], { LANG: 'C.UTF-8' }, 'en'],
  [[], { LANG: 'ja_JP', LC_MESSAGES: 'en_GB' }, 'en'],
  [[], { LANG: 'en_GB', LC_MESSAGES: 'ja_JP' }, 'ja'],
  [[], { LC_MESSAGES: 'ja_JP', LC_ALL: 'C' }, 'en'],
  [[], { LC_ALL: '', LANG: 'ja_JP' }, 'ja'],
  [[], { HIYARI_LOCALE: 'ja', LC_ALL: 'en_US' }, 'ja'],
  [[], { HIYARI_LOCALE: 'en', LANG: 'ja_JP' }, 'en'],
  [['check', '--locale', 'ja'], { LANG: 'en_US' }, 'ja'],
  [['check', '--locale=en'], { LANG: 'ja_JP' }, 'en'],
  [['--locale=en', '--locale', 'ja'], {}, 'ja'],
  [['check', '--locale'], { LANG: 'ja_JP' }, 'ja'],
  [['check', '--locale', 'fr'], { LANG: 'ja_JP' }, 'ja'],
  [['explain', '--', '--locale', 'ja'], {}, 'en'],
] as const)('%j with %j speaks %s', (args, env, locale) => {
  expect(pickLocale(args, env)).toBe(locale);
});
