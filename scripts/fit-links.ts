import { parseArgs } from 'node:util';
import { retrainCalibration } from '../src/domain/attribution/calibration.ts';
import { FEATURES, type Feature, findCandidates } from '../src/domain/attribution/cause-features.ts';
import { rankCauses } from '../src/domain/attribution/rank-causes.ts';
import { type RankingWeights, SHIPPED_WEIGHTS } from '../src/domain/attribution/ranking-weights.ts';
import { measure, measureCalibration } from './link-measures.ts';
import { type LinkSet, readLinkSet } from './link-pairs.ts';

/*
 * npm run fit:links -- --set PAIRS,UNITS[,WEIGHT] [--set …] [--ridge 0.1]
 * Fits the ranking's weights by conditional logistic regression (Newton's method, ridge penalty) and the calibration by Platt
 * scaling, over several repositories, and reports each repository with weights fitted on the others.
 */
/** Pairs know nothing of a change but its files, so the prior's weight stays as it is. */
const FITTED = FEATURES.filter((feature) => feature !== 'prior');

interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
  readonly weight: number;
}

const { values } = parseArgs({
  options: { set: { type: 'string', multiple: true }, ridge: { type: 'string', default: '0.1' } },
});
if (values.set === undefined) {
  console.error('Usage: npm run fit:links -- --set PAIRS,UNITS[,WEIGHT] [--set …] [--ridge 0.1]');
  process.exit(2);
}
const ridge = Number(values.ridge);
const sets = values.set.map((value) => {
  const [pairs = '', units = '', weight = '1'] = value.split(',');
  const set = readLinkSet(pairs, units);
  return { name: pairs, set, choices: choicesOf(set, Number(weight)) };
});

function choicesOf({ pairs, history }: LinkSet, weight: number): Choice[] {
  return pairs.flatMap(({ fault, cause }) => {
    const candidates = findCandidates(fault, history);
    const right = candidates.findIndex((candidate) => candidate.unit.id === cause);
    return right < 0
      ? []
      : [
          {
            right,
            weight,
            rows: candidates.map((candidate) => FITTED.map((feature) => candidate.features[feature])),
          },
        ];
  });
}

function fitWeights(choices: readonly Choice[]): number[] {
  const k = FITTED.length;
  let w = new Array<number>(k).fill(0);
  for (let step = 0; step < 40; step += 1) {
    const gradient = w.map((value) => -ridge * value);
    const hessian = w.map((_, i) => w.map((_, j) => (i === j ? ridge : 0)));
    for (const { rows, right, weight } of choices) {
      const scores = rows.map((row) => dot(row, w));
      const top = Math.max(...scores);
      const p = scores.map((score) => Math.exp(score - top));
      const sum = p.reduce((a, b) => a + b, 0);
      const mean = new Array<number>(k).fill(0);
      for (const [r, row] of rows.entries())
        for (let i = 0; i < k; i += 1) mean[i] = (mean[i] ?? 0) + ((p[r] ?? 0) / sum) * (row[i] ?? 0);
      for (let i = 0; i < k; i += 1)
        gradient[i] = (gradient[i] ?? 0) + weight * ((rows[right]?.[i] ?? 0) - (mean[i] ?? 0));
      for (const [r, row] of rows.entries()) {
        const share = (weight * (p[r] ?? 0)) / sum;
        if (share < 1e-12) continue;
        for (let i = 0; i < k; i += 1) {
          const line = hessian[i];
          if (line === undefined) continue;
          for (let j = 0; j < k; j += 1)
            line[j] = (line[j] ?? 0) + share * ((row[i] ?? 0) - (mean[i] ?? 0)) * ((row[j] ?? 0) - (mean[j] ?? 0));
        }
      }
    }
    const direction = solve(hessian, gradient);
    const scale = Math.min(1, 2 / Math.max(...direction.map(Math.abs)));
    w = w.map((value, i) => value + scale * (direction[i] ?? 0));
    if (Math.max(...direction.map(Math.abs)) < 1e-8) break;
  }
  return w;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Gaussian elimination with pivoting; the ridge keeps the matrix regular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let c = 0; c < n; c += 1) {
    rows.sort((a, b) => (rows.indexOf(a) < c || rows.indexOf(b) < c ? 0 : Math.abs(b[c] ?? 0) - Math.abs(a[c] ?? 0)));
    const pivot = rows[c] ?? [];
    for (const [r, row] of rows.entries()) {
      if (r === c) continue;
      const factor = (row[c] ?? 0) / (pivot[c] ?? 1);
      for (let j = c; j <= n; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}

function toWeights(w: readonly number[], calibration = { intercept: 0, slope: 1 }): RankingWeights {
  return {
    weights: {
      ...SHIPPED_WEIGHTS.weights,
      ...(Object.fromEntries(FITTED.map((feature, i) => [feature, w[i] ?? 0])) as Record<Feature, number>),
    },
    calibration,
  };
}

/** With the identity as calibration the first confidence is the share itself. */
function firstAnswers(
  { pairs, history }: LinkSet,
  weights: RankingWeights,
): { share: number; confirmed: boolean; ranked: string[] }[] {
  return pairs.map(({ fault, cause }) => {
    const { causes } = rankCauses(fault, history, weights);
    return {
      share: causes[0]?.confidence ?? 0,
      confirmed: causes[0]?.unit.id === cause,
      ranked: causes.map((ranked) => ranked.unit.id),
    };
  });
}

function train(chosen: typeof sets): RankingWeights {
  const w = fitWeights(chosen.flatMap(({ choices }) => choices));
  // Each repository counts by its weight: repeated links would be counted as independent, so they are thinned instead.
  const links = chosen.flatMap(({ set, choices }) => {
    const keep = choices[0]?.weight ?? 1;
    return firstAnswers(set, toWeights(w)).filter((_, i) => Math.floor((i + 1) * keep) > Math.floor(i * keep));
  });
  return toWeights(w, retrainCalibration(links.slice(0, 999), { intercept: 0, slope: 0.8 }));
}

function report(name: string, set: LinkSet, weights: RankingWeights): void {
  const answers = firstAnswers(set, weights);
  const m = measure(
    answers,
    set.pairs.map((pair) => pair.cause),
  );
  const c = measureCalibration(answers.map(({ share, confirmed }) => ({ confidence: share, right: confirmed })));
  console.log(
    `${name}: n ${m.n}, hit@1 ${m.hit[1].toFixed(3)}, hit@5 ${m.hit[5].toFixed(3)}, mrr ${m.mrr.toFixed(3)}, mean confidence ${c.meanConfidence.toFixed(3)}, z ${c.spiegelhalterZ.toFixed(2)}, slope ${c.slope.value.toFixed(2)} [${c.slope.interval.map((v) => v.toFixed(2)).join('–')}], precision ≥ .8 ${c.confident.precision?.toFixed(3)} of ${c.confident.n}`,
  );
}

const fitted = train(sets);
console.log(JSON.stringify(fitted, null, 2));
for (const { name, set } of sets) report(`in sample      ${name}`, set, fitted);
if (sets.length > 1)
  for (const one of sets) report(`others' weights ${one.name}`, one.set, train(sets.filter((other) => other !== one)));
