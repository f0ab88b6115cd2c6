/** What a comment of ours is, and what it belongs to: enough to find it again and edit it in place. */
export interface Marker {
  /** `reply`, `incident`, …: lower-case letters and hyphens. */
  readonly kind: string;
  readonly key: string;
}

const MARKER = /^<!-- hiyari:([a-z][a-z-]{0,30}) key=([\w.!~*'()%-]{0,400}) -->(?:\r?\n|$)/;

/** The hidden first line of a comment. Percent-encoding leaves no `>`: no key can end the HTML comment early. */
export function renderMarker({ kind, key }: Marker): string {
  return `<!-- hiyari:${kind} key=${encodeURIComponent(key.toWellFormed())} -->`;
}

/**
 * Reads back what `renderMarker` wrote. Only a comment's first line counts, and escaped words of others never hold
 * `<`. Anybody can *write* such a line: whose comment it is, its author's id tells.
 */
export function parseMarker(body: string): Marker | null {
  const [, kind, key] = MARKER.exec(body) ?? [];
  if (kind === undefined || key === undefined) return null;
  try {
    return { kind, key: decodeURIComponent(key) };
  } catch {
    return null;
  }
}
