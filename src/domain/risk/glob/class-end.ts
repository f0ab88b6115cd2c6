/** Where the class that opens at `start` closes, or -1. A `]` in the first place is a member, not the end. */
export function classEnd(pattern: string, start: number): number {
  let at = start + 1;
  if (pattern.charAt(at) === '!' || pattern.charAt(at) === '^') at += 1;
  for (let first = true; at < pattern.length; at += 1, first = false) {
    const char = pattern.charAt(at);
    if (char === ']' && !first) return at;
    if (char === '\\') at += 1;
    else if (char === '[' && pattern.charAt(at + 1) === ':') {
      const end = pattern.indexOf(':]', at + 2);
      if (end !== -1) at = end + 1;
    }
  }
  return -1;
}
