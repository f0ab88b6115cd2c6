import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'hiyari-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the published package brings no Node of its own, and everything that it needs to run', () => {
  for (const name of ['package.json', 'tsconfig.json', 'app.yml', 'action.yml', 'src', 'bin', 'schemas', 'scripts']) {
    cpSync(name, join(folder, name), { recursive: true });
  }
  cpSync('CHANGELOG.md', join(folder, 'CHANGELOG.md'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const before = readFileSync(join(folder, 'package.json'), 'utf8');
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
  const output = execFileSync('npm', ['pack', '--json', '--offline'], options);
  const [{ filename, files }] = JSON.parse(output.slice(output.indexOf('[')));
  const manifest = JSON.parse(execFileSync('tar', ['-xzOf', filename, 'package/package.json'], options));
  expect(manifest).toMatchObject({ name: 'hiyari', bin: { hiyari: 'bin/hiyari.js' }, engines: { node: '>=22.20' } });
  expect(Object.keys(manifest)).not.toContain('optionalDependencies');
  expect(Object.keys(manifest.dependencies)).toContain('better-sqlite3');
  const paths = files.map(({ path }: { readonly path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['bin/hiyari.js', 'dist/src/cli.js', 'dist/src/server.js', 'dist/src/app.js', 'app.yml']),
  );
  expect(paths.filter((path: string) => /^(test|demo|bench|dist\/(test|demo|bench))/.test(path))).toEqual([]);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(before);
});
