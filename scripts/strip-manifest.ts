/**
 * `prepack` and `postpack`. The repository's optional dependencies bring Node 24 for whoever works on it; published, npm
 * would link that Node into every user's project. So the packed manifest goes without them, and without what only this
 * repository runs; afterwards the working copy is as before.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const MANIFEST = 'package.json';
const KEPT = 'package.json.before-pack';

if (process.argv[2] === 'restore') {
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
} else {
  const text = readFileSync(MANIFEST, 'utf8');
  writeFileSync(KEPT, text);
  const {
    optionalDependencies: _node,
    devDependencies: _dev,
    scripts: _scripts,
    allowScripts: _allow,
    ...rest
  } = JSON.parse(text);
  writeFileSync(MANIFEST, `${JSON.stringify(rest, null, 2)}\n`);
}
