import { gitText } from './run-git.ts';

const MAX_BYTES = 3 * 1024 * 1024;

/** `null` when the head has no such file, its content is not in this clone, or it is too large to be read by people. */
export async function readFileAtHead(directory: string, path: string, signal?: AbortSignal): Promise<string | null> {
  const object = `HEAD:${path}`;
  const asked = await gitText(directory, ['cat-file', '-s', object], { signal });
  const size = Number(asked.text.toString('latin1').trim());
  if (asked.end.code !== 0 || !(size <= MAX_BYTES)) return null;
  const { text, end } = await gitText(directory, ['cat-file', 'blob', object], { signal });
  return end.code === 0 ? text.toString('utf8') : null;
}
