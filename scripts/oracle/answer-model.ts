import { z } from 'zod';
import { auc, compareAuc } from '../../src/domain/stats/auc.ts';
import { benjaminiHochberg } from '../../src/domain/stats/benjamini-hochberg.ts';
import { cohenKappa } from '../../src/domain/stats/cohen-kappa.ts';
import { fitCountModel, standardErrors } from '../../src/domain/stats/count-model.ts';
import { expectedCount } from '../../src/domain/stats/empirical-bayes.ts';
import { gammaPoisson } from '../../src/domain/stats/gamma-poisson.ts';
import { kaplanMeier } from '../../src/domain/stats/kaplan-meier.ts';
import { logRank } from '../../src/domain/stats/log-rank.ts';
import { fitNegativeBinomialModel } from '../../src/domain/stats/negative-binomial-model.ts';
import { rankSum } from '../../src/domain/stats/wilcoxon.ts';
import type { Answers } from './answers.ts';

const Numbers = z.array(z.number());
const Flags = z.array(z.union([z.number(), z.boolean()]).transform((value) => Number(value) > 0));
const Glm = z.object({
  family: z.enum(['poisson', 'quasipoisson', 'negbin']),
  y: Numbers,
  X: z.array(Numbers),
  offset: Numbers.optional(),
});
const Times = z.object({ time: Numbers, event: Flags });
const Groups = Times.extend({ group: z.array(z.union([z.number(), z.string()])) });
const Hauer = z.object({ expected: z.number(), overdispersion: z.number(), observed: z.number() });
const Places = z.object({ x: Numbers, t: Numbers });
const Samples = z.object({ x: Numbers, y: Numbers });
const Scores = z.object({ label: Flags, score: Numbers });
const TwoScores = z.object({ label: Flags, score1: Numbers, score2: Numbers });

export const MODEL_ANSWERS: Answers = {
  glm: (inputs) => {
    const { family, y, X, offset } = Glm.parse(inputs);
    const data = { y, design: X, offset: offset ?? y.map(() => 0) };
    const negbin = family === 'negbin' ? fitNegativeBinomialModel(data) : null;
    const model = negbin ?? fitCountModel(data);
    return {
      coef: model.coefficients,
      se: standardErrors(model, family === 'quasipoisson' ? (model.dispersion ?? 1) : 1),
      deviance: model.deviance,
      pearson_chi2: model.pearson,
      dispersion: model.dispersion,
      ...(negbin && { theta: negbin.theta, theta_se: negbin.thetaError, twice_loglik: negbin.twiceLogLikelihood }),
    };
  },
  kaplan_meier: (inputs) => {
    const { time, event } = Times.parse(inputs);
    const { steps, median } = kaplanMeier(time.map((t, i) => ({ time: t, event: event[i] ?? false })));
    return {
      time: steps.map((step) => step.time),
      survival: steps.map((step) => step.survival),
      se: steps.map((step) => step.error),
      median,
    };
  },
  log_rank: (inputs) => {
    const { time, event, group } = Groups.parse(inputs);
    const found = logRank(time.map((t, i) => ({ time: t, event: event[i] ?? false, group: String(group[i]) })));
    return { chi2: found.chiSquare, observed: found.observed, expected: found.expected, df: found.df, p: found.p };
  },
  eb_expected: (inputs) => {
    const { expected, overdispersion, observed } = Hauer.parse(inputs);
    return { ...expectedCount(expected, overdispersion, observed) };
  },
  gamma_poisson_eb: (inputs) => {
    const { x, t } = Places.parse(inputs);
    const found = gammaPoisson(x.map((events, i) => ({ events, exposure: t[i] ?? 0 })));
    return { alpha: found.alpha, beta: found.beta, eb: found.shrunken };
  },
  wilcoxon: (inputs) => {
    const { x, y } = Samples.parse(inputs);
    const found = rankSum(x, y);
    return {
      W: found.w,
      p_two: found.pTwoSided,
      p_greater: found.pGreater,
      hodges_lehmann: found.shift,
      ci95: [found.interval.lower, found.interval.upper],
    };
  },
  benjamini_hochberg: (inputs) => {
    const { p } = z.object({ p: z.array(z.number().nullable()) }).parse(inputs);
    return { adjusted: benjaminiHochberg(p) };
  },
  cohen_kappa: (inputs) => {
    const { observed, expected, kappa } = cohenKappa(z.object({ table: z.array(Numbers) }).parse(inputs).table);
    return { po: observed, pe: expected, kappa };
  },
  auc: (inputs) => {
    const { label, score } = Scores.parse(inputs);
    const found = auc(label.map((positive, i) => ({ positive, score: score[i] ?? 0 })));
    return { auc: found.auc, ci95: [found.interval.lower, found.interval.upper] };
  },
  delong: (inputs) => {
    const { label, score1, score2 } = TwoScores.parse(inputs);
    const found = compareAuc(label, score1, score2);
    return { auc1: found.first.auc, auc2: found.second.auc, z: found.z, p: found.p };
  },
};
