/**
 * Keys that are read and checked but have no effect yet, as `formatYamlPath` writes them, `[]` for any list place.
 * Whoever builds the feature takes its key out of here.
 */
export const INACTIVE_KEYS: readonly string[] = [];
