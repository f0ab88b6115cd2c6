import type { Belonging } from '../domain/record/change-cell.ts';
import type { NamedChange } from '../domain/record/repository-record.ts';

/** A named change as it is kept: by place, since there are as many as incidents, and their keys would be half of a day. */
export type NamedRow = readonly [
  unit: string,
  number: number | null,
  title: string,
  /** Number of the shared traits: projects and areas of actions. */
  belonging: number,
  areas: readonly string[],
  author: string,
  openedAt: number | null,
  mergedAt: number,
  deployedAt: number | null,
  risk: NamedChange['change']['risk'],
  size: NamedChange['change']['size'],
  changedLines: number | null,
  reviewRounds: number | null,
  statementAccepted: boolean | null,
  enforced: boolean,
  blastRadius: string | null,
  monitoringEndsAt: number | null,
  monitoringConfirmed: boolean,
  reverted: boolean,
  followUpFix: boolean,
];

export function toNamedRow(named: NamedChange, idOf: (belonging: Belonging) => number): NamedRow {
  const { unit, number, title, projects, areas, change } = named;
  const { controlFor, outsideOf, monitoring } = change;
  return [
    unit,
    number,
    title,
    idOf({ projects, controlFor, outsideOf }),
    areas,
    change.author,
    change.openedAt,
    change.mergedAt,
    change.deployedAt,
    change.risk,
    change.size,
    change.changedLines,
    change.reviewRounds,
    change.statementAccepted,
    change.enforced,
    change.blastRadius,
    monitoring?.endsAt ?? null,
    monitoring?.confirmed ?? false,
    change.reverted,
    change.followUpFix,
  ];
}

/** `shared` gives one string for equal ones: many changes touch the same few areas. */
export function fromNamedRow(
  row: NamedRow,
  belongingOf: (id: number) => Belonging,
  shared: (text: string) => string,
): NamedChange {
  const [unit, number, title, belonging, areas, author, openedAt, mergedAt, deployedAt, risk, size] = row;
  const { projects, controlFor, outsideOf } = belongingOf(belonging);
  const endsAt = row[16];
  return {
    unit,
    number,
    title,
    projects,
    areas: areas.map(shared),
    change: {
      id: unit,
      author: shared(author),
      openedAt,
      mergedAt,
      deployedAt,
      risk,
      size,
      changedLines: row[11],
      reviewRounds: row[12],
      statementAccepted: row[13],
      enforced: row[14],
      blastRadius: row[15],
      monitoring: endsAt === null ? null : { endsAt, confirmed: row[17] },
      reverted: row[18],
      followUpFix: row[19],
      controlFor,
      outsideOf,
    },
  };
}
