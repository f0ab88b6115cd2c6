import type { AttributedCause, Attribution, LinkDecision } from '../../../src/domain/attribution/attribution.ts';
import type { MonitoringWindow } from '../../../src/domain/monitoring/monitoring-window.ts';
import type { Store, StoreSession } from '../../../src/ports/store.ts';
import { toIso } from './draw.ts';
import { commitAt } from './finish-changes.ts';
import type { GeneratedChange, GeneratedIncident, GeneratedYear } from './generated-year.ts';
import { REPOSITORY } from './year-plan.ts';

const CHANGES_AT_ONCE = 500;

/** Writes a whole year as the use cases leave it behind, without going through its days. */
export async function storeYear(store: Store, year: GeneratedYear): Promise<void> {
  const { changes, incidents, deployments } = year;
  await store.repositories.save(REPOSITORY);
  await store.baseFiles.save(REPOSITORY.id, REPOSITORY.defaultBranch, {
    files: { sha: commitAt(0), config: { path: '.github/impact.yml', text: year.config }, templates: [] },
    readAt: year.endsAt,
  });
  for (let at = 0; at < changes.length; at += CHANGES_AT_ONCE) {
    const page = changes.slice(at, at + CHANGES_AT_ONCE);
    await store.transaction(async (session) => {
      await saveChanges(session, page);
      for (const window of page.flatMap(toWindow)) await session.windows.save(window);
    });
  }
  await store.transaction((session) => session.deployments.save(deployments.map(({ deployment }) => deployment)));
  await store.transaction(async (session) => {
    for (const incident of incidents) await saveIncident(session, incident);
  });
}

/** What was merged, and its place on the default branch; `which` of them are kept beyond their place. */
export async function saveChanges(
  session: StoreSession,
  changes: readonly GeneratedChange[],
  which: (change: GeneratedChange) => boolean = () => true,
): Promise<void> {
  await session.mainLine.save(
    REPOSITORY.id,
    changes.map(({ unit, position, exposure }) => {
      return { sha: exposure.sha ?? '', position, unit, committedAt: exposure.mergedAt };
    }),
  );
  await session.exposures.save(changes.filter(which).map(({ exposure }) => exposure));
}

/** An incident, what the ranking says of it, and what people decided. */
export async function saveIncident(session: StoreSession, incident: GeneratedIncident): Promise<void> {
  const { report, decisions } = incident;
  await session.incidents.report(report);
  await session.attributions.save(toAttribution(incident), []);
  for (const { unit, verdict } of decisions) {
    const decision: LinkDecision = {
      ...{ unit, verdict, by: 'mika', why: '', at: report.reportedAt, blind: false, leading: null },
    };
    await session.attributions.decide(report, decision);
  }
}

function toAttribution({ report, candidates }: GeneratedIncident): Attribution {
  const { installationId, source, externalId, startedAt, reportedAt, causes } = report;
  const happenedAt = startedAt ?? reportedAt;
  return {
    installationId,
    source,
    externalId,
    repositoryId: REPOSITORY.id,
    happenedAt,
    causes,
    candidates: candidates.map(({ unit, confidence }): AttributedCause => {
      const number = unit.startsWith('#') ? Number(unit.slice(1)) : null;
      return { unit, number, title: unit, at: happenedAt, areas: [], confidence, evidence: [] };
    }),
    noChange: 0.1,
    leading: null,
    fixes: [],
    comment: null,
    backReferences: [],
  };
}

function toWindow({ unit, exposure: { number, author }, level, fate }: GeneratedChange): MonitoringWindow[] {
  if (fate === null || number === null || level === 'none') return [];
  return [
    {
      repositoryId: REPOSITORY.id,
      unit,
      number,
      level,
      environment: 'production',
      openedBy: 'deployment',
      openedAt: toIso(fate.openedAt),
      endsAt: toIso(fate.endsAt),
      state: fate.state,
      closedAt: toIso(fate.at),
      note: null,
      watcher: { id: author.id, login: null },
    },
  ];
}
