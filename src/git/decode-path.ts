const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A path as text. Git's paths are bytes; those that are not UTF-8 show each odd byte as `\xNN`, so that two stay two. */
export function decodePath(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    let text = '';
    for (const byte of bytes)
      text += byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
    return text;
  }
}

/** Whether git would find this path when given it back: it went through `decodePath` unchanged. */
export function isExactPath(path: string): boolean {
  return !/\\x[0-9a-f]{2}/.test(path);
}
