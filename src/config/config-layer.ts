import type { ConfigFile } from './schema/config-schema.ts';
import type { SourceMap } from './source-map.ts';

/** One file, read and valid in itself; a configuration is one or two of them. */
export interface ConfigLayer {
  readonly file: ConfigFile;
  readonly source: SourceMap;
}
