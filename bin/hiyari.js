#!/usr/bin/env node
import './check-node.js';

import('../dist/src/cli.js')
  .then((cli) => cli.runHiyari(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error) => {
    process.stderr.write(`Hiyari did not start: ${error.message}\n`);
    if (error.code === 'ERR_MODULE_NOT_FOUND') {
      process.stderr.write('In a clone of the repository, "npm ci && npm run build" comes first.\n');
    }
    process.exitCode = 2;
  });
