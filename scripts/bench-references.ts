import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findStatedCauses } from '../src/domain/attribution/find-stated-causes.ts';
import type { ChangeReference } from '../src/domain/attribution/reference.ts';
import { wilsonInterval } from './wilson-interval.ts';

/*
 * npm run bench:references -- FILE [--json] [--misses]
 * Precision and recall of stated causes on sentences labelled by class: `fault` and `revert` state a cause, `weak` only looks
 * so; other classes are shown and not counted. A row counts as found when its own cause is among what the text states.
 */
const Row = z.object({
  link_class: z.string(),
  kind: z.string(),
  fix_subject: z.string().nullish(),
  evidence: z.string(),
  cause_sha: z.string().nullish(),
  cause_pr: z.number().nullish(),
});
type Row = z.infer<typeof Row>;

const [file, ...flags] = process.argv.slice(2);
if (file === undefined || file.startsWith('--')) {
  console.error('Usage: npm run bench:references -- FILE [--json] [--misses]');
  process.exit(2);
}
const rows = z.array(Row).parse(JSON.parse(readFileSync(file, 'utf8')));

/** The message as far as the file holds it: the subject, then a window; two spaces before a capital there were a paragraph break. */
function messageOf(row: Row): string {
  const window = row.evidence.replace(/ {2,}(?=[A-Z*`-])/g, '\n\n');
  const subject = row.fix_subject ?? '';
  return subject === '' || window.startsWith(subject.slice(0, 40)) ? window : `${subject}\n\n${window}`;
}

function isCause(row: Row, reference: ChangeReference): boolean {
  if (reference.sha !== undefined)
    return (
      row.cause_sha?.startsWith(reference.sha) === true ||
      (row.cause_sha != null && reference.sha.startsWith(row.cause_sha))
    );
  return reference.number !== undefined && reference.number === row.cause_pr;
}

const classes = new Map<string, { n: number; found: number }>();
const misses: string[] = [];
for (const row of rows) {
  const text = messageOf(row);
  const found = findStatedCauses(text).some((cause) => isCause(row, cause.reference));
  const entry = classes.get(row.link_class) ?? { n: 0, found: 0 };
  classes.set(row.link_class, { n: entry.n + 1, found: entry.found + (found ? 1 : 0) });
  const positive = row.link_class === 'fault' || row.link_class === 'revert';
  if (found !== positive && (positive || row.link_class === 'weak'))
    misses.push(`${found ? 'false alarm' : 'missed'} [${row.link_class}/${row.kind}] ${text.replace(/\s+/g, ' ')}`);
}
const of = (name: string): { n: number; found: number } => classes.get(name) ?? { n: 0, found: 0 };
const hits = of('fault').found + of('revert').found;
const positives = of('fault').n + of('revert').n;
const alarms = of('weak').found;
const result = {
  n: positives + of('weak').n,
  precision: hits + alarms === 0 ? null : hits / (hits + alarms),
  recall: positives === 0 ? null : hits / positives,
  wilson: { precision: wilsonInterval(hits, hits + alarms), recall: wilsonInterval(hits, positives) },
  classes: Object.fromEntries(classes),
};
if (flags.includes('--json')) console.log(JSON.stringify(result, null, 2));
else {
  const show = (name: 'precision' | 'recall'): void => {
    const [low, high] = result.wilson[name];
    console.log(`${name.padEnd(10)} ${result[name]?.toFixed(3) ?? 'n/a'}  (95 % ${low.toFixed(3)}–${high.toFixed(3)})`);
  };
  show('precision');
  show('recall');
  for (const [name, entry] of classes)
    console.log(`  ${name.padEnd(18)} ${entry.found} of ${entry.n} read as a stated cause`);
}
if (flags.includes('--misses')) for (const miss of misses) console.log(miss);
