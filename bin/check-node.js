// Plain JavaScript of long ago, so that an old Node can say what is wrong instead of failing to parse.
var WANTED = [22, 20];

export function isNodeNewEnough(version) {
  var parts = version.split('.').map(Number);
  return parts[0] > WANTED[0] || (parts[0] === WANTED[0] && parts[1] >= WANTED[1]);
}

if (!isNodeNewEnough(process.versions.node)) {
  process.stderr.write(
    'Hiyari needs Node.js ' +
      WANTED.join('.') +
      ' or later; this is ' +
      process.versions.node +
      '. In a clone of the repository, npm run puts a newer one first on the path.\n',
  );
  process.exit(2);
}
