/** Keys and list places from the root of a YAML file. */
export type YamlPath = readonly (string | number)[];

/** `risk.rules[0].paths[1]`, as people write it. */
export function formatYamlPath(path: YamlPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
