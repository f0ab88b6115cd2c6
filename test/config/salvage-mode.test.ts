import { expect, it } from 'vitest';
import { salvageMode } from '../../src/config/salvage-mode.ts';

it.each<[string, string, string | null, string]>([
  ['a plain line', 'mode: enforce\nrisk: [', null, 'enforce'],
  ['a quoted value and a comment', 'mode: "off"   # for now\n}', null, 'off'],
  ['Windows line ends', 'locale: ja\r\nmode: advise\r\n\t', null, 'advise'],
  ['nothing said: the default', 'risk: [', null, 'advise'],
  ['a misspelt mode fails closed', 'mode: enforec', null, 'enforce'],
  ['a mode in a place that cannot be read fails closed', '{mode: enforce, risk: [', null, 'enforce'],
  ['an indented mode is another key', 'risk:\n  mode: advise\n', null, 'enforce'],
  ['the mode of what it extends', 'extends: acme/base\nx: [', 'mode: advise\n', 'advise'],
  ['what it extends says nothing', 'extends: acme/base\nx: [', 'locale: ja\n', 'advise'],
  ['what it extends could not be had', 'extends: acme/base\n', null, 'enforce'],
  ['a file too large to be had', '\0\0\0', null, 'enforce'],
  ['its own mode wins', 'extends: acme/base\nmode: off\n', 'mode: enforce\n', 'off'],
])('%s', (_name, own, extended, expected) => {
  expect(salvageMode(own, extended)).toBe(expected);
});
