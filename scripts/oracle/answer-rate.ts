import { z } from 'zod';
import type { Interval } from '../../src/domain/stats/interval.ts';
import { mantelHaenszelOdds } from '../../src/domain/stats/mantel-haenszel-odds.ts';
import { mantelHaenszelRate } from '../../src/domain/stats/mantel-haenszel-rate.ts';
import { poissonRate } from '../../src/domain/stats/poisson-rate.ts';
import { proportion } from '../../src/domain/stats/proportion.ts';
import { rateRatio } from '../../src/domain/stats/rate-ratio.ts';
import { ALTERNATIVES, rateRatioPower } from '../../src/domain/stats/rate-ratio-power.ts';
import { ratioOfRatios } from '../../src/domain/stats/ratio-of-ratios.ts';
import type { Answers } from './answers.ts';

const Numbers = z.array(z.number());
const RateRatioInput = z.object({ x1: z.number(), t1: z.number(), x2: z.number(), t2: z.number() });
const PoissonInput = z.object({ x: Numbers, exposure: z.union([z.number(), Numbers]) });
const ProportionInput = z.object({ k: Numbers, n: Numbers });
const RateStrata = z.object({ x1: Numbers, t1: Numbers, x0: Numbers, t0: Numbers });
const OddsStrata = z.object({ a: Numbers, b: Numbers, c: Numbers, d: Numbers });
const Bound = z.number().nullable();
const Ratios = z.object({
  rr1: z.number(),
  ci1: z.tuple([Bound, Bound]),
  rr2: z.number(),
  ci2: z.tuple([Bound, Bound]),
});
const PowerCase = z.object({
  rate1: z.number(),
  rate2: z.number(),
  nobs: z.number(),
  exposure: z.number().default(1),
  null_ratio: z.number().default(1),
  alpha: z.number().default(0.05),
  alternative: z.enum(ALTERNATIVES).default('two-sided'),
  nobs_ratio: z.number().default(1),
  dispersion: z.number().default(1),
});

export const RATE_ANSWERS: Answers = {
  rate_ratio: (inputs) => {
    const { x1, t1, x2, t2 } = RateRatioInput.parse(inputs);
    const found = rateRatio({ events: x1, exposure: t1 }, { events: x2, exposure: t2 });
    return {
      ratio: found.ratio,
      ci95_central: pair(found.central),
      ci95_midp: pair(found.midP),
      p_central: found.pCentral,
      p_midp: found.pMidP,
      p_minlike: found.pMinlike,
    };
  },
  poisson_ci: (inputs) => {
    const { x, exposure } = PoissonInput.parse(inputs);
    const rates = x.map((events, i) => {
      return poissonRate({ events, exposure: typeof exposure === 'number' ? exposure : (exposure[i] ?? 0) });
    });
    return { lower: rates.map((rate) => rate.interval.lower), upper: rates.map((rate) => rate.interval.upper) };
  },
  proportion_ci: (inputs) => {
    const { k, n } = ProportionInput.parse(inputs);
    const shares = k.map((count, i) => proportion(count, n[i] ?? 0));
    return {
      wilson: shares.map((share) => pair(share.wilson)),
      clopper_pearson: shares.map((share) => pair(share.clopperPearson)),
    };
  },
  mantel_haenszel_rate: (inputs) => {
    const { x1, t1, x0, t0 } = RateStrata.parse(inputs);
    const found = mantelHaenszelRate(
      x1.map((events, i) => ({
        first: { events, exposure: t1[i] ?? 0 },
        second: { events: x0[i] ?? 0, exposure: t0[i] ?? 0 },
      })),
    );
    return {
      crude: found.crude.ratio,
      crude_ci95_central: pair(found.crude.central),
      stratum_ratios: found.stratumRatios,
      ratio: found.ratio,
      ci95: pair(found.interval),
      chi2: found.chiSquare,
      homogeneity_chi2: found.homogeneity.chiSquare,
      homogeneity_df: found.homogeneity.df,
      homogeneity_p: found.homogeneity.p,
    };
  },
  mantel_haenszel_odds: (inputs) => {
    const { a, b, c, d } = OddsStrata.parse(inputs);
    const found = mantelHaenszelOdds(
      a.map((exposedEvents, i) => ({
        exposedEvents,
        unexposedEvents: b[i] ?? 0,
        exposedNonEvents: c[i] ?? 0,
        unexposedNonEvents: d[i] ?? 0,
      })),
    );
    return {
      odds_ratio: found.oddsRatio,
      ci95: pair(found.interval),
      chi2_corrected: found.chiSquareCorrected,
      chi2: found.chiSquare,
    };
  },
  ratio_of_ratios: (inputs) => {
    const { rr1, ci1, rr2, ci2 } = Ratios.parse(inputs);
    const found = ratioOfRatios(
      { ratio: rr1, interval: { lower: ci1[0], upper: ci1[1] } },
      { ratio: rr2, interval: { lower: ci2[0], upper: ci2[1] } },
    );
    return { ratio: found.ratio, ci95: pair(found.interval), z: found.z, p: found.p };
  },
  rate_ratio_power: (inputs) => {
    const { cases } = z.object({ cases: z.array(PowerCase) }).parse(inputs);
    return {
      power: cases.map((each) =>
        rateRatioPower({
          rate1: each.rate1,
          rate2: each.rate2,
          units: each.nobs,
          exposure: each.exposure,
          nullRatio: each.null_ratio,
          alpha: each.alpha,
          alternative: each.alternative,
          unitsRatio: each.nobs_ratio,
          dispersion: each.dispersion,
        }),
      ),
    };
  },
};

function pair({ lower, upper }: Interval): readonly (number | null)[] {
  return [lower, upper];
}
