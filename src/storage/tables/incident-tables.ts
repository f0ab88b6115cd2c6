/** Incidents as they were told, what people said of them, and the changes that they are tied to. */
export interface IncidentTables {
  readonly incidents: IncidentsTable;
  readonly incident_judgements: IncidentJudgementsTable;
  readonly intake_sources: IntakeSourcesTable;
  readonly attributions: AttributionsTable;
  readonly link_decisions: LinkDecisionsTable;
  readonly suspected_changes: SuspectedChangesTable;
  readonly incident_areas: IncidentAreasTable;
  readonly link_calibrations: LinkCalibrationsTable;
}

interface IncidentsTable {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
  /** Null: known where it is told, not which repository it concerns. */
  readonly repository_id: number | null;
  readonly happened_at: number;
  readonly reported_at: number;
  readonly state: 'open' | 'resolved' | 'withdrawn';
  readonly document: string;
}

/** Apart from the reports, so that a new telling never overwrites what people said, nor they it. */
interface IncidentJudgementsTable {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
  readonly fact: string;
  readonly document: string;
}

interface IntakeSourcesTable {
  readonly id: string;
  readonly token_hash: string;
  readonly document: string;
}

interface OfIncident {
  readonly installation_id: number;
  readonly source: string;
  readonly external_id: string;
}

interface AttributionsTable extends OfIncident {
  readonly repository_id: number;
  readonly happened_at: number;
  readonly document: string;
}

/** Apart from the rankings, so that neither overwrites the other. */
interface LinkDecisionsTable extends OfIncident {
  readonly unit: string;
  readonly document: string;
}

interface SuspectedChangesTable extends OfIncident {
  readonly repository_id: number;
  readonly unit: string;
}

/** Where the changes that count as causes were made. */
interface IncidentAreasTable extends OfIncident {
  readonly repository_id: number;
  readonly happened_at: number;
  readonly path: string;
}

interface LinkCalibrationsTable {
  readonly repository_id: number;
  readonly document: string;
}
