/** What could end a link's target in Markdown, or a quoted attribute. */
const UNSAFE = /[\s"'`()<>[\]\\|@^{}]/g;

/** An address of the web that may stand in a link as it is; `null` for anything else (`javascript:`, `file:`, …). */
export function safeLink(address: string): string | null {
  if (address.length > 2_000 || !URL.canParse(address)) return null;
  const { protocol, href, username, password } = new URL(address);
  if (protocol !== 'https:' || username !== '' || password !== '') return null;
  return href.replace(UNSAFE, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}
