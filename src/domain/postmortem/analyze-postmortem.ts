import { DAY_MS, dayOf } from '../calendar.ts';
import type { Day, DayRange } from '../improvement/day.ts';
import { foresees } from '../improvement/foresees.ts';
import { analyzeProjects } from '../project/analyze-projects.ts';
import type { Project } from '../project/project.ts';
import type { NamedChange, RecordedIncident, RepositoryRecord } from '../record/repository-record.ts';
import { isOpen, type Postmortem } from './postmortem.ts';
import type {
  Foresight,
  HappenedIncident,
  JudgedForesight,
  PostmortemAnalysis,
  SuspectedChange,
  TimelineEvent,
} from './postmortem-analysis.ts';

/** Twelve weeks tell what a project does; what is older is another story. */
export const ANALYSED_DAYS = 84;

/** The twelve weeks that end with the day of the newest trigger: they stand still while people discuss them. */
export function analysedPeriod({ openedAt, triggers }: Pick<Postmortem, 'openedAt' | 'triggers'>): DayRange {
  const last = triggers
    .map(({ heardAt }) => Date.parse(heardAt))
    .reduce((a, b) => Math.max(a, b), Date.parse(openedAt));
  const to = Math.floor(last / DAY_MS) + 1;
  return { from: to - ANALYSED_DAYS, to };
}

/** What a project went through, from counts and from the incidents themselves. `projects` are all that are configured. */
export function analyzePostmortem(
  record: RepositoryRecord,
  projects: readonly Project[],
  postmortem: Pick<Postmortem, 'projectId' | 'openedAt' | 'triggers'>,
): PostmortemAnalysis {
  const { projectId } = postmortem;
  const period = analysedPeriod(postmortem);
  const within = (day: number) => day >= period.from && day < period.to;
  const own = record.incidents.filter((one) => within(one.observed.startedAt) && one.projects.includes(projectId));
  const told = new Map(own.map((one) => [one, happened(one, record.repositoryId)] as const));
  const incidents = [...told.values()];
  const suspects = findSuspects(incidents, record.named);
  const byUnit = new Map(suspects.map((suspect) => [suspect.unit, suspect]));
  const cells = record.cells.filter(({ day, traits }) => within(day) && traits.projects.includes(projectId));
  const count = (watched: 'done' | 'lapsed') =>
    cells.filter(({ traits }) => traits.watched === watched).reduce((sum, { changes }) => sum + changes, 0);
  return {
    period,
    project: analyzeProjects(record, projects, period).find(({ project }) => project === projectId) ?? null,
    incidents,
    timeline: orderEvents(incidents, suspects, period),
    suspects,
    foresight: own.flatMap((one): JudgedForesight[] => {
      const incident = told.get(one);
      const change = byUnit.get(one.causedBy ?? '');
      if (incident === undefined || change === undefined) return [];
      return [{ incident, change, foresight: judgeForesight(one, record.named.get(change.unit)) }];
    }),
    windows: { confirmed: count('done'), lapsed: count('lapsed') },
  };
}

function happened(
  { incident, observed, certainty, causedBy }: RecordedIncident,
  repositoryId: number,
): HappenedIncident {
  const { source, externalId, title } = incident;
  const here =
    source === 'issue' || source === 'revert' ? new RegExp(`^${repositoryId}#(\\d{1,15})$`).exec(externalId) : null;
  const number = here === null ? null : Number(here[1]);
  return { kind: observed.kind, title, at: toldAt(incident, observed.startedAt), source, number, certainty, causedBy };
}

/** An emergency revert is counted from the merge that it takes back; people tell it from when that was caught. */
function toldAt({ source, detectedAt }: RecordedIncident['incident'], startedAt: Day): Day {
  return source === 'revert' && detectedAt !== null ? Math.max(startedAt, dayOf(detectedAt)) : startedAt;
}

function findSuspects(
  incidents: readonly HappenedIncident[],
  named: ReadonlyMap<string, NamedChange>,
): readonly SuspectedChange[] {
  const caused = Map.groupBy(incidents, ({ causedBy }) => causedBy);
  const suspects = [...caused].flatMap(([unit, of]): SuspectedChange[] => {
    const found = unit === null ? undefined : named.get(unit);
    if (found === undefined) return [];
    const { number, title, areas, change } = found;
    return [
      {
        unit: found.unit,
        number,
        title,
        confirmed: of.some(({ certainty }) => certainty === 'confirmed'),
        incidents: of,
        mergedAt: change.mergedAt,
        deployedAt: change.deployedAt,
        areas,
        watched: change.monitoring?.confirmed ?? null,
      },
    ];
  });
  return suspects.sort(
    (a, b) => b.incidents.length - a.incidents.length || a.mergedAt - b.mergedAt || order(a.unit, b.unit),
  );
}

function orderEvents(
  incidents: readonly HappenedIncident[],
  suspects: readonly SuspectedChange[],
  period: DayRange,
): readonly TimelineEvent[] {
  const changes = suspects.flatMap((change): TimelineEvent[] => [
    { at: change.mergedAt, kind: 'merged', change },
    ...(change.deployedAt === null ? [] : [{ at: change.deployedAt, kind: 'deployed' as const, change }]),
  ]);
  const all: TimelineEvent[] = [
    ...changes.filter(({ at }) => at < period.to),
    ...incidents.map((incident) => ({ at: incident.at, kind: 'incident' as const, incident })),
  ];
  return all.sort((a, b) => a.at - b.at || RANK[a.kind] - RANK[b.kind]);
}

/** Of events of one moment: a change is merged, then deployed, then something breaks. */
const RANK = { merged: 0, deployed: 1, incident: 2 } as const;

function judgeForesight({ observed }: RecordedIncident, cause: NamedChange | undefined): Foresight {
  const said = cause?.change.blastRadius ?? null;
  if (said === null) return 'not-said';
  if (observed.services.length === 0 && observed.glob === null) return 'cannot-tell';
  return foresees(said, observed) ? 'foreseen' : 'missed';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The newest trigger's postmortem that is open. */
export function findOpen(postmortems: readonly Postmortem[]): Postmortem | null {
  return postmortems.findLast(isOpen) ?? null;
}
