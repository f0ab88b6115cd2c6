import type { AnalysisTexts } from './analysis-texts.ts';

/** "1 revert", "2 reverts". */
function some(count: string, one: string, many = `${one}s`): string {
  return `${count} ${count === '1' ? one : many}`;
}

export const analysisTextsEn: AnalysisTexts = {
  title: 'What the history says',
  empty: 'The repository has no commits yet.',
  summary: (changes, prs, from, to) =>
    `${some(changes, 'change')} reached the main line from ${from} to ${to}, ${prs} of them as ${prs === '1' ? 'a pull request' : 'pull requests'}.`,
  arrived: (merges, squashes, plain) =>
    `They came as merge commits (${merges}), squashes (${squashes}) and plain commits (${plain}).`,
  size: (files, files90, lines, lines90) =>
    `Half of them touch ${some(files, 'file')} and ${some(lines, 'line')} or fewer, nine in ten ${some(files90, 'file')} and ${some(lines90, 'line')} or fewer.`,
  lead: (p50, p90, n) =>
    `From the first commit to the main line: half within ${p50}, nine in ten within ${p90} (${some(n, 'merged branch', 'merged branches')}).`,
  hours: (value) => `${value} h`,
  days: (value) => `${value} days`,
  heading: {
    faults: 'Faults',
    reverts: 'Reverts',
    nearMisses: 'Near misses',
    incidents: 'Incidents',
    hot: 'Where changes cause faults',
    rules: 'Suggested risk rules',
    limits: 'What this cannot say',
  },
  none: {
    faults: 'No fix names or shows the change that caused it.',
    reverts: 'Nothing was reverted.',
    nearMisses: 'No change was undone within a day.',
    hot: 'No place has enough faults to say anything.',
    rules: 'No place stands out beyond chance, so there is no rule to suggest.',
  },
  faultsIntro: (count, stated, inferred) =>
    `${some(count, 'fix has', 'fixes have')} a known cause: ${stated} by their author's own words, ${inferred} inferred from blame.`,
  lags: (week, quarter, year) => `Fixed within 7 days: ${week}, within 90 days: ${quarter}, within a year: ${year}.`,
  revertsIntro: (count, verified, day) =>
    `${some(count, 'revert')}, ${verified} of them confirmed by the diff, ${day} within a day.`,
  nearMissesIntro:
    'Changes undone within a day, confirmed by the diff: caught early, and worth asking how they got through.',
  hotIntro:
    'A change counts as a fault when it caused one (confidence 0.5 or more) or was undone within a day. The ratio compares with all other changes; its 95 % interval says how sure that is.',
  rulesIntro: 'For `.github/impact.yml`. Each stands for a place whose ratio is above 1 beyond chance.',
  more: (count) => `… and ${count} more.`,
  column: {
    fix: 'Fix',
    cause: 'Caused by',
    confidence: 'Confidence',
    evidence: 'Evidence',
    lag: 'After',
    revert: 'Revert',
    undone: 'Undoes',
    depth: 'Depth',
    verified: 'Confirmed',
    place: 'Place',
    changes: 'Changes',
    faults: 'Faults',
    rate: 'Rate',
    ratio: 'Ratio',
    incident: 'Incident',
    noChange: 'No change',
  },
  yes: 'yes',
  claim: 'claim only',
  unknown: 'unknown',
  evidence: {
    stated: 'stated by the author',
    hedged: 'suspected by the author',
    reverted: 'undone by a verified revert',
    blame: (lines, total) =>
      total === '1' ? 'the one line that the fix removed' : `${lines} of the ${total} lines that the fix removed`,
    context: (lines, total) =>
      total === '1'
        ? 'the one line beside what the fix added'
        : `${lines} of the ${total} lines beside what the fix added`,
    files: (files, more) => `touched ${files}${more > 0 ? ` and ${more} more` : ''}`,
    names: 'touched files of like names',
    owners: (owners) => `touched code of the same owners (${owners})`,
    time: (days, changes) => `${some(days, 'day')} and ${some(changes, 'change')} earlier`,
    prior: {
      'high-risk': () => 'judged a high risk',
      large: (lines) => `changed ${some(lines, 'line')}`,
      unstated: () => 'stated no impact',
      unwatched: () => 'monitoring not confirmed in time',
    },
  },
  ruleNumbers: (faults, changes, percent, ratio, low, high) =>
    `${faults} of ${changes} changes caused a fault (${percent})${ratio === null ? '' : `, ${ratio} times the rest (95 % ${low}${high === null ? ' or more' : `–${high}`})`}`,
  ruleWhy: (path, faults, changes, ratio) =>
    `${path} caused ${faults} faults in ${changes} changes${ratio === null ? '' : `, ${ratio} times the rest`}.`,
  limit: {
    uncounted: (count) =>
      `${some(count, 'change is', 'changes are')} told by paths alone: the content is not in this clone.`,
    blame: (done, left) =>
      `${some(done, 'fix', 'fixes')} without a stated cause were blamed, ${left} are left. Run again with a larger --blame-budget to go on.`,
    notBlamed: (left) =>
      `${some(left, 'fix names', 'fixes name')} no cause. Run with --blame-budget 120s to infer causes from blame.`,
    blameFiles: (count) => `${some(count, 'file')} of fixes could not be blamed.`,
    unresolved: (count) => `${some(count, 'stated cause names', 'stated causes name')} no change of this clone.`,
    shallow: 'The clone is shallow: older changes are missing, and rates are of what is here.',
    partial: 'The clone is partial: nothing was fetched.',
    written: 'Stated causes exist only where somebody wrote them down, so they lean towards the obvious.',
  },
};
