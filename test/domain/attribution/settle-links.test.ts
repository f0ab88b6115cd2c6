import { describe, expect, it } from 'vitest';
import { asksBlind } from '../../../src/domain/attribution/asks-blind.ts';
import { type LinkDecision, NO_CHANGE } from '../../../src/domain/attribution/attribution.ts';
import { changedAreas } from '../../../src/domain/attribution/changed-areas.ts';
import { calibrateFrom, countNoChange, judgedLinks } from '../../../src/domain/attribution/learn-from-decisions.ts';
import { SHIPPED_WEIGHTS } from '../../../src/domain/attribution/ranking-weights.ts';
import { settleLinks } from '../../../src/domain/attribution/settle-links.ts';
import { sampleAttribution, sampleCause, sampleDecision } from './attribution-samples.ts';

const likely = sampleAttribution({
  candidates: [sampleCause({ confidence: 0.6 }), sampleCause({ unit: '#5', confidence: 0.55 })],
});
const rejected = (unit: string) => sampleDecision({ unit, verdict: 'rejected' });

describe('the links that count', () => {
  it.each<[string, readonly LinkDecision[], readonly string[]]>([
    ['the first candidate when nobody said anything', [], ['#790 likely']],
    ['the next when people rejected the first', [rejected('#790')], ['#5 likely']],
    [
      'all that people confirmed, and those alone',
      [sampleDecision(), sampleDecision({ unit: '#1' })],
      ['#790 confirmed', '#1 confirmed'],
    ],
    ['none when no change did it', [sampleDecision({ unit: NO_CHANGE })], []],
    ['none when all are rejected', [rejected('#790'), rejected('#5')], []],
  ])('%s', (_, decisions, links) => {
    expect(settleLinks(likely, decisions).map(({ unit, how }) => `${unit} ${how}`)).toEqual(links);
  });

  it('a candidate that is not likely enough is none', () => {
    expect(settleLinks(sampleAttribution({ candidates: [sampleCause({ confidence: 0.49 })] }), [])).toEqual([]);
  });
});

describe('what is learned', () => {
  const decided = (...decisions: LinkDecision[]) => ({ attribution: likely, decisions });

  it.each<[string, readonly LinkDecision[], boolean | null]>([
    ['the first answer was confirmed', [sampleDecision()], true],
    ['another was confirmed', [sampleDecision({ unit: '#5' })], false],
    ['the first was rejected', [rejected('#790')], false],
    ['another was rejected: nothing was claimed of it', [rejected('#5')], null],
    ['no change did it: no ranking could be right', [sampleDecision({ unit: NO_CHANGE }), rejected('#790')], null],
  ])('%s', (_, decisions, confirmed) => {
    expect(judgedLinks([decided(...decisions)])).toEqual(confirmed === null ? [] : [{ share: 0.8, confirmed }]);
  });

  it('rejections lower the confidence, none keep the shipped one', () => {
    expect(calibrateFrom([])).toEqual(SHIPPED_WEIGHTS.calibration);
    const many = Array.from({ length: 40 }, () => decided(rejected('#790')));
    expect(calibrateFrom(many).intercept).toBeLessThan(0);
  });

  it('counts what no change caused', () => {
    const all = [decided(sampleDecision()), decided(sampleDecision({ unit: NO_CHANGE })), decided(rejected('#5'))];
    expect(countNoChange(all)).toEqual({ noChange: 1, total: 2 });
  });
});

it('about a tenth is asked blind, always the same ones', () => {
  const key = (at: number) => ({ installationId: 5, source: 'issue' as const, externalId: `123456#${at}` });
  const blind = Array.from({ length: 5_000 }, (_, at) => asksBlind(key(at)));
  const count = blind.filter(Boolean).length;
  expect(count).toBeGreaterThan(400);
  expect(count).toBeLessThan(600);
  expect(Array.from({ length: 5_000 }, (_, at) => asksBlind(key(at)))).toEqual(blind);
});

it('areas are folders, the most changed first, by both names of a move', () => {
  const file = (path: string, additions: number, previousPath?: string) => ({
    path,
    status: 'modified' as const,
    additions,
    deletions: 0,
    ...(previousPath === undefined ? {} : { previousPath }),
  });
  expect(
    changedAreas([file('app/a.ts', 1), file('Gemfile', 9), file('lib/x.ts', 3, 'old/x.ts'), file('app/b.ts', 1)]),
  ).toEqual(['Gemfile', 'lib', 'old', 'app']);
  expect(changedAreas(Array.from({ length: 100 }, (_, at) => file(`d${at}/f`, at)))).toHaveLength(40);
});
