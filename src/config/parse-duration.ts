const SECONDS = { m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;
/** Two years: longer than any window that an incident is looked for in. */
const MAX_SECONDS = 730 * SECONDS.d;

/** `30m`, `24h`, `7d` or `2w` in seconds; `undefined` for anything else, zero and more than two years. */
export function parseDuration(text: string): number | undefined {
  const match = /^([1-9]\d{0,5})([mhdw])$/.exec(text);
  if (match === null) return undefined;
  const seconds = Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
  return seconds <= MAX_SECONDS ? seconds : undefined;
}

/** `180d` or `26w` in days. */
export function parseDays(text: string): number | undefined {
  const seconds = /[dw]$/.test(text) ? parseDuration(text) : undefined;
  return seconds === undefined ? undefined : seconds / SECONDS.d;
}
