/** A token longer than this is no path and no commit message of a person; the rest of it is dropped. */
const MAX_TOKEN = 16 * 1024 * 1024;

/** Splits a stream at NUL bytes, without holding more than one token. The last token needs no NUL. */
export async function* readTokens(output: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let size = 0;
  const take = (): Buffer => {
    const token = pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending);
    pending = [];
    size = 0;
    return token;
  };
  for await (const chunk of output) {
    let from = 0;
    for (let nul = chunk.indexOf(0); nul >= 0; nul = chunk.indexOf(0, from)) {
      if (size < MAX_TOKEN) pending.push(chunk.subarray(from, nul));
      from = nul + 1;
      yield pending.length === 0 ? Buffer.alloc(0) : take();
    }
    if (from < chunk.length && size < MAX_TOKEN) {
      pending.push(chunk.subarray(from));
      size += chunk.length - from;
    }
  }
  if (size > 0) yield take();
}
