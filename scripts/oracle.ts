import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { agree } from './oracle/agree.ts';
import { CHART_ANSWERS } from './oracle/answer-chart.ts';
import { MODEL_ANSWERS } from './oracle/answer-model.ts';
import { RATE_ANSWERS } from './oracle/answer-rate.ts';
import type { Answers } from './oracle/answers.ts';

/**
 * Runs a file of worked cases through `domain/stats`: `npm run oracle -- FILE`. Prints `id ok|off` for each case, what
 * was got and expected for each output that is off, and N/M as the last line. Exit 0 when all agree, 1 when not, 2
 * when the file cannot be read.
 */
const Cases = z.array(
  z.object({
    id: z.string(),
    fn: z.string(),
    inputs: z.unknown(),
    expected: z.record(z.string(), z.unknown()),
    tolerance: z.number(),
  }),
);

const ANSWERS: Answers = { ...RATE_ANSWERS, ...CHART_ANSWERS, ...MODEL_ANSWERS };

function main(file: string | undefined): number {
  if (file === undefined) {
    console.error('usage: npm run oracle -- FILE');
    return 2;
  }
  let cases: z.infer<typeof Cases>;
  try {
    cases = Cases.parse(JSON.parse(withoutBareInfinities(readFileSync(file, 'utf8'))));
  } catch (error) {
    console.error(`${file}: not a list of cases {id, fn, inputs, expected, tolerance}: ${String(error)}`);
    return 2;
  }
  let agreed = 0;
  for (const { id, fn, inputs, expected, tolerance } of cases) {
    const complaints = judge(fn, inputs, expected, tolerance);
    if (complaints.length === 0) agreed++;
    console.log(`${id} ${complaints.length === 0 ? 'ok' : 'off'}`);
    for (const complaint of complaints) console.log(`  ${complaint}`);
  }
  console.log(`${agreed}/${cases.length}`);
  return agreed === cases.length ? 0 : 1;
}

function judge(fn: string, inputs: unknown, expected: Readonly<Record<string, unknown>>, tolerance: number): string[] {
  const answer = Object.hasOwn(ANSWERS, fn) ? ANSWERS[fn] : undefined;
  if (!answer) return [`unknown function ${fn}; known: ${Object.keys(ANSWERS).sort().join(', ')}`];
  let got: Readonly<Record<string, unknown>>;
  try {
    got = answer(inputs);
  } catch (error) {
    return [`${fn} refused the inputs: ${String(error)}`];
  }
  return Object.entries(expected).flatMap(([output, value]) => {
    if (!Object.hasOwn(got, output)) return [`${output}: unknown output of ${fn}`];
    if (agree(got[output], value, tolerance)) return [];
    return [`${output}: got ${JSON.stringify(got[output])} expected ${JSON.stringify(value)} within ${tolerance}`];
  });
}

/** Some writers print infinities and NaN bare, which JSON does not have. Strings are left alone. */
function withoutBareInfinities(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:Infinity|NaN)\b/g, (token) => (token.startsWith('"') ? token : 'null'));
}

process.exitCode = main(process.argv[2]);
