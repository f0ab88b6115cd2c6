import { z } from 'zod';
import type { ReadingContext } from '../domain/incident/build-facts.ts';
import { isoMoment, readMoment } from '../domain/incident/read-moment.ts';
import { readIncidentRow, type RowProblem } from '../domain/incident/read-incident-row.ts';
import { type IntakeReader, type IntakeReading, type IntakeReport, readMessage } from './intake-reading.ts';

/** What `schemas/hiyari.incident.1.schema.json` says of one message. */
const MOST = 100;
const record = z.record(z.string(), z.unknown());
const listJson = z.object({ incidents: z.array(record).min(1).max(MOST) });

/** Anything that can sign and send JSON: one incident, or a list under `incidents`. All of a message counts, or none. */
export const readGeneric: IntakeReader = (payload, context) =>
  typeof payload === 'object' && payload !== null && 'incidents' in payload
    ? readMessage(listJson, payload, ({ incidents }) => readAll(incidents, context, (at) => `incidents.${at}: `))
    : readMessage(record, payload, (incident) => readAll([incident], context, () => ''));

function readAll(
  records: readonly Readonly<Record<string, unknown>>[],
  context: ReadingContext,
  placeOf: (at: number) => string,
): IntakeReading {
  const reports: IntakeReport[] = [];
  for (const [at, { updatedAt, updated_at, ...given }] of records.entries()) {
    const row = readIncidentRow(given, context);
    if ('problems' in row) return { malformed: placeOf(at) + row.problems.map(describe).join('; ') };
    if (row.id === null) {
      return { malformed: `${placeOf(at)}id is missing: it names the incident when it is told again` };
    }
    const told = [updatedAt, updated_at].find((value) => typeof value === 'string');
    reports.push({
      externalId: row.id,
      facts: row.facts,
      repository: row.repository,
      reportedAt: isoMoment((told === undefined ? null : readMoment(told))?.at ?? context.now) ?? '',
    });
  }
  return { reports };
}

function describe(problem: RowProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'it says nothing; see schemas/hiyari.incident.1.schema.json';
    case 'missing':
      return `${problem.field} is missing`;
    case 'not-text':
      return `${problem.field} must be a text, a number or a list of these`;
  }
}
