import type { ObservedIncident } from '../domain/improvement/observed-incident.ts';
import type { IncidentOutline } from '../domain/record/repository-record.ts';
import type { UntiedIncident } from '../domain/record/tie-incidents.ts';

/** An incident as it is kept: what is told of it and what is observed agree in most, and that is kept once. */
export interface IncidentDocument {
  readonly incident: IncidentOutline;
  readonly observed: readonly [
    id: string,
    kind: ObservedIncident['kind'],
    startedAt: number,
    noChange: boolean,
    glob: string | null,
    links: readonly (readonly [changeId: string, probability: number, state: LinkState])[],
  ];
}

type LinkState = ObservedIncident['links'][number]['state'];

export function toIncidentDocument({ incident, observed }: UntiedIncident): IncidentDocument {
  const { id, kind, startedAt, noChange, glob, links } = observed;
  const tuples = links.map(({ changeId, probability, state }) => [changeId, probability, state] as const);
  return { incident, observed: [id, kind, startedAt, noChange, glob, tuples] };
}

export function fromIncidentDocument({ incident, observed }: IncidentDocument): UntiedIncident {
  const [id, kind, startedAt, noChange, glob, links] = observed;
  return {
    incident,
    observed: {
      id,
      kind,
      startedAt,
      detectedBy: incident.detectedBy,
      links: links.map(([changeId, probability, state]) => ({ changeId, probability, state })),
      noChange,
      services: incident.services,
      glob,
    },
  };
}
