const HEADS = 'refs/heads/';

export function isBranch(ref: string): boolean {
  return ref.startsWith(HEADS);
}

/** Some payloads name branches in full, others not. */
export function branchName(ref: string): string {
  return isBranch(ref) ? ref.slice(HEADS.length) : ref;
}
