import { parseConfig } from '../src/config/parse-config.ts';
import type { Config } from '../src/config/config.ts';
import type { IncidentOutline, NamedChange } from '../src/domain/record/repository-record.ts';
import type { MergedChange } from '../src/domain/improvement/merged-change.ts';
import type { IncidentLink, ObservedIncident } from '../src/domain/improvement/observed-incident.ts';
import { buildCells } from '../src/domain/record/build-cells.ts';
import type { CellTraits } from '../src/domain/record/change-cell.ts';
import type { CountedChange } from '../src/domain/record/count-change.ts';
import type { CountedDay } from '../src/domain/record/counted-day.ts';
import type { UntiedIncident } from '../src/domain/record/tie-incidents.ts';
import { type Random, seededRandom } from '../src/domain/stats/seeded-random.ts';

/** Five years that end on 2026-09-30. */
export const DAYS = 1_826;
export const LAST_DAY = Math.floor(Date.UTC(2026, 8, 30) / 86_400_000);
export const REPORT_PERIOD = '2026-09';
export const REPORT_NOW = Date.UTC(2026, 9, 1);

const CONFIG = `
projects:
  refactor: { title: Large refactor, match: { labels: ["project: refactor"] } }
  search: { title: New search, match: { paths: ["lib/search/**"] } }
incidents: { services: { billing: ["app/billing/**"], search: ["lib/search/**"] } }
actions:
  - { id: statements, title: State the impact, started: 2024-09-01, coverage: statements, control: { paths: ["legacy/**"] } }
  - { id: monitoring, title: Watch releases, started: 2025-06-01, coverage: windows, targets: [incident] }
  - { id: pairing, title: Pair on migrations, started: 2026-01-15, targets: [near-miss] }
`;

export function reportConfig(): Config {
  const parsed = parseConfig(CONFIG, { path: 'impact.yml' });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

export interface ReportHistory {
  readonly days: Iterable<CountedDay>;
  /** Known once the days were read. */
  readonly incidents: ReadonlyMap<string, UntiedIncident>;
}

/** As many changes and incidents as asked for over the five years, with the traits that a large company would see. */
export function reportHistory(changes: number, incidents: number): ReportHistory {
  const random = seededRandom(7);
  const recorded = new Map<string, UntiedIncident>();
  const pace = changes / DAYS;
  function* days(): Generator<CountedDay> {
    let serial = 0;
    for (let day = LAST_DAY - DAYS + 1; day <= LAST_DAY; day++) {
      const today = Math.floor(pace * (day - LAST_DAY + DAYS)) - serial;
      const counted = Array.from({ length: today }, () => drawChange(random, serial++, day));
      const named: NamedChange[] = [];
      const due = Math.floor((incidents * (day - LAST_DAY + DAYS)) / DAYS) - recorded.size;
      for (let i = 0; i < due; i++) {
        const causes = [0, 1, 2].flatMap(() => counted[Math.floor(random() * counted.length)]?.change ?? []);
        named.push(...[...new Set(causes)].map(nameChange));
        const one = drawIncident(random, recorded.size, causes);
        recorded.set(one.observed.id, one);
      }
      yield { day, ...buildCells(counted), named };
    }
  }
  return { days: days(), incidents: recorded };
}

const AUTHORS = 2_000;
const RISKS = ['low', 'low', 'low', 'medium', 'medium', 'high'] as const;
const SIZES = ['xs', 's', 's', 'm', 'm', 'l'] as const;
const KINDS = ['regression', 'incident', 'inquiry', 'near-miss'] as const;

function drawChange(random: Random, serial: number, day: number): CountedChange {
  const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
  const installed = day > LAST_DAY - 900;
  const risk = pick(RISKS);
  const size = pick(SIZES);
  const stated = random() < (day > LAST_DAY - 760 ? 0.9 : 0.1);
  const watched = installed && risk !== 'low' ? (random() < 0.9 ? 'done' : 'lapsed') : null;
  const mergedAt = day + random();
  const deployedAt = Math.min(LAST_DAY + 0.999, mergedAt + random() ** 3);
  const projects = random() < 0.1 ? ['refactor'] : random() < 0.1 ? ['search'] : [];
  const controlFor = random() < 0.1 ? ['statements'] : [];
  const traits: CellTraits = {
    risk,
    size,
    authorType: random() < 0.1 ? 'bot' : 'user',
    verdict: stated ? 'filled' : random() < 0.5 ? 'placeholder' : 'missing',
    status: stated ? 'stated' : 'missing',
    accepted: stated,
    enforced: false,
    watched,
    projects,
    controlFor,
    outsideOf: [],
  };
  const change: MergedChange = {
    id: `#${serial + 1}`,
    author: String(Math.floor(AUTHORS * random() ** 2)),
    openedAt: mergedAt - 10 * random() ** 4,
    mergedAt,
    deployedAt,
    risk,
    size,
    changedLines: Math.ceil(1 / (0.001 + random())),
    reviewRounds: 1 + Math.floor(4 * random() ** 3),
    statementAccepted: stated,
    enforced: false,
    blastRadius: stated ? 'The billing page, and what reads its totals at night.' : null,
    monitoring: watched === null ? null : { endsAt: Math.min(deployedAt + 1, LAST_DAY), confirmed: watched === 'done' },
    reverted: random() < 0.02,
    followUpFix: random() < 0.03,
    controlFor,
    outsideOf: [],
  };
  return { change, traits, deployments: 1 / 20 };
}

function nameChange(change: MergedChange): NamedChange {
  const number = Number(change.id.slice(1));
  return {
    unit: change.id,
    number,
    title: `Change ${number} of the ledger`,
    projects: [],
    areas: ['app/billing', 'lib'],
    change,
  };
}

function drawIncident(random: Random, serial: number, causes: readonly MergedChange[]): UntiedIncident {
  const startedAt = Math.min(LAST_DAY + 0.9, (causes[0]?.mergedAt ?? LAST_DAY) - 8 * Math.log(1 - random()));
  const at = new Date(startedAt * 86_400_000).toISOString();
  const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'incident';
  const confirmed = random() < 0.5;
  const links = [...new Set(causes)].map(({ id }, i): IncidentLink => {
    return { changeId: id, probability: i === 0 ? 0.6 : 0.15, state: i === 0 && confirmed ? 'confirmed' : 'candidate' };
  });
  const externalId = `1#${serial}`;
  const services = ['billing'];
  const observed: ObservedIncident = {
    id: `issue:${externalId}`,
    kind,
    startedAt,
    detectedBy: random() < 0.5 ? 'monitoring' : 'a user',
    links: random() < 0.1 ? [] : links,
    noChange: false,
    services,
    glob: 'app/billing/**',
  };
  const incident: IncidentOutline = {
    installationId: 9,
    source: 'issue',
    externalId,
    repositoryId: 1,
    reportedAt: at,
    url: `https://github.com/acme/shop/issues/${serial}`,
    title: `Totals of invoices were wrong (${serial})`,
    kind,
    severity: null,
    state: 'resolved',
    startedAt: at,
    detectedAt: at,
    resolvedAt: at,
    detectedBy: observed.detectedBy,
    causes: ['migration'],
    services,
    paths: ['app/billing/total.rb'],
    projects: [],
    escaped: [],
    statedCause: null,
    suggestions: { kind: null, causes: [] },
    findings: [],
    toldKind: kind,
    judgements: [],
    noChange: false,
  };
  return { incident, observed };
}
