import { describe, expect, it } from 'vitest';
import { parseExtendsReference, formatExtendsReference } from '../../src/config/extends-reference.ts';
import { parseDate } from '../../src/config/parse-date.ts';
import { parseDays, parseDuration } from '../../src/config/parse-duration.ts';
import { parsePercentage } from '../../src/config/parse-percentage.ts';
import { parseThreshold } from '../../src/config/parse-threshold.ts';
import { formatYamlPath } from '../../src/config/yaml-path.ts';

describe('parseDuration', () => {
  it.each([
    ['30m', 1_800],
    ['24h', 86_400],
    ['7d', 604_800],
    ['2w', 1_209_600],
    ['730d', 63_072_000],
    ['731d', undefined],
    ['0h', undefined],
    ['07d', undefined],
    ['1.5h', undefined],
    ['-1h', undefined],
    ['24', undefined],
    ['24 h', undefined],
    ['24H', undefined],
    ['1h30m', undefined],
    ['1s', undefined],
    ['24h\n', undefined],
  ])('%j is %s seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });
});

describe('parseDays', () => {
  it.each([
    ['180d', 180],
    ['26w', 182],
    ['48h', undefined],
    ['105w', undefined],
  ])('%j is %s days', (text, days) => {
    expect(parseDays(text)).toBe(days);
  });
});

describe('parseThreshold', () => {
  it.each([
    ['>= 800', { comparison: '>=', value: 800 }],
    ['>5', { comparison: '>', value: 5 }],
    ['<= 0', { comparison: '<=', value: 0 }],
    ['< 3', { comparison: '<', value: 3 }],
    ['= 1', { comparison: '=', value: 1 }],
    ['=> 1', undefined],
    ['>= -1', undefined],
    ['>= 1.5', undefined],
    ['>=  1', undefined],
    ['800', undefined],
    ['>= 12345678', undefined],
    ['>= 1 ', undefined],
  ])('%j is %j', (text, threshold) => {
    expect(parseThreshold(text)).toEqual(threshold);
  });
});

describe('parsePercentage', () => {
  it.each([
    ['95%', 0.95],
    ['0%', 0],
    ['100%', 1],
    ['99.9%', 0.9990000000000001],
    ['100.1%', undefined],
    ['95', undefined],
    ['-1%', undefined],
    ['95 %', undefined],
    ['.5%', undefined],
  ])('%j is %s', (text, share) => {
    if (share === undefined) expect(parsePercentage(text)).toBeUndefined();
    else expect(parsePercentage(text)).toBeCloseTo(share, 12);
  });
});

describe('parseDate', () => {
  it.each([
    ['2026-08-01', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2026-12-31', true],
    ['2026-04-30', true],
    ['2026-04-31', false],
    ['1900-02-29', false],
    ['2025-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['2026-08-01T00:00:00Z', false],
  ])('%s: %s', (text, exists) => {
    expect(parseDate(text)).toBe(exists ? text : undefined);
  });
});

describe('parseExtendsReference', () => {
  it.each([
    ['acme/.github', { owner: 'acme', repository: '.github', path: '.github/impact.yml', ref: null }],
    ['.github', { owner: null, repository: '.github', path: '.github/impact.yml', ref: null }],
    ['acme/rules:impact/base.yml', { owner: 'acme', repository: 'rules', path: 'impact/base.yml', ref: null }],
    ['acme/rules@v2', { owner: 'acme', repository: 'rules', path: '.github/impact.yml', ref: 'v2' }],
    ['acme/rules:a.yml@release/1.x', { owner: 'acme', repository: 'rules', path: 'a.yml', ref: 'release/1.x' }],
    ['', undefined],
    ['acme/', undefined],
    ['/rules', undefined],
    ['acme/rules/x', undefined],
    ['-acme/rules', undefined],
    ['acme/..', undefined],
    ['acme/rules:', undefined],
    ['acme/rules:/etc/x', undefined],
    ['acme/rules:a/../b', undefined],
    ['acme/rules:a//b', undefined],
    ['acme/rules@', undefined],
    ['acme/rules@a/../b', undefined],
    ['acme/rules@a b', undefined],
    ['https://github.com/acme/rules', undefined],
    [`acme/${'r'.repeat(101)}`, undefined],
  ])('%j', (text, reference) => {
    expect(parseExtendsReference(text)).toEqual(reference);
  });

  it.each([
    ['.github', 'acme/.github:.github/impact.yml'],
    ['other/rules:a.yml@v1', 'other/rules:a.yml@v1'],
  ])('%s is written %s', (text, written) => {
    const reference = parseExtendsReference(text);
    expect(reference && formatExtendsReference(reference, 'acme')).toBe(written);
  });
});

describe('formatYamlPath', () => {
  it.each([
    [[], ''],
    [['risk', 'rules', 0, 'paths', 1], 'risk.rules[0].paths[1]'],
    [[0], '[0]'],
  ])('%j is %s', (path, written) => {
    expect(formatYamlPath(path)).toBe(written);
  });
});
