/** Programs that report incidents over HTTP, each in its own form and with its own signature. */
export const INTAKE_KINDS = ['pagerduty', 'sentry', 'grafana', 'generic'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** A door of one program, bound to one installation and to what it may report on. */
export interface IntakeSource {
  /** Short, shown to people. */
  readonly id: string;
  readonly kind: IntakeKind;
  readonly installationId: number;
  /** What it may report on; never empty. Where a report names none, and this is one, it is meant. */
  readonly repositoryIds: readonly number[];
  /** SHA-256 of the token in its URL, in hex: whoever reads the database cannot call the door. */
  readonly tokenHash: string;
  /** Sealed (encrypted), the newest first: signatures need the secret itself. The one before counts until `until` (ms). */
  readonly secrets: readonly { readonly sealed: string; readonly until: number | null }[];
  /** ISO 8601. */
  readonly createdAt: string;
}
