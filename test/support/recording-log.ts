import type { Log } from '../../src/ports/log.ts';

export interface RecordedLine {
  readonly level: keyof Log;
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that keeps its lines for the test to read, and prints nothing. */
export function recordingLog(): Log & { readonly lines: readonly RecordedLine[] } {
  const lines: RecordedLine[] = [];
  const at = (level: keyof Log) => (data: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ level, data, message });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
