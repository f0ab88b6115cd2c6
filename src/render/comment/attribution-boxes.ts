import { NO_CHANGE } from '../../domain/attribution/attribution.ts';

/** A box in our comment on an incident: `unit` did it, or did not. */
export interface AttributionBox {
  readonly unit: string;
  readonly verdict: 'confirmed' | 'rejected';
  readonly ticked: boolean;
}

const BOX = /^[ \t]{0,6}[-*+] \[([ xX])\] <!-- hiyari:box (confirmed|rejected) (#\d{1,9}|[0-9a-f]{40}|no-change) -->/gm;
/** Our own comment is no longer than GitHub takes. */
const READ = 65_536;

/** A task item that carries hidden what it stands for, so that words may change and languages differ. */
export function renderAttributionBox({ unit, verdict, ticked }: AttributionBox, words: string): string {
  return `- [${ticked ? 'x' : ' '}] <!-- hiyari:box ${verdict} ${unit} --> ${words}`;
}

/** Reads back what `renderAttributionBox` wrote, ticked or not; lines that somebody changed otherwise are none. */
export function parseAttributionBoxes(body: string): readonly AttributionBox[] {
  return [...body.slice(0, READ).matchAll(BOX)].flatMap(([, mark, verdict, unit]): AttributionBox[] => {
    if (unit === undefined || (verdict !== 'confirmed' && verdict !== 'rejected')) return [];
    if (unit === NO_CHANGE && verdict === 'rejected') return [];
    return [{ unit, verdict, ticked: mark !== ' ' }];
  });
}
