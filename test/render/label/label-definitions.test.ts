import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/domain/locale.ts';
import { labelDefinitions, ruleLabelDefinition } from '../../../src/render/label/label-definitions.ts';

describe('labelDefinitions', () => {
  it('names the same labels in every language', () => {
    const names = LOCALES.map((locale) => labelDefinitions(locale).map(({ name }) => name));
    expect(names[0]).toEqual([
      'impact: stated',
      'impact: missing',
      'impact: none',
      'impact: exempt',
      'impact: overridden',
      'risk: low',
      'risk: medium',
      'risk: high',
      'risk: unknown',
      'monitoring: open',
      'monitoring: done',
      'monitoring: lapsed',
    ]);
    expect(names[1]).toEqual(names[0]);
  });

  it.each(LOCALES)('fits GitHub’s limits in %s', (locale) => {
    for (const { name, color, description } of [
      ...labelDefinitions(locale),
      ruleLabelDefinition('x'.repeat(80), locale),
    ]) {
      expect(name.length).toBeLessThanOrEqual(50);
      expect(color).toMatch(/^[0-9a-f]{6}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(100);
    }
  });

  it('keeps a rule’s label as it is named', () => {
    expect(ruleLabelDefinition('area: database', 'en')).toEqual({
      name: 'area: database',
      color: '54aeff',
      description: 'Added by Hiyari while a risk rule matches',
    });
  });
});
