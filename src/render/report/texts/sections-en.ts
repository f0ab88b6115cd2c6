import type { SectionTexts } from './section-texts.ts';
import { some } from './some.ts';

export const sectionsEn: SectionTexts = {
  happened: {
    summary: (incidents, merged, per100, low, high) =>
      `${some(incidents, 'regression or incident', 'regressions and incidents')} in ${some(merged, 'merged change')}: ${per100} per 100 (95 % interval ${low} to ${high}).`,
    before: (incidents, merged, per100) => `The period before: ${incidents} in ${merged}, ${per100} per 100.`,
    nothingMerged: 'Nothing was merged to the default branch, so there is no rate.',
    noVerdict: 'Two periods side by side are no verdict: ordinary ups and downs move them too.',
    noIncidents: 'No incident of any kind is recorded for this period.',
    trendTitle: 'Regressions and incidents per 100 merged changes, by week',
    trendSummary: (weeks, low, high) =>
      `${some(weeks, 'whole week')}; the weekly rate lies between ${low} and ${high} per 100 merged changes.`,
    trendLimits: (center, baseline) =>
      `The ${baseline} weeks before this period average ${center}; the limits hold ordinary weeks.`,
    noLimits: (baseline) =>
      `There are ${baseline} whole weeks before this period; limits can be drawn from 20 on, so no week is called unusual.`,
    signals: (weeks) => `Unusual: the weeks from ${weeks}.`,
    noSignal: 'No week is beyond its limits.',
    axis: 'per 100 merged',
    value: 'Weekly rate',
    center: 'Average before this period',
    upper: 'Upper limit',
    signal: 'Beyond the limits',
    causesSummary: (causes) => `By cause: ${causes}.`,
    incidentsAxis: 'incidents',
  },
  promised: {
    none: 'No expectations are agreed. They belong under a project of the configuration.',
    intro:
      'What each project set out to keep, measured over the last 28 days. Who has agreed stands in its alignment issue.',
    measure: {
      'incidents-per-100-prs': 'Incidents per 100 merged changes',
      'incidents-per-28d': 'Incidents in 28 days',
      'regressions-per-28d': 'Regressions in 28 days',
      'near-misses-per-28d': 'Near misses in 28 days',
      'change-fail-rate': 'Changes that fail',
      monitored: 'Releases monitored',
      'lead-time-p50': 'Lead time, median',
      'lead-time-p90': 'Lead time, 90th percentile',
      'merged-prs-per-week': 'Merged changes a week',
      'review-rounds-p50': 'Review rounds, median',
    },
    state: { kept: 'kept', broken: 'broken', 'cannot-tell': 'cannot tell' },
    atMost: (value) => `at most ${value}`,
    atLeast: (value) => `at least ${value}`,
  },
  tried: {
    none: 'No improvement action is registered, so nothing can be judged. They are listed under “actions” in the configuration.',
    intro: 'Each action is judged by one rule that was fixed beforehand. A fall without an interval is a rumour.',
    chartTitle: 'Effect of each action',
    axis: 'incidents per merged change, after ÷ before',
    chartSummary:
      'Each line is a 95 % interval, each dot the best estimate. A line that crosses 1 is no evidence either way.',
    before: 'Before',
    after: 'After',
    view: {
      registered: 'The registered estimate, which decides',
      crude: 'Crude, nothing adjusted',
      exact: 'Exact, if incidents came one by one (mid-p)',
      strata: 'Within the same risk and size',
      control: 'Against the area left alone',
      guard: 'Without the weeks that may have provoked it',
      links: 'If incidents without a cause fell on one side',
    },
    changed: (registeredOn) =>
      `It was changed in the configuration since it was registered on ${registeredOn}; the registered version is estimated.`,
    enough: 'there are enough',
    never: 'no number of weeks is enough',
  },
  habits: {
    none: 'No change of this period was judged, so there is nothing to say of habits.',
    level: { all: 'All', high: 'High', medium: 'Medium', low: 'Low', unknown: 'Unknown' },
    row: {
      placeholders: 'Statements left as the template had them',
      monitored: 'Releases whose monitoring was confirmed',
      none: '“No technical impact”, accepted',
      overridden: 'Overridden by a maintainer',
      exempt: 'Exempt by configuration',
    },
    sinceEnforced: (day, before, since) =>
      `Since the check can stop a merge (${day}), ${since} of the statements are placeholders; before it was ${before}.`,
    neverEnforced: 'The check has only advised so far: it never stopped a merge.',
    windows: (states) => `Monitoring windows of this period's changes: ${states}.`,
    state: {
      open: (count) => `${count} open`,
      done: (count) => `${count} confirmed`,
      lapsed: (count) => `${count} lapsed`,
      incident: (count) => `${count} ended by an incident`,
      reverted: (count) => `${count} ended by a revert`,
    },
  },
  pace: {
    none: 'Nothing was merged, so there is no speed to report.',
    row: {
      perWeek: 'Merged changes a week',
      openToMerge: 'Opened → merged',
      mergeToDeploy: 'Merged → deployed',
      openToDeploy: 'Opened → deployed',
      reviewRounds: 'Review rounds',
      reverted: 'Reverted',
      followUpFixes: 'Mended by a follow-up fix',
    },
    pair: (median, p90) => `${median} · ${p90}`,
    note: 'Median · 90th percentile. There are no means here: a mean is ruled by its few longest.',
  },
  hot: {
    none: 'No incident of the last 365 days is tied to a change.',
    intro:
      'By the changes that caused them. A place with much traffic has more of everything; the list says where to look, not why.',
  },
  awaiting: {
    none: 'None: every incident with suspects was answered.',
    intro: (count) =>
      count === '1'
        ? 'One incident has suspects that nobody has confirmed or ruled out. Each answer makes the verdicts surer.'
        : `${count} incidents have suspects that nobody has confirmed or ruled out. Each answer makes the verdicts surer.`,
    hidden: 'told in another place',
    suspect: (name, percent) => `${name} (${percent})`,
    howTo: 'To answer, comment on the incident with one of:',
  },
  quality: {
    none: 'No incident is recorded for this period, so there is little to doubt and little to learn.',
    row: {
      links: 'Tied to a change?',
      unlinked: 'Without a cause',
      classified: 'Who said which kind?',
      agreement: 'Two people said the same kind',
      detected: 'What noticed it?',
      start: 'Start not told',
      windows: 'Windows opened by the merge',
      unjudged: 'Changes never judged',
    },
    links: (confirmed, likely, noChange, unlinked) =>
      `${confirmed} confirmed, ${likely} likely, ${noChange} by no change, ${unlinked} unknown`,
    classified: (byPerson, bySource, byNobody) => `${byPerson} a person, ${bySource} the source, ${byNobody} nobody`,
    kappa: (value) => `Cohen’s κ ${value}`,
    detector: {
      monitoring: (count) => `${count} monitoring`,
      users: (count) => `${count} users`,
      people: (count) => `${count} people at work`,
      unknown: (count) => `${count} not told`,
    },
    byMerge:
      'No deployment is known for these changes, so the merge stands for the release: real monitoring may have begun later.',
  },
  method: {
    points: [
      'Counted: changes merged to the default branch, and regressions and incidents among the reports. Inquiries and near misses stand apart, since better monitoring raises them.',
      'Verdicts use the cohort clock: an incident counts for the change that caused it, on the day of its merge, if it came within the follow-up. Tables and charts of this report use the calendar.',
      '“Improved” needs all of: a dispersion-adjusted 95 % interval below 1, the same without the weeks before the start, the same sign in the worst case of unknown causes, and an estimate beyond 95 % of earlier dates where 19 exist. “Worse” is the mirror. Anything else is “cannot tell”.',
      'Limits of the chart are three standard deviations around the average of the weeks before this period, widened to the spread that those weeks show.',
      'Rates have exact Poisson intervals (Garwood), shares have score intervals (Wilson).',
    ],
    limits: [
      'Whatever else changed on the day of an action changed too; so did what people call an incident, if they began to call it differently.',
      'Work that moved to another repository is not seen here.',
      'A link is a judgement. Where nobody confirmed it, the likeliest change counts if its probability is at least one half.',
    ],
    limitsHeading: 'What this report cannot see',
    estimator: {
      crude: 'crude ratio of rates',
      'mantel-haenszel': 'Mantel–Haenszel over risk × size',
      'ratio-of-ratios': 'ratio of ratios against the control area',
    },
    freeze: (frozenOn, kinds, followUp, estimator) =>
      `Fixed on ${frozenOn}: ${kinds} within ${some(followUp, 'day')} of the merge; ${estimator}.`,
    notFrozen: (readOn, kinds, followUp, estimator) =>
      `Not fixed yet; by the same rule, with the data up to ${readOn}: ${kinds} within ${some(followUp, 'day')} of the merge; ${estimator}.`,
    placebos: (dates) => `${dates} placebo dates.`,
  },
};
