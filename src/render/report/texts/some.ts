/** "1 revert", "2 reverts": English only. */
export function some(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}
