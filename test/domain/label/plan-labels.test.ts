import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelRecord } from '../../../src/domain/label/label.ts';
import { type LabelState, overruleLabel, planLabels } from '../../../src/domain/label/plan-labels.ts';

const HASH = 'm1';
const ours = (name: string): LabelRecord => ({ name, state: 'ours', matchedHash: HASH });
const adding = (name: string): LabelRecord => ({ name, state: 'adding', matchedHash: HASH });
const overruled = (name: string, matchedHash = HASH): LabelRecord => ({ name, state: 'overruled', matchedHash });

function plan(state: Partial<LabelState>) {
  return planLabels({ wanted: [], observed: [], observedIsFresh: false, records: [], matchedHash: HASH, ...state });
}

describe('planLabels', () => {
  it.each<[string, Partial<LabelState>, string[], string[]]>([
    ['adds what is wanted and absent', { wanted: ['risk: high'] }, ['risk: high'], []],
    ['adds several at once', { wanted: ['a', 'b'] }, ['a', 'b'], []],
    ['writes nothing when nothing changes', { wanted: ['a'], observed: ['a'], records: [ours('a')] }, [], []],
    ['trusts the ledger over a stale hint', { wanted: ['a'], observed: [], records: [ours('a')] }, [], []],
    ['removes ours when no longer wanted', { observed: ['a'], records: [ours('a')] }, [], ['a']],
    ['never removes a label of a person', { observed: ['risk: low'] }, [], []],
    ['leaves a wanted label that a person set', { wanted: ['a'], observed: ['A'] }, [], []],
    ['does not add what a person removed', { wanted: ['a'], records: [overruled('a')] }, [], []],
    ['adds it again when the matched set changed', { wanted: ['a'], records: [overruled('a', 'm0')] }, ['a'], []],
    ['finishes an addition that a crash cut off', { wanted: ['a'], records: [adding('a')] }, ['a'], []],
    ['undoes a cut-off addition that is no longer wanted', { records: [adding('a')] }, [], ['a']],
    [
      'compares names without case',
      { wanted: ['Risk: High'], observed: ['risk: high'], records: [ours('risk: high')] },
      [],
      [],
    ],
    [
      'takes absence in a fresh read as a removal by a person',
      { wanted: ['a'], observedIsFresh: true, records: [ours('a')] },
      [],
      [],
    ],
  ])('%s', (_name, state, add, remove) => {
    expect(plan(state)).toMatchObject({ add, remove });
  });

  it('writes its intent before and its deed after', () => {
    expect(plan({ wanted: ['new'], observed: ['old'], records: [ours('old')] })).toMatchObject({
      before: [ours('old'), adding('new')],
      after: [ours('new')],
    });
  });

  it('forgets that a person removed a label once the person brings it back', () => {
    expect(plan({ wanted: ['a'], observed: ['a'], records: [overruled('a')] }).after).toEqual([]);
  });

  it('stays within 100 labels an issue', () => {
    const observed = Array.from({ length: 99 }, (_, index) => `person ${index}`);
    expect(plan({ wanted: ['a', 'b'], observed }).add).toEqual(['a']);
  });

  it('settles: a second plan over the outcome of the first writes nothing, and labels of people survive', () => {
    const names = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(
        names,
        names,
        fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd')),
        (wanted, observed, recorded) => {
          const records = recorded.map((name, index) => [ours, adding, overruled][index % 3]?.(name) ?? ours(name));
          const first = plan({ wanted, observed, records });
          const now = [...observed.filter((name) => !first.remove.includes(name)), ...first.add];
          const people = observed.filter((name) => !recorded.includes(name));
          expect(now).toEqual(expect.arrayContaining(people));
          expect(plan({ wanted, observed: now, records: first.after })).toMatchObject({ add: [], remove: [] });
        },
      ),
    );
  });
});

describe('overruleLabel', () => {
  it('marks ours as overruled and leaves the others alone', () => {
    expect(overruleLabel([ours('a'), ours('b')], 'A', 'm2')).toEqual([overruled('a', 'm2'), ours('b')]);
  });

  it('does nothing for a label that is not ours', () => {
    expect(overruleLabel([ours('a')], 'x', HASH)).toEqual([ours('a')]);
  });
});
