import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_STATEMENT_POLICY } from '../src/domain/statement/default-statement-policy.ts';
import { judgeStatement } from '../src/domain/statement/judge-statement.ts';
import type { BenchRow } from './bench-row.ts';
import { HOSTILE_SHAPES } from './hostile-bodies.ts';

const SMALL = 16_384;
const LARGE = 65_536;
const MOST_MS = 250;
const MOST_GROWTH = 2.3;
/** Below this, a garbage collection is larger than what is measured. */
const NOISE_MS = 15;

/** Judging one body: a real one of GitHub's largest size, and shapes made to hurt. */
export async function statementRows(): Promise<BenchRow[]> {
  const body = realisticBody(65_000);
  const template = { path: '.github/pull_request_template.md', text: TEMPLATE };
  for (let round = 0; round < 20; round += 1) judgeStatement(body, DEFAULT_STATEMENT_POLICY, template);
  const real = fastest(15, () => judgeStatement(body, DEFAULT_STATEMENT_POLICY, template));
  const rows: BenchRow[] = [
    { name: 'judge a realistic 64 KiB body, warm', value: real, unit: 'ms', target: '<= 10 ms', ok: real <= 10 },
  ];
  let slowest = { name: '', ms: 0 };
  let steepest = { name: '', growth: 0 };
  for (const shape of HOSTILE_SHAPES) {
    const measure = (size: number): number => {
      const text = `## Risk\n\n${shape.build(size - 9)}`;
      return fastest(7, () => judgeStatement(text, DEFAULT_STATEMENT_POLICY, template));
    };
    // Two doublings in one ratio: its square root is the growth of one.
    const growthOf = (from: number, to: number): number => (to < NOISE_MS ? 0 : Math.sqrt(to / from));
    const small = measure(SMALL);
    let large = measure(LARGE);
    // What looks too steep is measured again: a slow round is noise, a slow algorithm stays slow.
    for (let again = 0; again < 2 && (growthOf(small, large) > MOST_GROWTH || large > MOST_MS); again += 1) {
      large = Math.min(large, measure(LARGE));
    }
    const growth = growthOf(small, large);
    if (large > slowest.ms) slowest = { name: shape.name, ms: large };
    if (growth > steepest.growth) steepest = { name: shape.name, growth };
  }
  rows.push(
    {
      name: `slowest of ${HOSTILE_SHAPES.length} hostile shapes at 64 KiB (${slowest.name})`,
      value: slowest.ms,
      unit: 'ms',
      target: `<= ${MOST_MS} ms`,
      ok: slowest.ms <= MOST_MS,
    },
    {
      name: `steepest growth for 2x size (${steepest.name})`,
      value: steepest.growth,
      unit: 'x',
      target: `<= ${MOST_GROWTH} x`,
      ok: steepest.growth <= MOST_GROWTH,
    },
  );
  return rows;
}

/** Milliseconds of the fastest round; CPU time where that is less, since a busy machine makes others wait. */
function fastest(rounds: number, run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    run();
    const wall = performance.now() - start;
    const spent = process.cpuUsage(cpu);
    best = Math.min(best, wall, Math.max((spent.user + spent.system) / 1000, 0.01));
  }
  return best;
}

const TEMPLATE =
  '## Summary\n\n<!-- What and why -->\n\n## Technical impact\n\n_Describe what this change can break._\n\n### Blast radius\n\n### Rollback\n\n### Monitoring\n\n## Checklist\n\n- [ ] Tests\n- [ ] Documents\n';

/** A long description as people write them: prose, lists, code, tables, links, and the statement near the end. */
function realisticBody(size: number): string {
  const part = (index: number): string =>
    [
      `### Part ${index}: the scheduler`,
      '',
      `The worker of part ${index} used to read every row of \`jobs\` and decide in memory; now it asks the database for the due ones.`,
      'See [the design](https://example.com/design) and #12 for the **numbers**, _not_ for the reasons. <!-- reviewed -->',
      '',
      '- [x] unit tests for the parser',
      '- [ ] load test with 10,000 jobs',
      '- a list with `code`, a [link](https://example.com/a?b=c) and a note: the order of jobs may change',
      '',
      '```ts',
      `export function due(now: Date): Job[] { return jobs.filter((job) => job.at <= now && job.part === ${index}); }`,
      '```',
      '',
      '| case | before | after |',
      '| --- | --- | --- |',
      `| ${index} jobs | 120 ms | 14 ms |`,
      '',
    ].join('\n');
  let text = '## Summary\n\n';
  for (let index = 1; text.length < size - 700; index += 1) text += part(index);
  return `${text}\n## Technical impact\n\nJobs of one queue may start in another order.\n\n### Blast radius\n\nOnly the billing worker.\n\n### Rollback\n\nRevert and restart.\n\n### Monitoring\n\nThe queue's age on the billing board, for a day.\n\n## Checklist\n\n- [x] Tests\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  for (const row of await statementRows()) {
    console.log(`${row.name}  ${row.value.toFixed(2)} ${row.unit}  ${row.target}  ${row.ok ? 'ok' : 'short'}`);
  }
}
