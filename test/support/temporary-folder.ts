import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder of the test's own, and what takes it away. */
export function temporaryFolder(parent = tmpdir()): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(parent, 'hiyari-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
