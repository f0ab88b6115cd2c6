/** A part of the product that incidents name, and the paths that belong to it (ordered globs). */
export interface Service {
  readonly id: string;
  readonly paths: readonly string[];
}

/** Where a team already writes its incidents down. */
export interface IncidentSources {
  readonly issues: {
    /** `owner/repo`, or `.` for the repository itself. */
    readonly repositories: readonly string[];
    /** An issue with one of these labels is an incident. */
    readonly labels: readonly string[];
  };
  /** Ordered globs of postmortem files in the repository. */
  readonly files: readonly string[];
  readonly services: readonly Service[];
  /** Contributing factors besides those that Hiyari knows. */
  readonly causes: readonly string[];
}
