/** A table of cells that are Markdown already. A pipe in a cell never ends it: GitHub would even look for one in code. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapePipes).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** GitHub takes a backslash before a pipe away before it looks at anything else, code included. */
function escapePipes(cell: string): string {
  return cell.replaceAll(/(?<!\\)\|/g, '\\|');
}
