/** Whether GitHub holds what we wrote: it may change the ends of lines and drop what trails. */
export function sameText(held: string | null, written: string): boolean {
  return (held ?? '').replaceAll('\r\n', '\n').trim() === written.trim();
}
