export interface EtagEntry {
  readonly etag: string;
  readonly data: unknown;
  readonly link: string | undefined;
}

/** Answers by request, least recently used first out. A 304 costs no rate limit. */
export interface EtagCache {
  readonly get: (key: string) => EtagEntry | undefined;
  readonly set: (key: string, entry: EtagEntry) => void;
}

export function createEtagCache(capacity: number): EtagCache {
  const entries = new Map<string, EtagEntry>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    set: (key, entry) => {
      entries.delete(key);
      entries.set(key, entry);
      const oldest = entries.keys().next();
      if (entries.size > capacity && !oldest.done) entries.delete(oldest.value);
    },
  };
}
