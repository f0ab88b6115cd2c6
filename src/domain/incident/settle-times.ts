import { INCIDENT_TIMES, type IncidentFinding, type IncidentTime } from './incident-finding.ts';
import { isoMoment, readMoment } from './read-moment.ts';
import { formatOffset } from './time-zones.ts';

export interface IncidentTimes {
  readonly startedAt: string | null;
  readonly detectedAt: string | null;
  readonly resolvedAt: string | null;
  readonly findings: readonly IncidentFinding[];
}

/** Clocks differ, and a day without an hour is read as its start in another zone. */
const AHEAD_MS = 24 * 60 * 60 * 1000;
const SHOWN = 80;

type Said = Readonly<Partial<Record<IncidentTime, string | null | undefined>>>;

const ORDER = [
  ['startedAt', 'detectedAt'],
  ['startedAt', 'resolvedAt'],
  ['detectedAt', 'resolvedAt'],
] as const;

/**
 * The times that were said, in UTC. What cannot be read, lies ahead of `now` (ms) or comes before what it should follow is
 * left out and named in a finding. `fallback` is what a tracker knows (opened, closed); it stands in where nothing was said
 * and gives way to what was. `zone`: minutes east of UTC where a text says none.
 */
export function settleTimes(said: Said, fallback: Said, now: number, zone = 0): IncidentTimes {
  const findings: IncidentFinding[] = [];
  const at: Partial<Record<IncidentTime, number>> = {};
  for (const field of INCIDENT_TIMES) {
    const text = said[field]?.trim() ?? '';
    if (text === '') continue;
    const shown = text.slice(0, SHOWN);
    const moment = readMoment(text, zone);
    if (moment === null) findings.push({ code: 'unreadable-time', field, text: shown });
    else if (moment.at > now + AHEAD_MS) findings.push({ code: 'in-the-future', field, text: shown });
    else {
      at[field] = moment.at;
      if (moment.assumedOffset === null) continue;
      findings.push({ code: 'zone-assumed', field, text: shown, assumed: formatOffset(moment.assumedOffset) });
    }
  }
  for (const [before, field] of ORDER) {
    if (!contradicts(at, before, field)) continue;
    findings.push({ code: 'out-of-order', field, text: (said[field] ?? '').trim().slice(0, SHOWN), before });
    delete at[field];
  }
  if (at.startedAt === undefined && at.detectedAt === undefined) findings.push({ code: 'no-times' });
  for (const field of INCIDENT_TIMES) {
    const moment = at[field] === undefined ? readMoment(fallback[field] ?? '') : null;
    if (moment === null || moment.at > now + AHEAD_MS) continue;
    at[field] = moment.at;
    if (ORDER.some(([before, after]) => contradicts(at, before, after))) delete at[field];
  }
  const iso = (field: IncidentTime): string | null => (at[field] === undefined ? null : isoMoment(at[field]));
  return { startedAt: iso('startedAt'), detectedAt: iso('detectedAt'), resolvedAt: iso('resolvedAt'), findings };
}

function contradicts(
  at: Readonly<Partial<Record<IncidentTime, number>>>,
  before: IncidentTime,
  after: IncidentTime,
): boolean {
  const [first, second] = [at[before], at[after]];
  return first !== undefined && second !== undefined && second < first;
}
