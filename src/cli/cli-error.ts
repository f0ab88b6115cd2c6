/** 0 passed or neutral, 1 failed, 2 usage or bad input. */
export type ExitCode = 0 | 1 | 2;

/** Trouble that the person at the terminal can mend; printed without a stack. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
}

/** A command typed wrongly: its help is the way out. */
export class UsageError extends CliError {
  override readonly name = 'UsageError';
}
