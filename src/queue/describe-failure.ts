const LIMIT = 2_000;
const CAUSE_DEPTH = 5;

/** What tokens and keys look like. Linear: no repetition follows another that could match the same text. */
const SECRETS: readonly RegExp[] = [
  /\b(?:gh[a-z]_|github_pat_)[A-Za-z0-9_]+/g,
  /\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/g,
  /\b(?:bearer|token|basic)\s[A-Za-z0-9._~+/=-]{16,}/gi,
  /-----BEGIN [A-Z ]{0,40}-----[^-]*(?:-----END [A-Z ]{0,40}-----)?/g,
  /:\/\/[^\s/:@]{1,200}:[^\s/@]{1,200}@/g,
];

/** An error and its causes as text that may be kept and shown: without secrets, at most 2,000 characters. */
export function describeFailure(error: unknown): string {
  const parts: string[] = [];
  let link = error;
  for (let depth = 0; depth < CAUSE_DEPTH && link !== undefined && link !== null; depth += 1) {
    parts.push(link instanceof Error ? `${link.name}: ${link.message}` : textOf(link));
    link = link instanceof Error ? link.cause : undefined;
  }
  const text = redact(parts.join('\ncaused by ').slice(0, 4 * LIMIT)).toWellFormed();
  return text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1).toWellFormed()}…`;
}

function redact(text: string): string {
  return SECRETS.reduce((result, secret) => result.replace(secret, '[redacted]'), text);
}

/** Somebody may throw anything, even what has no text. */
function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'an error that has no text';
  }
}
