/** GitHub's own limit for the body of a pull request, in UTF-16 code units. */
export const BODY_LIMIT = 65_536;

export interface NormalisedBody {
  /** LF line ends, NFC, no byte order mark, no NUL, at most `BODY_LIMIT` long. */
  readonly text: string;
  readonly truncated: boolean;
}

/** One spelling for every body, so that the same words get the same verdict whatever editor sent them. */
export function normaliseBody(body: string | null): NormalisedBody {
  const source = body ?? '';
  const truncated = source.length > BODY_LIMIT;
  const text = source
    .slice(0, BODY_LIMIT)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\uFFFD')
    .normalize('NFC');
  return { text, truncated };
}
