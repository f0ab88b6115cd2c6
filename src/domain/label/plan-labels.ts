import type { LabelRecord } from './label.ts';

/** GitHub's limit of labels on one issue. */
const LABELS_PER_ISSUE = 100;

export interface LabelState {
  /** What the app wants on the pull request now. */
  readonly wanted: readonly string[];
  /** What is on the pull request, as last seen. */
  readonly observed: readonly string[];
  /** True when `observed` was read after the app's last write: only then does absence mean that a person removed it. */
  readonly observedIsFresh: boolean;
  readonly records: readonly LabelRecord[];
  /** Identifies what the pull request matches; when it changes, a person's removal no longer counts. */
  readonly matchedHash: string;
}

export interface LabelPlan {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** To be saved before the writes: a label that is to be added is `adding`, so that a crash leaves a trace. */
  readonly before: readonly LabelRecord[];
  /** To be saved after the writes. */
  readonly after: readonly LabelRecord[];
}

/**
 * Desired − observed, by the ledger: only labels that the app added are removed, and a label that a person
 * removed stays away until the matched set changes. Names are compared without case, as GitHub does.
 */
export function planLabels(state: LabelState): LabelPlan {
  const wanted = byKey(state.wanted);
  const observed = byKey(state.observed);
  const kept: LabelRecord[] = [];
  const add: string[] = [];
  const remove: string[] = [];

  for (const record of state.records) {
    const key = record.name.toLowerCase();
    const removedByPerson = record.state === 'ours' && state.observedIsFresh && !observed.has(key);
    if (record.state === 'overruled' || removedByPerson) {
      const stands = record.matchedHash === state.matchedHash || removedByPerson;
      const cameBack = observed.has(key);
      if (stands && !cameBack) kept.push({ ...record, state: 'overruled' });
    } else if (wanted.has(key)) {
      kept.push(record);
    } else if (!removedByPerson) {
      remove.push(record.name);
      kept.push(record);
    }
  }

  const known = new Map(kept.map((record) => [record.name.toLowerCase(), record]));
  for (const [key, name] of wanted) {
    const record = known.get(key);
    if (record?.state === 'adding') add.push(record.name);
    else if (!record && !observed.has(key)) add.push(name);
  }
  add.splice(Math.max(0, LABELS_PER_ISSUE - state.observed.length));

  const removed = new Set(remove);
  const adding = new Set(add);
  const fresh = add.filter((name) => !known.has(name.toLowerCase()));
  const before = [
    ...kept,
    ...fresh.map((name): LabelRecord => ({ name, state: 'adding', matchedHash: state.matchedHash })),
  ];
  const after = before
    .filter((record) => !removed.has(record.name))
    .map(
      (record): LabelRecord =>
        adding.has(record.name) ? { name: record.name, state: 'ours', matchedHash: state.matchedHash } : record,
    );
  return { add, remove, before, after };
}

/** A person took one of our labels off: the ledger remembers that it was overruled. Labels of others change nothing. */
export function overruleLabel(
  records: readonly LabelRecord[],
  name: string,
  matchedHash: string,
): readonly LabelRecord[] {
  const key = name.toLowerCase();
  return records.map((record) =>
    record.name.toLowerCase() === key ? { name: record.name, state: 'overruled', matchedHash } : record,
  );
}

function byKey(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}
