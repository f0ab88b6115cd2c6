/** GitHub writes times in UTC without fractions of a second; two edits within one second carry the same `updated_at`. */
export function isoSecond(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
