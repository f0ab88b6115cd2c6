/** How many incidents the changes in one area caused. `path` is a directory or a file; empty is the whole repository. */
export interface IncidentArea {
  readonly path: string;
  readonly incidents: number;
}

/** Incident counts of one window that ends now, for each area that had any. */
export interface IncidentWindow {
  readonly windowDays: number;
  /** How many incidents changes caused anywhere in the repository; absent where nobody counted. */
  readonly total?: number;
  readonly areas: readonly IncidentArea[];
}

/** The repository's own past, counted for the windows that its rules name. */
export interface IncidentHistory {
  readonly windows: readonly IncidentWindow[];
}
