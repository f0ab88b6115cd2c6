const BOX = /^[ \t]{0,6}[-*+] \[([ xX])\] <!-- hiyari:action ([a-z0-9][a-z0-9-]{0,39}) -->/gm;
/** Our own comment is no longer than GitHub takes. */
const READ = 65_536;

/** A task item that carries hidden which action it registers. */
export function renderActionBox(id: string, words: string): string {
  return `- [ ] <!-- hiyari:action ${id} --> ${words}`;
}

/** Ids of the actions whose boxes are ticked. */
export function parseTickedActions(body: string): readonly string[] {
  return [...body.slice(0, READ).matchAll(BOX)].flatMap(([, mark, id]) =>
    mark === ' ' || id === undefined ? [] : [id],
  );
}
