/** Enough witnesses for a variance between groups (its own error is 1/√62 ≈ 13 %), few enough to keep for every day. */
export const AUTHOR_GROUPS = 32;

/** FNV-1a, modulo the number of groups: an author is always in the same one. Source: Fowler, Noll and Vo, 1991. */
export function authorGroup(author: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < author.length; i++) hash = Math.imul(hash ^ author.charCodeAt(i), 0x01000193);
  // The low bits of FNV-1a are its weakest.
  return ((hash >>> 16) ^ (hash & 0xffff)) % AUTHOR_GROUPS;
}
