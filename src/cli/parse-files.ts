import { z } from 'zod';
import { type ChangedFile, FILE_STATUSES, type FileStatus } from '../domain/pull-request/changed-files.ts';
import { CliError } from './cli-error.ts';
import { unquoteGitPath } from './unquote-git-path.ts';
import type { CliTexts } from './texts/cli-texts.ts';

const count = z.int().min(0).default(0);
const JsonFile = z.strictObject({
  path: z.string().min(1),
  previousPath: z.string().min(1).optional(),
  status: z.enum(FILE_STATUSES).default('modified'),
  additions: count,
  deletions: count,
});
const JsonFiles = z.array(z.union([z.string().min(1), JsonFile]));

/** Letters of `git diff --name-status`. */
const STATUS_LETTERS: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  C: 'copied',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
};

/**
 * The changed files in any form that is at hand: one path a line, `git diff --name-status`, `git diff --numstat`, or
 * JSON (paths, or objects in our own words). Throws `CliError` with the line that is not understood.
 */
export function parseFiles(text: string, error: CliTexts['error']): readonly ChangedFile[] {
  if (/^\s*\[/.test(text)) return parseJson(text, error);
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const file = parseLine(line);
    if (file === null) throw new CliError(error.badFiles(index + 1, line.slice(0, 80)));
    return [file];
  });
}

function parseJson(text: string, error: CliTexts['error']): readonly ChangedFile[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CliError(error.badFilesJson(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
  const parsed = JsonFiles.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CliError(error.badFilesJson(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
  }
  return parsed.data.map((file) => {
    if (typeof file === 'string') return modified(file);
    const { previousPath, ...rest } = file;
    return previousPath === undefined ? rest : { ...rest, previousPath };
  });
}

function parseLine(line: string): ChangedFile | null {
  const cells = line.split('\t').map(unquoteGitPath);
  if (cells.length === 1) return modified((cells[0] ?? '').trim());
  const [first = '', second = '', third] = cells;
  const status = STATUS_LETTERS[first.charAt(0)];
  if (status !== undefined && /^[ACDMRT]\d{0,3}$/.test(first)) {
    const moved = status === 'renamed' || status === 'copied';
    if (moved !== (third !== undefined)) return null;
    const file = { ...modified(third ?? second), status };
    return moved ? { ...file, previousPath: second } : file;
  }
  if (/^(\d{1,9}|-)$/.test(first) && /^(\d{1,9}|-)$/.test(second) && third !== undefined) {
    const counts = { additions: Number(first) || 0, deletions: Number(second) || 0 };
    return { ...(parseRename(third) ?? modified(third)), ...counts };
  }
  return null;
}

/** How `--numstat` writes a rename: `old => new`, or `app/{old => new}/x.ts` for what the names share. */
function parseRename(text: string): ChangedFile | null {
  const arrow = text.indexOf(' => ');
  if (arrow < 0) return null;
  const open = text.lastIndexOf('{', arrow);
  const close = text.indexOf('}', arrow);
  const braced = open >= 0 && close >= 0;
  const [from, to] = braced ? [open + 1, close] : [0, text.length];
  const around = (middle: string) =>
    braced ? `${text.slice(0, open)}${middle}${text.slice(close + 1)}`.replace('//', '/') : middle;
  return {
    ...modified(around(text.slice(arrow + 4, to))),
    status: 'renamed',
    previousPath: around(text.slice(from, arrow)),
  };
}

function modified(path: string): ChangedFile {
  return { path, status: 'modified', additions: 0, deletions: 0 };
}
