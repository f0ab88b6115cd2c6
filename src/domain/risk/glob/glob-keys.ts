import type { Chunk, GlobPath, GlobSegment, SegmentPattern } from './glob.ts';

/** The least that must still be looked at once the key has led here. */
export type CandidateTest =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'name'; readonly name: SegmentPattern }
  | { readonly kind: 'directory-and-name'; readonly directory: string; readonly name: SegmentPattern }
  | { readonly kind: 'path' };

/** A place in the index where every path that the glob matches is sure to pass. */
export interface GlobKey {
  readonly node: 'root' | 'directory' | 'segment';
  readonly nodeName: string;
  readonly bucket: 'below' | 'name' | 'extension' | 'rest';
  readonly bucketName: string;
  readonly path: GlobPath;
  readonly test: CandidateTest;
}

/** For each half of the glob (the file itself, what is below) the keys to choose from; never empty. */
export function keysOf(path: GlobPath): readonly (readonly GlobKey[])[] {
  if (path.selects === 'below') return [keysBelow(path)];
  const file = keysOfFile({ ...path, selects: 'file' });
  return path.selects === 'file' ? [file] : [file, keysBelow({ ...path, selects: 'below' })];
}

/** The file half: the file's own name or extension, behind the best directory known. */
function keysOfFile(path: GlobPath): readonly GlobKey[] {
  const directories = path.segments.slice(0, -1);
  const name = path.segments.at(-1) as SegmentPattern;
  const bucket = bucketOf(name);
  const prefix = literalPrefix(directories);
  const keys: GlobKey[] = [];
  const rest = directories.slice(prefix.length);
  const anyDepth = rest.length === 1 && rest[0] === '**';
  const directory = prefix.join('/');
  if (prefix.length > 0) {
    const test: CandidateTest = anyDepth
      ? { kind: 'name', name }
      : rest.length === 0
        ? { kind: 'directory-and-name', directory, name }
        : { kind: 'path' };
    keys.push({ node: 'directory', nodeName: directory, ...bucket, path, test });
  } else {
    keys.push({
      node: 'root',
      nodeName: '',
      ...bucket,
      path,
      test: anyDepth ? ('literal' in name ? { kind: 'nothing' } : { kind: 'name', name }) : { kind: 'path' },
    });
  }
  for (const literal of literalsOf(rest)) {
    keys.push({ node: 'segment', nodeName: literal, ...bucket, path, test: { kind: 'path' } });
  }
  return keys;
}

/** The half that selects what lies below a directory. */
function keysBelow(path: GlobPath): readonly GlobKey[] {
  const { segments } = path;
  const prefix = literalPrefix(segments);
  const rest = segments.slice(prefix.length);
  if (rest.length === 0) {
    const node = prefix.length === 0 ? 'root' : 'directory';
    return [key(node, prefix.join('/'), 'below', path, { kind: 'nothing' })];
  }
  const [first, second] = segments;
  if (segments.length === 2 && first === '**' && typeof second === 'object' && 'literal' in second) {
    return [key('segment', second.literal, 'below', path, { kind: 'nothing' })];
  }
  const segmentKeys = literalsOf(rest).map((literal) => key('segment', literal, 'rest', path, { kind: 'path' }));
  const base =
    prefix.length > 0
      ? key('directory', prefix.join('/'), 'rest', path, { kind: 'path' })
      : key('root', '', 'rest', path, { kind: 'path' });
  return [...segmentKeys, base];
}

function key(
  node: GlobKey['node'],
  nodeName: string,
  bucket: GlobKey['bucket'],
  path: GlobPath,
  test: CandidateTest,
): GlobKey {
  return { node, nodeName, bucket, bucketName: '', path, test };
}

function literalPrefix(segments: readonly GlobSegment[]): readonly string[] {
  const end = segments.findIndex((segment) => segment === '**' || !('literal' in segment));
  return literalsOf(end === -1 ? segments : segments.slice(0, end));
}

function literalsOf(segments: readonly GlobSegment[]): readonly string[] {
  return segments.flatMap((segment) => (segment !== '**' && 'literal' in segment ? [segment.literal] : []));
}

function bucketOf(name: SegmentPattern): Pick<GlobKey, 'bucket' | 'bucketName'> {
  if ('literal' in name) return { bucket: 'name', bucketName: name.literal };
  const ending = literalEnding(name.chunks.at(-1) as Chunk);
  const dot = ending.lastIndexOf('.');
  return dot === -1 ? { bucket: 'rest', bucketName: '' } : { bucket: 'extension', bucketName: ending.slice(dot + 1) };
}

/** The literal characters that every name matching this chunk ends with. */
function literalEnding({ atoms }: Chunk): string {
  const last = atoms.at(-1);
  return typeof last === 'string' ? last : '';
}
