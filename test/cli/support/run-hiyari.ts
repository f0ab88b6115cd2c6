import { resolve } from 'node:path';
import { type Ran, type RunOptions, runNode } from '../../support/run-node.ts';

const BIN = resolve('bin/hiyari.js');

/** Runs the compiled command line as people do, in a process of its own. */
export function runHiyari(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return runNode([BIN, ...args], options);
}
