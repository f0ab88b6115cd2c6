type LogLine = (data: Readonly<Record<string, unknown>>, message: string) => void;

/** Structured log lines: a static message and its data. Never a token, a secret or a person's text. */
export interface Log {
  readonly debug: LogLine;
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
}
