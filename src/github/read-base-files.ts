import type { Repository } from '../domain/pull-request/repository.ts';
import { GitHubError } from '../ports/github-error.ts';
import type { BaseFiles, TextFile } from '../ports/github.ts';
import type { Api } from './api.ts';
import {
  BASE_FILES_QUERY,
  type BlobNode,
  baseFilesAnswer,
  blobsAnswer,
  blobsQuery,
  COMMON_TEMPLATES,
  COMMON_TEMPLATE_FOLDERS,
  CONFIG_PATH,
  type TreeNode,
} from './base-files-query.ts';
import { unreadableText } from './file-content.ts';
import { qualifyRef } from './qualify-ref.ts';

const TEMPLATE_FILE = /^pull_request_template(\.[a-z]{1,8})?$/i;
const TEMPLATE_FOLDER = /^pull_request_template$/i;
/** More would be no templates but an attempt to make us read. */
const MAX_TEMPLATES = 50;

/**
 * One query, for the spellings that nearly everybody uses; a second one only for templates spelled otherwise, which
 * the folders' listings in the first one tell of.
 */
export async function readBaseFiles(
  { api }: { readonly api: Api },
  repository: Repository,
  ref: string,
): Promise<BaseFiles | null> {
  const found = await query(api, repository, ref);
  const commit = found?.commit;
  if (!found || !commit?.oid) return null;
  const folders = [
    { at: '', tree: found.root },
    { at: '.github/', tree: found.github },
    { at: 'docs/', tree: found.docs },
  ];
  const blobs = new Map<string, BlobNode>();
  for (const [alias, path] of COMMON_TEMPLATES) remember(blobs, path, found[alias]);
  for (const [alias, path] of COMMON_TEMPLATE_FOLDERS) rememberFolder(blobs, path, found[alias]);
  const unread = folders.flatMap(({ at, tree }) => spelledOtherwise(at, tree, blobs));
  if (unread.length > 0) {
    const { owner, name } = repository;
    const more = await api.graphql(blobsAnswer, blobsQuery(unread.length), {
      owner,
      name,
      ...Object.fromEntries(unread.map((path, index) => [`e${index}`, `${commit.oid}:${path}`])),
    });
    for (const [index, path] of unread.entries()) {
      const node = more.repository?.[`f${index}`];
      if (node && 'entries' in node) rememberFolder(blobs, path, node);
      else remember(blobs, path, node);
    }
  }
  return { sha: commit.oid, config: toConfig(found.config), templates: toTemplates(blobs) };
}

async function query(api: Api, { owner, name }: Repository, ref: string) {
  const at = qualifyRef(ref);
  const paths = [['config', CONFIG_PATH] as const, ...COMMON_TEMPLATES, ...COMMON_TEMPLATE_FOLDERS];
  const expressions = Object.fromEntries(paths.map(([alias, path]) => [`${alias}At`, `${at}:${path}`]));
  const fixed = { commitAt: at, rootAt: `${at}:`, githubAt: `${at}:.github`, docsAt: `${at}:docs` };
  try {
    const answer = await api.graphql(baseFilesAnswer, BASE_FILES_QUERY, { owner, name, ...fixed, ...expressions });
    return answer.repository;
  } catch (error) {
    if (error instanceof GitHubError && error.fault === 'gone') return null;
    throw error;
  }
}

function remember(blobs: Map<string, BlobNode>, path: string, node: BlobNode | null | undefined): void {
  if (node && 'byteSize' in node) blobs.set(path, node);
}

function rememberFolder(blobs: Map<string, BlobNode>, folder: string, tree: TreeNode | null | undefined): void {
  for (const { name, object } of tree?.entries ?? []) {
    if (object && /\.(md|markdown|txt)$/i.test(name)) remember(blobs, `${folder}/${name}`, object);
  }
}

function spelledOtherwise(at: string, tree: TreeNode | null | undefined, read: ReadonlyMap<string, BlobNode>) {
  const common = new Set<string>(COMMON_TEMPLATE_FOLDERS.map(([, path]) => path));
  return (tree?.entries ?? [])
    .filter(({ name, type }) => (type === 'tree' ? TEMPLATE_FOLDER : TEMPLATE_FILE).test(name))
    .map(({ name }) => at + name)
    .filter((path) => !read.has(path) && !common.has(path));
}

function toConfig(node: BlobNode | null | undefined): TextFile | null {
  if (!node) return null;
  const whole = node.text !== null && !node.isTruncated;
  return { path: CONFIG_PATH, text: whole ? (node.text ?? '') : unreadableText(node.byteSize) };
}

/** A template that cannot be read as text is no template to compare with. */
function toTemplates(blobs: ReadonlyMap<string, BlobNode>): readonly TextFile[] {
  return [...blobs]
    .flatMap(([path, { text, isTruncated }]) => (text === null || isTruncated ? [] : [{ path, text }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, MAX_TEMPLATES);
}
