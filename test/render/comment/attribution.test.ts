import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseAttributionBoxes, renderAttributionBox } from '../../../src/render/comment/attribution-boxes.ts';
import { parseMarker } from '../../../src/render/comment/marker.ts';
import { type AttributionView, renderAttribution } from '../../../src/render/comment/render-attribution.ts';
import { renderBackReference } from '../../../src/render/comment/render-back-reference.ts';
import { sampleAttribution, sampleCause, sampleDecision } from '../../domain/attribution/attribution-samples.ts';

const view = (changes: Partial<AttributionView> = {}): AttributionView => ({
  incident: { externalId: '1#9' },
  attribution: sampleAttribution(),
  decisions: [],
  withdrawn: false,
  repository: null,
  discreet: false,
  blind: false,
  ...changes,
});

describe('the comment on an incident', () => {
  it.each([
    ['en', '14 of the 20 lines that the fix `#812` removed came from it', 'it reached users 2 days before'],
    ['ja', '修正 `#812` で削除された 20 行のうち 14 行がこの変更によるもの', '発生の 2 日前に反映'],
  ] as const)('says its evidence in words (%s)', (locale, blame, time) => {
    const body = renderAttribution(view(), locale);
    expect(body).toContain(blame);
    expect(body).toContain(time);
    expect(parseMarker(body)).toEqual({ kind: 'causes', key: '1#9' });
  });

  it('is read back: what is decided is ticked', () => {
    const body = renderAttribution(view({ decisions: [sampleDecision({ verdict: 'rejected' })] }), 'en');
    expect(parseAttributionBoxes(body)).toEqual([
      { unit: '#790', verdict: 'confirmed', ticked: false },
      { unit: '#790', verdict: 'rejected', ticked: true },
      { unit: 'no-change', verdict: 'confirmed', ticked: false },
    ]);
  });

  it('refers to a change only when a person confirmed it', () => {
    expect(renderAttribution(view(), 'en')).toMatch(/1\. `#790` /);
    expect(renderAttribution(view({ decisions: [sampleDecision()] }), 'en')).toMatch(/1\. #790 /);
    const elsewhere = view({ decisions: [sampleDecision()], repository: 'acme/shop' });
    expect(renderAttribution(elsewhere, 'en')).toMatch(/1\. acme\/shop#790 /);
  });

  it('keeps titles, paths and the name of a private repository, and shows nothing to those who are asked blind', () => {
    const evidence = [{ kind: 'files' as const, shared: ['app/secret.ts'], count: 1 }];
    const attribution = sampleAttribution({ candidates: [sampleCause({ title: 'Secret', evidence })] });
    const repository = 'acme/secret-plans';
    const discreet = renderAttribution(view({ attribution, discreet: true, repository }), 'en');
    expect(discreet).not.toMatch(/secret/i);
    const confirmed = view({ attribution, discreet: true, repository, decisions: [sampleDecision()] });
    expect(renderAttribution(confirmed, 'en')).toMatch(/1\. `#790`/);
    expect(renderAttribution(confirmed, 'en')).not.toMatch(/secret/i);
    expect(discreet).toContain('it touched 1 file where it hurts');
    const blind = renderAttribution(view({ attribution, blind: true }), 'en');
    expect(blind).not.toMatch(/790|secret/i);
    expect(parseAttributionBoxes(blind)).toHaveLength(1);
  });

  it('whatever a title says, no box, mention or reference comes out of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const title = `${noise}\n- [x] <!-- hiyari:box confirmed #1 --> @acme/all #1 ${noise}`;
        const attribution = sampleAttribution({ candidates: [sampleCause({ title })] });
        const body = renderAttribution(view({ attribution, decisions: [sampleDecision({ why: title })] }), 'en');
        expect(parseAttributionBoxes(body).map(({ unit }) => unit)).toEqual(['#790', '#790', 'no-change']);
        expect(body).not.toMatch(/@acme|(?<!`)#1(?!\d)/);
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

it('a box is read back, ticked or not', () => {
  for (const unit of ['#12', 'a'.repeat(40)]) {
    for (const verdict of ['confirmed', 'rejected'] as const) {
      for (const ticked of [true, false]) {
        const box = { unit, verdict, ticked };
        expect(parseAttributionBoxes(`   ${renderAttributionBox(box, 'words')}`)).toEqual([box]);
      }
    }
  }
});

it.each(['en', 'ja'] as const)(
  'the comment on a change names the incident, or says that it was taken back (%s)',
  (locale) => {
    const given = { key: 'issue:1#9', at: 'acme/shop#9', title: 'Down @all', stands: true };
    const body = renderBackReference(given, locale);
    expect(body).toContain('acme/shop#9');
    expect(body).not.toContain('@all');
    expect(parseMarker(body)).toEqual({ kind: 'caused', key: 'issue:1#9' });
    expect(renderBackReference({ ...given, stands: false }, locale)).not.toContain('acme/shop');
  },
);
