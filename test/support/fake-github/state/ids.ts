import { createHash } from 'node:crypto';
import { seededRandom } from './seeded-random.ts';

/** Ids, SHAs and GUIDs that come out the same in every run with the same seed and the same order of acts. */
export interface Ids {
  readonly next: (kind: string) => number;
  readonly sha: (content: string) => string;
  readonly guid: () => string;
  readonly secret: (prefix: string) => string;
}

export function createIds(seed: number): Ids {
  const counters = new Map<string, number>();
  const random = seededRandom(seed);
  let commits = 0;

  function next(kind: string): number {
    const id = (counters.get(kind) ?? startOf(kind)) + 1;
    counters.set(kind, id);
    return id;
  }

  function sha(content: string): string {
    commits += 1;
    return createHash('sha1').update(`${seed}:${commits}:${content}`).digest('hex');
  }

  function hex(digits: number): string {
    let text = '';
    while (text.length < digits) text += Math.floor(random() * 16).toString(16);
    return text;
  }

  function guid(): string {
    return [hex(8), hex(4), `4${hex(3)}`, `8${hex(3)}`, hex(12)].join('-');
  }

  return { next, sha, guid, secret: (prefix) => `${prefix}_${hex(36)}` };
}

/** Each kind counts from a place of its own, so that mixing up two kinds of id cannot pass by luck. */
function startOf(kind: string): number {
  const digest = createHash('sha1').update(kind).digest();
  return (digest.readUInt16BE(0) + 1) * 10_000;
}
