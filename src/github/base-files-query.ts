import { z } from 'zod';

export const CONFIG_PATH = '.github/impact.yml';

/** Alias in the query → path. GitHub looks in three folders and does not mind the case; these are the usual ones. */
export const COMMON_TEMPLATES = [
  ['githubLower', '.github/pull_request_template.md'],
  ['githubUpper', '.github/PULL_REQUEST_TEMPLATE.md'],
  ['rootLower', 'pull_request_template.md'],
  ['rootUpper', 'PULL_REQUEST_TEMPLATE.md'],
  ['docsLower', 'docs/pull_request_template.md'],
  ['docsUpper', 'docs/PULL_REQUEST_TEMPLATE.md'],
] as const;

export const COMMON_TEMPLATE_FOLDERS = [
  ['githubFolder', '.github/PULL_REQUEST_TEMPLATE'],
  ['rootFolder', 'PULL_REQUEST_TEMPLATE'],
  ['docsFolder', 'docs/PULL_REQUEST_TEMPLATE'],
] as const;

const BLOB = '... on Blob { byteSize isTruncated text }';
const FOLDER_OF_BLOBS = `... on Tree { entries { name type object { ${BLOB} } } }`;

const blobAliases = ['config', ...COMMON_TEMPLATES.map(([alias]) => alias)];
const folderAliases = COMMON_TEMPLATE_FOLDERS.map(([alias]) => alias);
const listings = ['root', 'github', 'docs'];

/** Expressions (`ref:path`) travel as variables: a branch name is a person's text. */
export const BASE_FILES_QUERY = `
query ($owner: String!, $name: String!, $commitAt: String!, ${[...listings, ...blobAliases, ...folderAliases]
  .map((alias) => `$${alias}At: String!`)
  .join(', ')}) {
  repository(owner: $owner, name: $name) {
    commit: object(expression: $commitAt) { ... on Commit { oid } }
${listings.map((alias) => `    ${alias}: object(expression: $${alias}At) { ... on Tree { entries { name type } } }`).join('\n')}
${blobAliases.map((alias) => `    ${alias}: object(expression: $${alias}At) { ${BLOB} }`).join('\n')}
${folderAliases.map((alias) => `    ${alias}: object(expression: $${alias}At) { ${FOLDER_OF_BLOBS} }`).join('\n')}
  }
}`;

/** Further paths, by position: `$e0` … give `f0` …, each a file or a folder of files. */
export function blobsQuery(count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  return `
query ($owner: String!, $name: String!, ${indexes.map((index) => `$e${index}: String!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
${indexes.map((index) => `    f${index}: object(expression: $e${index}) { ${BLOB} ${FOLDER_OF_BLOBS} }`).join('\n')}
  }
}`;
}

const blobNode = z.object({ byteSize: z.number(), isTruncated: z.boolean(), text: z.string().nullable() });
export type BlobNode = z.output<typeof blobNode>;

/** An inline fragment that does not apply leaves an empty object. */
const nothing = z.object({}).transform(() => null);
const blob = z.union([blobNode, nothing]).nullable();
const treeNode = z.object({
  entries: z.array(z.object({ name: z.string(), type: z.string(), object: blob.optional() })),
});
export type TreeNode = z.output<typeof treeNode>;
const tree = z.union([treeNode, nothing]).nullable();

export const baseFilesAnswer = z.object({
  repository: z
    .object({
      commit: z.union([z.object({ oid: z.string() }), nothing]).nullable(),
      root: tree,
      github: tree,
      docs: tree,
      config: blob,
      githubLower: blob,
      githubUpper: blob,
      rootLower: blob,
      rootUpper: blob,
      docsLower: blob,
      docsUpper: blob,
      githubFolder: tree,
      rootFolder: tree,
      docsFolder: tree,
    })
    .nullable(),
});

export const blobsAnswer = z.object({
  repository: z.record(z.string(), z.union([blobNode, treeNode, nothing]).nullable()).nullable(),
});
