/** How a change came to the main line, read from its message. */
export interface UnitTitle {
  readonly kind: 'merge' | 'squash' | 'plain';
  /** What it is called: the pull request's title where the message has it. */
  readonly title: string;
  readonly pullRequest?: number;
}

const MERGES: readonly RegExp[] = [
  /^Merge pull request #(\d{1,9}) from \S/,
  /^Merged? in \S.{0,200} \(pull request #(\d{1,9})\)/,
  /^Merge (?:PR|pr) #(\d{1,9})\b/,
];
const SQUASH = /\(#(\d{1,9})\)\s*$/;
const GITLAB = /^See merge request (?:\S{0,200})!(\d{1,9})\s*$/m;
/** How projects mark the commits that they rebase by hand. */
const TRAILER = /^PR-URL: \S{1,200}\/pull\/(\d{1,9})\s*$/m;
const MAX_TITLE = 200;

/** Reads `Merge pull request #N`, `… (#N)`, and what other hosts write. A message is text from anybody: bounded, never throws. */
export function parseUnitTitle(message: string, isMerge: boolean): UnitTitle {
  const text = message.slice(0, 10_000);
  const subject = firstLine(text);
  for (const pattern of MERGES) {
    const number = pattern.exec(subject)?.[1];
    if (number !== undefined)
      return { kind: 'merge', title: secondTitle(text) ?? cut(subject), pullRequest: Number(number) };
  }
  if (isMerge) {
    const number = GITLAB.exec(text)?.[1];
    const title = secondTitle(text) ?? cut(subject);
    return number === undefined ? { kind: 'merge', title } : { kind: 'merge', title, pullRequest: Number(number) };
  }
  const number = SQUASH.exec(subject)?.[1];
  if (number !== undefined)
    return { kind: 'squash', title: cut(subject.replace(SQUASH, '').trim()), pullRequest: Number(number) };
  const named = TRAILER.exec(text)?.[1];
  return { kind: 'plain', title: cut(subject), ...(named === undefined ? {} : { pullRequest: Number(named) }) };
}

function firstLine(text: string): string {
  return (text.trimStart().split('\n', 1)[0] ?? '').trim().slice(0, 1_000);
}

/** The first line of text after the subject: where GitHub puts the pull request's title. */
function secondTitle(text: string): string | undefined {
  const lines = text.trimStart().split('\n').slice(1, 12);
  const line = lines.find((candidate) => candidate.trim() !== '');
  return line === undefined ? undefined : cut(line.trim());
}

function cut(title: string): string {
  return title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 1)}…`;
}
