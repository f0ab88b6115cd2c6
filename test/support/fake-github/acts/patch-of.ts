/** A unified diff of one hunk that replaces the old text by the new one. GitHub leaves long patches out. */
export function patchOf(before: string, after: string): string | undefined {
  if (before.length + after.length > 200_000) return undefined;
  const old = linesOf(before);
  const now = linesOf(after);
  const range = (lines: readonly string[]) => `${lines.length === 0 ? 0 : 1},${lines.length}`;
  return [
    `@@ -${range(old)} +${range(now)} @@`,
    ...old.map((line) => `-${line}`),
    ...now.map((line) => `+${line}`),
  ].join('\n');
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
