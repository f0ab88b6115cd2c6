/** Words of others as a key's column takes them: PostgreSQL refuses NUL, and no encoding has lone surrogates. */
export function toColumn(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
