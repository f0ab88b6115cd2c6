/** Where a configuration is when a reference does not say. */
export const DEFAULT_CONFIG_PATH = '.github/impact.yml';

/** What `extends` names. */
export interface ExtendsReference {
  /** `null`: the owner of the repository that extends. */
  readonly owner: string | null;
  readonly repository: string;
  readonly path: string;
  /** Branch, tag or commit; `null`: the default branch. */
  readonly ref: string | null;
}

const OWNER = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})';
const NAME = '[A-Za-z0-9._-]{1,100}';
const REFERENCE = new RegExp(`^(?:(${OWNER})/)?(${NAME})(?::([^@:\\s]{1,200}))?(?:@([\\w./-]{1,200}))?$`);

/** `owner/repo[:path][@ref]`; `repo` alone is one of the same owner. `undefined` when it is neither. */
export function parseExtendsReference(text: string): ExtendsReference | undefined {
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [, owner, repository = '', path = DEFAULT_CONFIG_PATH, ref] = match;
  const climbs = [...path.split('/'), ...(ref ?? 'x').split('/')].some((part) => part === '' || /^\.\.?$/.test(part));
  if (climbs || /^\.\.?$/.test(repository)) return undefined;
  return { owner: owner ?? null, repository, path, ref: ref ?? null };
}

/** `owner/repo:path@ref`, with the owner filled in. */
export function formatExtendsReference(reference: ExtendsReference, owner: string): string {
  const { repository, path, ref } = reference;
  return `${reference.owner ?? owner}/${repository}:${path}${ref === null ? '' : `@${ref}`}`;
}
