/** The files of a repository, found again by any tail of their path. */
export interface FileIndex {
  /** The files whose path ends with `tail`, at whole folders; none when too many do. */
  readonly endingWith: (tail: string) => readonly string[];
}

const MANY = 5;

export function indexFiles(files: Iterable<string>): FileIndex {
  const byName = new Map<string, string[]>();
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [file]);
    else known.push(file);
  }
  return {
    endingWith(tail) {
      const parts = tail.split('/').filter((part) => part !== '' && part !== '.');
      let best = byName.get((parts.at(-1) ?? '').toLowerCase()) ?? [];
      // Machines put other folders in front: keep as many of the last parts as still fit.
      for (let take = 2; take <= parts.length && best.length > 1; take += 1) {
        const end = `/${parts.slice(-take).join('/').toLowerCase()}`;
        const narrower = best.filter((file) => `/${file.toLowerCase()}`.endsWith(end));
        if (narrower.length === 0) break;
        best = narrower;
      }
      return best.length <= MANY ? best : [];
    },
  };
}

export const MAX_PATHS = 200;
const MAX_TEXT = 1_000_000;
/** Anything with a folder or an ending that a program's file has. Bounded, and it starts at a boundary: linear. */
const PATH =
  /(?<![\p{L}\p{N}_./\\@-])(?:[A-Za-z]:[\\/])?[\p{L}\p{N}_@~./\\-]{1,300}\.[A-Za-z]{1,10}(?![\p{L}\p{N}_])/gu;
/** `at com.acme.billing.Invoice.total(Invoice.java:10)`: the package says the folder. */
const JVM_FRAME =
  /\bat (?:[\w.$/-]{1,100}\/)?((?:[\w$]{1,80}\.){1,15})[\w$<>]{1,80}\(([\w$-]{1,80}\.(?:java|kt|scala|groovy|clj))/g;

/**
 * The repository's files that a text names: stack frames of the usual languages (`File "a.py", line 3`, `a.rb:10:in`,
 * `at f (/srv/a.js:1:2)`, `Invoice.java:10`, `src/main.rs:10:5`, `C:\a\b.cs:line 3`), and plain file names. At most
 * {@link MAX_PATHS}, in the text's order. Linear, never throws.
 */
export function matchPaths(text: string, files: FileIndex): string[] {
  const read = text.slice(0, MAX_TEXT);
  const found = new Set<string>();
  const take = (tail: string): void => {
    for (const file of files.endingWith(tail)) if (found.size < MAX_PATHS) found.add(file);
  };
  const rest = read.replace(JVM_FRAME, (_, type: string, file: string) => {
    take([...type.split('.').slice(0, -2), file].join('/'));
    return ' ';
  });
  for (const match of rest.matchAll(PATH)) {
    if (found.size >= MAX_PATHS) break;
    take(match[0].replaceAll('\\', '/'));
  }
  return [...found];
}
