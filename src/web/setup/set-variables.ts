const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=(.*)$/;

/**
 * The text of an environment file with these variables set. Every other line stays as it is; a line that sets one of
 * them to something is kept as a comment, so that no older value is lost.
 */
export function setVariables(text: string, variables: Readonly<Record<string, string>>): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const kept = lines.flatMap((line) => {
    const [, name = '', value = ''] = ASSIGNMENT.exec(line) ?? [];
    if (!Object.hasOwn(variables, name)) return [line];
    return value.trim() === '' ? [] : [`# before the set-up: ${line.trim()}`];
  });
  const added = Object.entries(variables).map(([name, value]) => `${name}="${escapeValue(value)}"`);
  return `${[...kept, ...added].join('\n')}\n`;
}

/** Line ends as `\n`: what reads the file turns them back, inside double quotes. */
function escapeValue(value: string): string {
  return value.trim().replaceAll('\r', '').replaceAll('\n', '\\n');
}
