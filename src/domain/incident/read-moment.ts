import { readOffset } from './time-zones.ts';

export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The zone that was assumed, minutes east of UTC; `null` when the text says one. */
  readonly assumedOffset: number | null;
}

/** Longer than any way to write one moment. */
const LONGEST = 120;
const JAPAN = 540;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s{1,3})?';

const EPOCH = /^(\d{10})(\d{3})?$/;
const DATES: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'mdy' | 'dmy'; readonly offset?: number }[] =
  [
    { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, order: 'ymd' },
    { pattern: /^(\d{4})(\d{2})(\d{2})(?=t|$|\s)/, order: 'ymd' },
    {
      pattern: /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日(?:\s?\([月火水木金土日](?:曜日?)?\))?/,
      order: 'ymd',
      offset: JAPAN,
    },
    { pattern: new RegExp(`^${WEEKDAY}${MONTH}\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})`), order: 'mdy' },
    { pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\s{1,3}${MONTH},?\\s{1,3}(\\d{4})`), order: 'dmy' },
  ];
const TIME =
  /^(?:t|,|\sat)?\s{0,3}(午前|午後)?\s?(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?|時(?:\s?(\d{1,2})分(?:\s?(\d{1,2})秒)?|半)?)(?:頃|ごろ)?\s{0,2}(a\.?m\.?|p\.?m\.?)?/;

/**
 * A moment as people and programs write it: ISO 8601, `2026-09-01 10:20 JST`, `Sep 1, 2026 10:20 PM PDT`,
 * `2026年9月1日 10時20分`, seconds or milliseconds since the epoch. Without a zone, that of `zone` (minutes east of UTC)
 * is assumed, and Japan's for the Japanese form. `null` for anything else, 31 February among it.
 */
export function readMoment(text: string, zone = 0): Moment | null {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/[`*_~]/g, '')
    .trim()
    .toLowerCase();
  const epoch = EPOCH.exec(plain);
  if (epoch !== null) return { at: Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0), assumedOffset: null };
  for (const { pattern, order, offset = zone } of DATES) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    const day = dayOf(order, match);
    return day === null ? null : readTime(day, plain.slice(match[0].length), offset);
  }
  return null;
}

/** Milliseconds at the start of the day in UTC. */
function dayOf(order: 'ymd' | 'mdy' | 'dmy', [, a = '', b = '', c = '']: RegExpExecArray): number | null {
  const [year, month, day] = {
    ymd: [Number(a), Number(b), Number(c)],
    mdy: [Number(c), MONTHS.indexOf(a) + 1, Number(b)],
    dmy: [Number(c), MONTHS.indexOf(b) + 1, Number(a)],
  }[order] as [number, number, number];
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  const exists = year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? at : null;
}

function readTime(day: number, rest: string, assumed: number): Moment | null {
  const match = TIME.exec(rest);
  const clock = match === null ? 0 : clockOf(match);
  if (clock === null) return null;
  const after = rest.slice(match?.[0].length ?? 0).trim();
  const [word = ''] =
    /^[([]?\s?((?:utc|gmt)?\s?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}|日本時間)/.exec(after)?.slice(1) ?? [];
  const offset = readOffset(word);
  return { at: day + clock - (offset ?? assumed) * 60_000, assumedOffset: offset === null ? assumed : null };
}

function clockOf(match: RegExpExecArray): number | null {
  const [whole, japanese, hour, minute, second, japaneseMinute, japaneseSecond, english] = match;
  const half = whole.includes('時半') ? 30 : 0;
  const minutes = Number(minute ?? japaneseMinute ?? half);
  const seconds = Number(second ?? japaneseSecond ?? 0);
  let hours = Number(hour);
  const afternoon = japanese === '午後' || english?.startsWith('p') === true;
  const morning = japanese === '午前' || english?.startsWith('a') === true;
  if (afternoon && hours < 12) hours += 12;
  if (morning && hours === 12) hours = 0;
  // 24:00 is the end of a day; Japanese shops and on-call rotas also write 25:00.
  if (hours > 29 || minutes > 59 || seconds > 60) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** ISO 8601 in UTC at second resolution, as GitHub writes times. */
export function isoMoment(at: number): string | null {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
