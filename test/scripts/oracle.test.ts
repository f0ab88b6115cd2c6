import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agree } from '../../scripts/oracle/agree.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/oracle.ts');
const SHARED = join(import.meta.dirname, '../../../shared/oracles/stats.json');

function run(file: string): { readonly code: number; readonly lines: readonly string[] } {
  try {
    return { code: 0, lines: execFileSync(process.execPath, [SCRIPT, file], { encoding: 'utf8' }).trim().split('\n') };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, lines: stdout.trim().split('\n') };
  }
}

function write(cases: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'oracle-')), 'cases.json');
  writeFileSync(file, typeof cases === 'string' ? cases : JSON.stringify(cases));
  return file;
}

describe('npm run oracle', () => {
  it('prints each case, what is off, and the score', () => {
    const kappa = {
      fn: 'cohen_kappa',
      inputs: {
        table: [
          [20, 5],
          [10, 15],
        ],
      },
      tolerance: 1e-9,
    };
    const { code, lines } = run(
      write([
        { ...kappa, id: 'right', expected: { kappa: 0.4 } },
        { ...kappa, id: 'wrong', expected: { kappa: 0.5 } },
        { ...kappa, id: 'unknown-output', expected: { weighted: 1 } },
        { ...kappa, id: 'unknown-fn', fn: 'anova', expected: {} },
        { ...kappa, id: 'no-such-thing', fn: 'toString', expected: {} },
        { ...kappa, id: 'bad-inputs', inputs: {}, expected: { kappa: 0 } },
      ]),
    );
    expect(code).toBe(1);
    expect(lines[0]).toBe('right ok');
    expect(lines[1]).toBe('wrong off');
    expect(lines[2]).toContain('expected 0.5 within');
    expect(lines.filter((line) => line.endsWith(' off'))).toHaveLength(5);
    expect(lines.at(-1)).toBe('1/6');
  });

  it('reads an unbounded limit however it is written', () => {
    const inputs = { x1: 3, t1: 10, x2: 0, t2: 10 };
    const base = { fn: 'rate_ratio', inputs, tolerance: 1e-6 };
    const cases = JSON.stringify([
      { ...base, id: 'null', expected: { ratio: null } },
      { ...base, id: 'text', expected: { ci95_central: [0.413231355, 'Inf'] } },
      { ...base, id: 'bare', expected: { ratio: 'BARE' } },
    ]);
    const { code, lines } = run(write(cases.replace('"BARE"', 'Infinity')));
    expect(lines).toEqual(['null ok', 'text ok', 'bare ok', '3/3']);
    expect(code).toBe(0);
  });

  it('refuses a file that holds no cases', () => {
    expect(run(write('{"a": 1}')).code).toBe(2);
  });
});

describe('agree', () => {
  it.each([
    [1, 1.05, 0.1, true],
    [1, 1.2, 0.1, false],
    [100, 105, 0.1, true],
    [[1, 2], [1, 2], 0, true],
    [[1, 2], [1], 0, false],
    [[4, 4], 4, 0, true],
    [4, [4, 4], 0, true],
    [4, [], 0, false],
    [null, null, 0, true],
    [0, null, 0, false],
    [null, 3, 1, false],
    ['a', 'a', 0, true],
    [Number.NaN, 1, 1, false],
  ])('%j against %j within %d: %s', (got, expected, tolerance, answer) => {
    expect(agree(got, expected, tolerance)).toBe(answer);
  });
});

describe.runIf(existsSync(SHARED))('the shared oracles', () => {
  it('all agree', () => {
    const { lines } = run(SHARED);
    expect(lines.filter((line) => line.endsWith(' off'))).toEqual([]);
  });
});
