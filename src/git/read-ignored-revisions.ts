import { gitText } from './run-git.ts';

const MAX_REVISIONS = 300;

/** Commits that `.git-blame-ignore-revs` at the head lists and that exist here: git refuses to blame past one that does not. */
export async function readIgnoredRevisions(directory: string, signal?: AbortSignal): Promise<readonly string[]> {
  const { text, end } = await gitText(directory, ['cat-file', 'blob', 'HEAD:.git-blame-ignore-revs'], { signal });
  if (end.code !== 0) return [];
  const listed = [...text.toString('latin1').matchAll(/^\s*([0-9a-f]{40,64})\b/gm)]
    .map((match) => match[1] ?? '')
    .slice(0, MAX_REVISIONS);
  if (listed.length === 0) return [];
  const checked = await gitText(directory, ['cat-file', '--batch-check=%(objectname) %(objecttype)'], {
    signal,
    input: `${listed.join('\n')}\n`,
  });
  return [...checked.text.toString('latin1').matchAll(/^([0-9a-f]{40,64}) commit$/gm)].map((match) => match[1] ?? '');
}
