const ESC = String.fromCodePoint(0x1b);
const BEL = String.fromCodePoint(0x07);
const CSI = String.fromCodePoint(0x9b);

/** Terminal sequences: CSI (colours, cursor) and OSC (titles, links). No class holds ESC, so each is read once. */
const TERMINAL_SEQUENCES = new RegExp(
  `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]|${ESC}\\][^${ESC}${BEL}]*(?:${BEL}|${ESC}\\\\)?`,
  'g',
);

/** Tabs and line feeds stay: every other control, format (bidi, zero width, tags) or blank-looking letter goes. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Only what a reader can see: what bidi controls, zero-width characters and terminal sequences would hide or reorder
 * is taken out, line ends become `\n`, lone surrogates become U+FFFD.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(TERMINAL_SEQUENCES, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '');
}

/** Visible text on one line, white space collapsed. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}
