import { some } from './some.ts';
import type { VerdictTexts } from './verdict-texts.ts';

export const verdictEn: VerdictTexts = {
  word: { improved: 'Improved', 'cannot-tell': 'Cannot tell', worse: 'Worse' },
  noActions: (incidents, merged) =>
    `Nothing to judge: no improvement action is registered. ${some(incidents, 'regression or incident', 'regressions and incidents')} in ${some(merged, 'merged change')}.`,
  noData: 'Nothing to report: no merged change and no incident is recorded for this period or any before it.',
  group: {
    improved: (actions) => `Improved: ${actions}.`,
    worse: (actions) => `Worse: ${actions}.`,
    'cannot-tell': (actions) => `Cannot tell yet: ${actions}.`,
  },
  title: (title) => `“${title}”`,
  withNeed: (title, need) => `${title} (${need})`,
  andMore: (titles, more) => `${titles} and ${more} more`,
  join: ', ',
  gap: ' ',
  fewer: (percent) => `${percent} fewer`,
  more: (percent) => `${percent} more`,
  times: (ratio) => `${ratio} times as many`,
  same: 'no difference',
  unbounded: 'any number more',
  between: (from, to) => `${from} to ${to}`,
  improved: (kinds, effect, interval) =>
    `Since it came into force there are about ${effect} ${kinds} per merged change (95 % interval: ${interval}). That is more than chance, ordinary ups and downs, a lucky starting date or doubtful links would explain.`,
  worse: (kinds, effect, interval) =>
    `Since it came into force there are about ${effect} ${kinds} per merged change (95 % interval: ${interval}). That is more than chance, ordinary ups and downs or doubtful links would explain.`,
  cannotTell: (reason) => `It cannot be told yet whether it works: ${reason}.`,
  estimate: (kinds, effect, interval) => `Best guess so far: ${effect} ${kinds} per merged change (${interval}).`,
  guess: (kinds, effect) => `Best guess so far: ${effect} ${kinds} per merged change.`,
  caution:
    'Whatever else changed on the same day changed too: the answer is about the days, not only about the action.',
  reason: {
    notStarted: (announced) => `it starts on ${announced}`,
    neverReached: 'fewer than 80 % of the changes follow it so far',
    notMeasured: 'too few changes could be judged to see when it came into force',
    windows: (before, after) =>
      `there is not enough time to compare (${some(String(before), 'day')} before, ${some(String(after), 'day')} after)`,
    soleAction: (others) => `another action against the same kinds began at the same time (${others})`,
    noExposure: 'nothing was merged on one of the two sides',
    noEvents: 'there was no such incident before or after',
    strataDisagree: 'its effect differs between risky and other changes, so no single number describes it',
    noControl: 'the area that serves as control had no incidents to compare with',
    interval: (interval) => `the plausible range still includes no difference (${interval})`,
    noGuard: 'there is too little history to rule out that a bad time simply ended by itself',
    guarded: (interval) =>
      `without the weeks just before it began, which may have been unusually bad, the range includes no difference (${interval})`,
    links: 'the incidents without a known cause could turn the answer around',
    placebos: (dates) => `at ${dates} earlier dates, when nothing was done, changes as large as this one are common`,
  },
  shortNever: 'too few incidents before, waiting will not tell',
  shortNeed: (weeks) => `about ${some(weeks, 'more week')}`,
  need: (fall, changes, weeks) =>
    `To show a fall by ${fall} takes about ${some(changes, 'more merged change')}${weeks === null ? '' : `: ${some(weeks, 'week')} at the present pace`}.`,
  needMet: (fall) => `A fall by ${fall} would have shown in these data, more likely than not.`,
  tooFewBefore: (fall, needed, had) =>
    `To show a fall by ${fall} takes about ${needed} incidents from before it began; there were ${had}, so waiting alone will not do.`,
  detectable: (fall) => `The smallest effect that these data had an 80 % chance to show is a fall by ${fall}.`,
  nothingDetectable: 'These data had no 80 % chance to show any effect, however large.',
};
