import type { ProjectTexts } from './project-texts.ts';

export const PROJECT_TEXTS_EN: ProjectTexts = {
  kind: {
    regression: 'regressions',
    incident: 'incidents',
    inquiry: 'inquiries',
    'near-miss': 'near misses',
  },
  measure: {
    'incidents-per-100-prs': 'Incidents per 100 PRs',
    'incidents-per-28d': 'Incidents per 28 days',
    'regressions-per-28d': 'Regressions per 28 days',
    'near-misses-per-28d': 'Near misses per 28 days',
    'change-fail-rate': 'Changes that failed',
    monitored: 'Releases watched to the end',
    'lead-time-p50': 'Lead time, median',
    'lead-time-p90': 'Lead time, nine in ten',
    'merged-prs-per-week': 'Merged PRs per week',
    'review-rounds-p50': 'Review rounds, median',
  },
  status: { kept: '🟢 kept', broken: '🔴 broken', 'cannot-tell': '⚪ cannot tell' },
  doubt: {
    'no-changes': 'no change belongs to the project',
    'nothing-to-count': 'nothing to count yet',
    'short-record': 'recorded for less than a week',
    'within-chance': 'worse, but within chance',
  },
  unit: {
    days: (value) => (value === '1' ? '1 day' : `${value} days`),
    hours: (value) => (value === '1' ? '1 hour' : `${value} hours`),
    minutes: (value) => (value === '1' ? '1 minute' : `${value} minutes`),
  },
  list: (items) => joined(items, 'and'),
  join: (sentences) => sentences.join(' '),

  title: (name) => `Project: ${name}`,
  period: (from, to) => `What was merged, and what broke, from ${from} to ${to}.`,
  nothingMatched: (id) =>
    `No change merged in this time belongs to the project. Check "projects.${id}.match" in .github/impact.yml, or look further back with --since.`,
  nothingMerged: 'Nothing was merged in this time.',
  everything: 'Every change merged in this time belongs to the project: there is nothing to compare it with.',
  ofMerges: (share) => `This project's PRs are ${share} of merges.`,
  ofMergesAnd: (share, incidents, kind, rate) =>
    `This project's PRs are ${share} of merges and ${incidents} of ${kind}: ${rate}.`,
  also: (share, kind, rate) => `They are ${share} of ${kind}: ${rate}.`,
  timesTheRest: (ratio, interval) => `${ratio}× the rate of the rest (${interval})`,
  allOfThem: (atLeast) => `at least ${atLeast}× the rate of the rest, which had none`,
  noneOfThem: (atMost) => `none, and at most ${atMost}× the rate of the rest`,
  noDifference: (kinds) => `No difference is seen for ${kinds}.`,
  counted: (kind, n) => `${kind} (n = ${n})`,
  noneRecorded: (kinds) => `No ${joined(kinds, 'or')} were recorded.`,
  unlinked: (n) =>
    n === 1
      ? 'One incident of this time has no known cause and counts for nobody.'
      : `${n} incidents of this time have no known cause and count for nobody.`,
  recent: (now, before, judgement) =>
    `Regressions and incidents per 100 PRs: ${now} in the last 28 days, ${before} in the 28 days before; ${judgement}.`,
  recentSame: 'no difference is seen',
  recentChanged: (ratio, interval) => `${ratio}× (${interval})`,
  atLeast: (value) => `at least ${value}`,

  heading: { kinds: 'What broke', causes: 'Why', trend: 'Trend', expectations: 'What is expected' },
  column: {
    kind: 'Kind',
    cause: 'Cause',
    here: 'Project',
    elsewhere: 'Rest',
    share: 'Share',
    rate: 'Rate ÷ rest (95 %)',
    p: 'p, adjusted',
    from: '28 days from',
    changes: 'PRs',
    incidents: 'Regressions and incidents',
    nearMisses: 'Near misses',
    per100: 'Per 100 PRs',
    rest: 'Rest, per 100 PRs',
    expectation: 'Expectation',
    target: 'Target',
    actual: 'Last 28 days (95 %)',
    status: 'Status',
    left: 'Budget left',
    burn: 'Burn rate',
    exhausted: 'Used up',
  },
  noCauses: 'No cause was named for what this project broke.',
  noExpectations:
    'Nothing is expected of this project yet. "hiyari expect propose" suggests targets from what it was like.',
  leadTimeUntil: { deployment: 'open → deployed', merge: 'open → merged' },
  overspent: 'now',
  notSoon: 'not at this rate',
};

function joined(items: readonly string[], word: 'and' | 'or'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}
