import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeCases, printCases } from '../../scripts/cases.ts';

const made: string[] = [];

async function folderWith(bodies: object[], templates: object[], files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hiyari-cases-'));
  made.push(directory);
  await mkdir(join(directory, 'bodies'));
  await mkdir(join(directory, 'templates'));
  await writeFile(join(directory, 'bodies', 'index.json'), JSON.stringify(bodies));
  await writeFile(join(directory, 'templates', 'index.json'), JSON.stringify(templates));
  for (const [path, text] of Object.entries(files)) await writeFile(join(directory, path), text);
  return directory;
}

afterEach(async () => {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true });
});

describe('judgeCases', () => {
  it('judges bodies with their template, and templates with and without themselves', async () => {
    const directory = await folderWith(
      [
        { file: 'a.md', heading: 'Risk', verdict: 'filled', template: 't.md' },
        { file: 'b.md', heading: 'Risk', verdict: 'filled', template: null },
      ],
      [
        { file: 't.md', headings: ['Risk'] },
        { file: 'u.md', headings: ['Risk'] },
      ],
      {
        'bodies/a.md': '## Risk\nThe importer now skips empty rows.\n',
        'bodies/b.md': '## Risk\n',
        'templates/t.md': '## Risk\n<!-- what can break -->\n',
        'templates/u.md': '## Risk\nOur customs officer signs here.\n',
      },
    );
    const report = await judgeCases(directory);
    expect(report).toMatchObject({
      bodies: { right: 1, all: 2 },
      templates: { right: 2, all: 2 },
      blind: { right: 1, all: 2 },
    });
    const printed = printCases(report).split('\n');
    expect(printed.at(-1)).toBe('bodies 1/2 templates 2/2 blind 1/2');
    expect(printed).toContain('disagrees: body b.md [Risk]: expected filled, judged placeholder');
    expect(printed).toContain('disagrees: blind u.md [Risk]: judged filled');
  });
});

const REAL = process.env.HIYARI_CASES ?? '../shared/cases';

describe.runIf(existsSync(join(REAL, 'bodies', 'index.json')))('real cases', () => {
  it('are all judged as people judged them', async () => {
    const report = await judgeCases(REAL);
    expect(report.disagreements).toEqual([]);
  });
});
