import { parseArgs } from 'node:util';
import { rankCauses } from '../src/domain/attribution/rank-causes.ts';
import { BASELINES } from './link-baselines.ts';
import { type Answer, type CalibrationMeasures, type Measures, measure, measureCalibration } from './link-measures.ts';
import { readLinkSet } from './link-pairs.ts';

/*
 * npm run bench:links -- --pairs FILE --units FILE [--json]
 * How often the ranking finds the cause that the fix's author named, beside the usual rules, in one run; then whether its
 * confidence can be believed.
 */
const { values } = parseArgs({
  options: { pairs: { type: 'string' }, units: { type: 'string' }, json: { type: 'boolean' } },
});
if (values.pairs === undefined || values.units === undefined) {
  console.error('Usage: npm run bench:links -- --pairs FILE --units FILE [--json]');
  process.exit(2);
}
const { pairs, history } = readLinkSet(values.pairs, values.units);
const causes = pairs.map((pair) => pair.cause);

const answers = pairs.map(({ fault }): Answer => {
  const { causes: ranked } = rankCauses(fault, history);
  return { ranked: ranked.map((cause) => cause.unit.id), confidence: ranked[0]?.confidence ?? 0 };
});
const methods: Record<string, Measures> = { hiyari: measure(answers, causes) };
for (const [name, rank] of Object.entries(BASELINES)) {
  methods[name] = measure(
    pairs.map(({ fault }) => ({ ranked: rank(fault, history) })),
    causes,
  );
}
const calibration = measureCalibration(
  answers.map((answer, i) => ({ confidence: answer.confidence ?? 0, right: answer.ranked[0] === causes[i] })),
);

if (values.json === true) console.log(JSON.stringify({ ...methods.hiyari, methods, calibration }, null, 2));
else print(methods, calibration);

function print(all: Readonly<Record<string, Measures>>, believed: CalibrationMeasures): void {
  const percent = (value: number | null, [low, high]: readonly [number, number]): string =>
    value === null ? 'n/a' : `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
  const columns = ['method', 'n', 'answered', 'p1', 'hit@1', 'hit@3', 'hit@5', 'hit@10', 'mrr'];
  const rows = Object.entries(all).map(([name, m]) => [
    name,
    String(m.n),
    String(m.answered),
    percent(m.p1, m.wilson.p1),
    percent(m.hit[1], m.wilson.hit[1]),
    percent(m.hit[3], m.wilson.hit[3]),
    percent(m.hit[5], m.wilson.hit[5]),
    percent(m.hit[10], m.wilson.hit[10]),
    m.mrr.toFixed(3),
  ]);
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)));
  for (const row of [columns, ...rows])
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  const { slope, intercept, ece, eceIfPerfect, confident } = believed;
  console.log(`\ncalibration of the first answer, n = ${believed.n}`);
  console.log(`  mean confidence      ${believed.meanConfidence.toFixed(3)}, Brier score ${believed.brier.toFixed(3)}`);
  console.log(`  Spiegelhalter z      ${believed.spiegelhalterZ.toFixed(2)} (calibrated: |z| < 1.96)`);
  console.log(
    `  slope                ${slope.value.toFixed(2)} [${slope.interval[0].toFixed(2)}–${slope.interval[1].toFixed(2)}] (calibrated: holds 1)`,
  );
  console.log(
    `  intercept            ${intercept.value.toFixed(2)} [${intercept.interval[0].toFixed(2)}–${intercept.interval[1].toFixed(2)}] (calibrated: holds 0)`,
  );
  console.log(
    `  ECE, ten bins        ${ece.toFixed(3)}; perfectly calibrated with as many: ${eceIfPerfect.mean.toFixed(3)}, 95 % below ${eceIfPerfect.p95.toFixed(3)}`,
  );
  console.log(
    `  confidence ≥ ${confident.from}    precision ${percent(confident.precision, confident.wilson)} of ${confident.n}`,
  );
}
