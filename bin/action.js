// What `action.yml` starts, with the runner's own Node and nothing installed: plain JavaScript, no dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import './check-node.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A built clone runs itself; anything else installs the release that this commit's package.json names. */
function findStep() {
  const own = join(ROOT, 'dist/src/action.js');
  if (existsSync(own)) return own;
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // Outside the workspace: an .npmrc or a package.json that a pull request brought along must not steer npm.
  const folder = join(process.env.RUNNER_TEMP ?? tmpdir(), `${name}-${version}`);
  const installed = join(folder, 'node_modules', name, 'dist/src/action.js');
  if (!existsSync(installed)) install(folder, `${name}@${version}`);
  return installed;
}

function install(folder, release) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', release];
  const { INPUT_TOKEN: _, ...env } = process.env;
  // npm is a script on Windows, which only a shell runs; no argument holds anything that a shell would read.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync('npm', args, { cwd: folder, env, shell, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`npm could not install ${release}${error ? `: ${error.message}` : ''}`);
}

try {
  const { runStep } = await import(pathToFileURL(findStep()).href);
  process.exitCode = await runStep();
} catch (error) {
  process.stdout.write(
    `::error title=Hiyari::${String(error.message).replaceAll('%', '%25').replaceAll('\n', '%0A')}\n`,
  );
  process.exitCode = 2;
}
