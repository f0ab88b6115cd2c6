#!/usr/bin/env node
import './check-node.js';

import('../dist/src/server.js')
  .then((server) => server.runServer(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  });
