import { Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, type Node, Parser } from 'yaml';
import { type ConfigFault, type ConfigProblem, MAX_PROBLEMS } from './config-problem.ts';
import { positionInText } from './position-in-text.ts';
import { type Position, problemAt, type SourceMap } from './source-map.ts';
import { formatYamlPath, type YamlPath } from './yaml-path.ts';

/** Largest file, in UTF-16 units. */
export const MAX_CONFIG_LENGTH = 128 * 1024;
/** How many keys and values a file may hold, each expansion of an alias counted. */
export const MAX_YAML_NODES = 20_000;
export const MAX_YAML_DEPTH = 20;

export interface YamlFile {
  /** Plain data, `undefined` for a file that says nothing. */
  readonly value: unknown;
  readonly source: SourceMap;
}

/** Reads YAML 1.2 (core schema) into plain data that knows where it stood. Size, depth and aliases are bounded. */
export function readYaml(text: string, file: string): YamlFile | { readonly problems: readonly ConfigProblem[] } {
  const start = { file, path: '', line: 1, column: 1 };
  const refuse = (fault: ConfigFault) => ({ problems: [problemAt(start, fault)] });
  if (text.length > MAX_CONFIG_LENGTH) {
    return refuse({ code: 'too-large', limit: MAX_CONFIG_LENGTH, got: text.length });
  }
  const tokens = [...new Parser().parse(text)];
  // The composer recurses, so what is deep must not reach it.
  const excess = measure(tokens);
  if (excess !== undefined) return refuse(excess);
  // Unique keys are checked in `convert`: the package compares each key with each.
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
  const documents = [...composer.compose(tokens, true, text.length)];
  const problems: ConfigProblem[] = [];
  const positionOf = positionInText(text);
  for (const document of documents) {
    for (const { code, pos } of document.errors) {
      problems.push(problemAt({ ...start, ...positionOf(pos[0]) }, { code: 'yaml-syntax', yamlCode: code }));
    }
  }
  const [document, second] = documents as readonly Document[];
  if (second !== undefined) {
    problems.push(problemAt({ ...start, ...positionOf(second.range?.[0] ?? 0) }, { code: 'several-documents' }));
  }
  if (problems.length > 0 || document === undefined) return { problems: problems.slice(0, MAX_PROBLEMS) };
  const converted = convert(document.contents, file, positionOf);
  return 'problems' in converted ? { problems: converted.problems.slice(0, MAX_PROBLEMS) } : converted;
}

/** Measured on tokens without recursion: each level of nesting is one token inside another. */
function measure(tokens: readonly CST.Token[]): ConfigFault | undefined {
  const open: { readonly token: unknown; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let count = open.length;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { depth } = next;
    if (depth > MAX_YAML_DEPTH) return { code: 'too-deep', limit: MAX_YAML_DEPTH };
    const token = next.token as { readonly value?: unknown; readonly items?: readonly CST.CollectionItem[] };
    if (token.value !== undefined) open.push({ token: token.value, depth });
    for (const item of token.items ?? []) {
      count += 1;
      for (const inner of [item.key, item.value]) {
        if (inner !== undefined && inner !== null) open.push({ token: inner, depth: depth + 1 });
      }
    }
  }
  return count > MAX_YAML_NODES ? { code: 'too-complex', limit: MAX_YAML_NODES } : undefined;
}

type Converted = YamlFile | { readonly problems: readonly ConfigProblem[] };

function convert(root: unknown, file: string, positionOf: (offset: number) => Position): Converted {
  const values = new Map<string, Position>();
  const keys = new Map<string, Position>();
  const problems: ConfigProblem[] = [];
  const anchors = new Map<string, Node>();
  let nodes = 0;

  const report = (path: YamlPath, position: Position, fault: ConfigFault): undefined => {
    problems.push(problemAt({ file, path: formatYamlPath(path), ...position }, fault));
    return undefined;
  };

  const visit = (node: unknown, path: YamlPath, alias?: Position): unknown => {
    nodes += 1;
    const position = alias ?? positionOf((node as Node | null)?.range?.[0] ?? 0);
    values.set(formatYamlPath(path), position);
    if (nodes === MAX_YAML_NODES + 1) report(path, position, { code: 'too-complex', limit: MAX_YAML_NODES });
    if (nodes > MAX_YAML_NODES) return undefined;
    if (path.length > MAX_YAML_DEPTH) return report(path, position, { code: 'too-deep', limit: MAX_YAML_DEPTH });
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) return report(path, position, { code: 'yaml-alias', got: `*${node.source}` });
      return visit(target, path, position);
    }
    const tag = (node as Node | null)?.tag;
    if (tag?.startsWith('!')) return report(path, position, { code: 'yaml-tag', got: tag });
    const value = visitContent(node, path, alias);
    const anchor = (node as (Node & { anchor?: string }) | null)?.anchor;
    // Known only from its end on, so that nothing can hold itself.
    if (anchor !== undefined) anchors.set(anchor, node as Node);
    return value;
  };

  const visitContent = (node: unknown, path: YamlPath, alias?: Position): unknown => {
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item, at) => visit(item, [...path, at], alias));
    if (!isMap(node)) return null;
    const entries: [string, unknown][] = [];
    const firstLines = new Map<string, number>();
    for (const pair of node.items) {
      const keyPosition = alias ?? positionOf((pair.key as Node | null)?.range?.[0] ?? 0);
      if (!isScalar(pair.key)) {
        report(path, keyPosition, { code: 'yaml-syntax', yamlCode: 'NON_STRING_KEY' });
        continue;
      }
      const key = String(pair.key.value);
      const own = [...path, key];
      const firstLine = firstLines.get(key);
      if (firstLine !== undefined) {
        report(own, keyPosition, { code: 'duplicate-key', key, firstLine });
        continue;
      }
      if (key === '__proto__') {
        report(own, keyPosition, { code: 'bad-format', format: 'id', got: key });
        continue;
      }
      firstLines.set(key, keyPosition.line);
      keys.set(formatYamlPath(own), keyPosition);
      entries.push([key, visit(pair.value, own, alias ?? (pair.value === null ? keyPosition : undefined))]);
    }
    return Object.fromEntries(entries);
  };

  const value = visit(root, []);
  if (problems.length > 0) return { problems };
  return { value: value ?? undefined, source: { file, values, keys } };
}
