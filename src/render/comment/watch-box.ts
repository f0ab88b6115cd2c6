const MARK = '<!-- hiyari:watched -->';
const BOX = /^[ \t]{0,6}[-*+] \[([ xX])\] <!-- hiyari:watched -->/m;
/** Our own comment is no longer than GitHub takes. */
const READ = 65_536;

/** The box under our comment on a released change, with a hidden mark so that its words may change. */
export function renderWatchBox(ticked: boolean, words: string): string {
  return `- [${ticked ? 'x' : ' '}] ${MARK} ${words}`;
}

/** Reads back what `renderWatchBox` wrote; `null` when the box is gone. */
export function parseWatchBox(body: string): boolean | null {
  const mark = BOX.exec(body.slice(0, READ))?.[1];
  return mark === undefined ? null : mark !== ' ';
}
