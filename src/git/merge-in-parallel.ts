const WAITING = 2_000;

/**
 * Reads several streams at once, `parallel` at most, and yields their items as they come. Items wait in memory while nobody
 * takes them, {@link WAITING} at most; then the streams wait too. When the reader stops, every stream is closed.
 */
export async function* mergeInParallel<Source, Item>(
  sources: readonly Source[],
  parallel: number,
  open: (source: Source) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const waiting: Item[] = [];
  let stopped = false;
  const failures: unknown[] = [];
  let wake: () => void = () => undefined;
  let release: () => void = () => undefined;
  let next = 0;
  let active = 0;
  const worker = async (): Promise<void> => {
    active += 1;
    try {
      while (next < sources.length && !stopped) {
        const source = sources[next] as Source;
        next += 1;
        for await (const item of open(source)) {
          if (stopped) return;
          waiting.push(item);
          wake();
          while (waiting.length >= WAITING && !stopped) await released();
        }
      }
    } catch (cause) {
      failures.push(cause);
    } finally {
      active -= 1;
      wake();
    }
  };
  let room: Promise<void> | undefined;
  const released = (): Promise<void> => {
    room ??= new Promise((resolve) => {
      release = () => {
        room = undefined;
        resolve();
      };
    });
    return room;
  };
  const workers = Array.from({ length: Math.min(parallel, sources.length) }, worker);
  try {
    for (;;) {
      if (failures.length > 0) throw failures[0];
      const batch = waiting.splice(0);
      release();
      yield* batch;
      if (waiting.length > 0) continue;
      if (active === 0) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (waiting.length > 0 || active === 0) resolve();
      });
    }
    if (failures.length > 0) throw failures[0];
  } finally {
    stopped = true;
    release();
    await Promise.all(workers);
  }
}
