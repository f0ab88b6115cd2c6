/** What is read of a text, and how many paths count: a stack of thousands of frames says in its first ones where it is. */
const READ = 200_000;
const MOST = 200;

// Each start follows a character that no path holds, and each part is bounded: linear on any text.
const PATH = /(?<![\w/.@+-])\/?(?:[\w@+.-]{1,100}\/){1,25}[\w@+.-]{1,100}\.[a-z][a-z0-9]{0,7}(?![\w/-])/gi;
/** Other people's code in a trace, and addresses without a scheme. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|vendor\/bundle|gems|usr\/lib|usr\/local\/lib)\/|^www\./;

/** Paths that a text names: in stack traces, in prose, in lists. In order, each once, without a leading slash. */
export function findPaths(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [path] of text.slice(0, READ).matchAll(PATH)) {
    if (FOREIGN.test(path)) continue;
    found.add(path.replace(/^\.?\//, ''));
    if (found.size >= MOST) break;
  }
  return [...found];
}
