import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** As written: `../domain/x.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Every import of a module: static, type-only, re-exports, dynamic `import()` and `import('x')` types. */
export function readImports(path: string): readonly Import[] {
  const source = readFileSync(path, 'utf8');
  const { module, program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: Import[] = [];
  for (const statement of module.staticImports) {
    const typeOnly = statement.entries.length > 0 && statement.entries.every((entry) => entry.isType);
    found.push({ specifier: statement.moduleRequest.value, typeOnly });
  }
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest) found.push({ specifier: entry.moduleRequest.value, typeOnly: entry.isType });
    }
  }
  visit(program, (node) => {
    if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return;
    const source = (node.source ?? node.argument) as { type?: string; value?: unknown; literal?: { value?: unknown } };
    const value = source?.value ?? source?.literal?.value;
    if (typeof value !== 'string') throw new Error(`${path}: an import whose target is not a plain string`);
    found.push({ specifier: value, typeOnly: node.type === 'TSImportType' });
  });
  return found;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string') see(value as Node);
    for (const child of Object.values(value)) visit(child, see);
  }
}
