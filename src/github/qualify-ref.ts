/** A branch by its full name: git takes a tag of the same name first, and anybody with push rights can make one. */
export function qualifyRef(ref: string): string {
  return /^[0-9a-f]{40}$/.test(ref) || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
}
