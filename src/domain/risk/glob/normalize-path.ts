/** NFC, so that a name typed on macOS (decomposed) is the same name. ASCII, nearly always, costs one scan. */
export function normalizePath(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
  return /^[\u0000-\u007f]*$/.test(path) ? path : path.normalize('NFC');
}
