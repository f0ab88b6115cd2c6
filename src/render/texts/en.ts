import type { Texts } from './texts.ts';

const numbers = new Intl.NumberFormat('en-US');

function count(value: number, one: string, many = `${one}s`): string {
  return `${numbers.format(value)} ${value === 1 ? one : many}`;
}

function joined(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

const atLevel = {
  low: 'low risk',
  medium: 'medium risk',
  high: 'high risk',
  unknown: 'unknown risk (handled like high)',
} as const;

export const en: Texts = {
  list: (items) => joined(items, 'and'),
  oneOf: (items) => joined(items, 'or'),
  quoted: (words) => `“${words}”`,
  inBrackets: (words) => ` (${words})`,
  fullStop: '.',
  betweenSentences: ' ',
  andMore: (more) => `${numbers.format(more)} more`,
  level: { low: 'low', medium: 'medium', high: 'high', unknown: 'unknown' },
  atLevel,
  verdict: { filled: 'stated', none: 'no impact', placeholder: 'not filled in yet', missing: 'not found' },

  headline: {
    'exempt-author': 'Exempt author',
    'exempt-bot': 'Exempt: opened by a bot',
    'exempt-paths': 'Exempt: only exempt paths are touched',
    'exempt-revert': 'Exempt: reverts a change that was stated',
    overridden: 'Overridden by a maintainer',
    'mode-off': 'Switched off here',
    stated: 'Technical impact stated',
    inherited: 'Statement taken over from the original',
    'none-accepted': 'No impact, as stated',
    'none-above-limit': 'The risk asks for more than “no impact”',
    'none-without-reason': '“No impact” needs a reason',
    'statement-missing': 'No impact statement yet',
    'statement-placeholder': 'The impact section is not filled in yet',
    'fields-required': 'A few words are still missing',
    'risk-unknown': 'The risk could not be determined',
    'config-broken': 'The configuration cannot be read',
    'windows-open': 'Released changes wait for a look',
    'line-stopped': 'The line is stopped for a postmortem',
  },

  reason: {
    'exempt-author': ({ login }) => `Pull requests by ${login} are exempt in this repository.`,
    'exempt-bot': ({ login }) => `${login} is a bot, so no impact statement is asked for.`,
    'exempt-paths': ({ globs }) => `Everything this pull request touches is on an exempt path (${globs}).`,
    'exempt-revert': ({ number }) => `This reverts #${number}, whose impact was stated.`,
    overridden: ({ by, reason }) => `${by} overrode the check: “${reason}”. The override is recorded.`,
    'mode-off': 'The check is switched off in this repository’s configuration.',
    stated: 'The technical impact is stated. Thank you.',
    inherited: ({ number }) => `This brings #${number} to another branch and takes over its statement.`,
    'none-accepted': ({ level }) => `“No impact” is stated, which is accepted at ${atLevel[level]}.`,
    'none-above-limit': ({ level, allowedUpTo }) =>
      allowedUpTo === 'never'
        ? '“No impact” is stated. This repository asks for a few words all the same.'
        : `“No impact” is stated. That is accepted up to ${atLevel[allowedUpTo]}; this change carries ${atLevel[level]}.`,
    'none-without-reason': '“No impact” is stated, but not why.',
    'statement-missing': 'The description has no section on the technical impact yet.',
    'statement-placeholder': 'The impact section is there, but nothing has been written in it yet.',
    'fields-required': ({ fields, level }) => `At ${atLevel[level]}, a few words are needed on: ${fields}.`,
    'risk-unknown': ({ because }) =>
      because === 'truncated'
        ? 'GitHub did not list every changed file, so the risk is unknown and is handled like high.'
        : 'GitHub did not give the list of changed files, so the risk is unknown and is handled like high.',
    'config-broken': ({ problems }) =>
      `The configuration at the base branch has ${count(problems, 'problem')}, so this pull request cannot be judged by it.`,
    'line-stopped': ({ project, issue, level }) =>
      `The project ${project} has an open postmortem${issue === null ? '' : ` (#${issue})`}. Until it is closed, its changes of high or unknown risk wait; this one carries ${atLevel[level]}.`,
    'windows-open': ({ numbers, count: open, blockAfter }) =>
      `${count(open, 'released change')} by the same author ${open === 1 ? 'is' : 'are'} still waiting to be looked at in production: ${numbers}. In this repository the next pull request is held from ${blockAfter} on.`,
  },

  finding: {
    'section-missing': ({ headings }) => `No heading such as ${headings} was found in the description.`,
    'section-placeholder': ({ heading, line }) =>
      `The section ${heading} (line ${line}) has no words of the author’s own yet.`,
    'field-missing': ({ field, headings }) => `Nothing was found on ${field}. A heading such as ${headings} will do.`,
    'field-placeholder': ({ field, line }) => `${field} (line ${line}) has not been filled in yet.`,
    'level-without-reason': ({ field, text, line }) =>
      `Line ${line}${field === null ? '' : ` (${field})`} gives a level (${text}) but not what is behind it. One sentence would help reviewers.`,
    'none-without-reason': ({ field, line }) =>
      `Line ${line}${field === null ? '' : ` (${field})`} says “none” without a reason.`,
    'sections-disagree': ({ places }) =>
      `Several sections match and do not agree: ${places}. The first one with words in it was judged.`,
    'choose-exactly-one': ({ options, chosen, line }) =>
      `At line ${line} exactly one of ${options} should be ticked; ${chosen === 0 ? 'none is' : `${chosen} are`}.`,
    'hidden-heading': ({ where, line }) =>
      `The heading at line ${line} is inside ${{ comment: 'an HTML comment', code: 'a code block', quote: 'a quote' }[where]}, where it does not count.`,
    'body-truncated': ({ limit }) => `Only the first ${numbers.format(limit)} characters of the description were read.`,
  },

  match: {
    rule: ({ rule, level }) => `${rule} (${level})`,
    paths: ({ paths }) => `Matches ${paths}.`,
    labels: ({ labels, count: many }) => `Adds the ${many === 1 ? 'label' : 'labels'} ${labels}.`,
    measured: ({ values }) => `Measured: ${values}.`,
    changedLines: (value) => count(value, 'changed line'),
    changedFiles: (value) => count(value, 'changed file'),
    incidents: (value) => `${count(value, 'incident')} traced back to these paths`,
    history: ({ area, incidents, total, days }) =>
      `changes in ${area} caused ${numbers.format(incidents)} of ${count(total, 'incident')} in ${count(days, 'day')}`,
    noRule: 'No risk rule matches this pull request.',
  },

  check: {
    title: ({ headline, level }) => `${headline} · risk: ${level}`,
    titleOfMany: ({ headline, level, number, count: many }) =>
      `#${number}: ${headline} · risk: ${level} (worst of ${many} pull requests)`,
    advice: 'This is advice: it does not block the merge.',
    missing: 'What is missing',
    risk: (level) => `Why the risk is ${level}`,
    setBy: (login) => `${login} set this level by a label.`,
    unknownRisk: {
      truncated:
        'This pull request changes more files than GitHub lists (3,000 at most). What cannot be seen cannot be called safe.',
      'not-found': 'GitHub did not give the list of changed files. What cannot be seen cannot be called safe.',
    },
    next: 'What to do now',
    reruns: 'The check runs again by itself as soon as the description is edited.',
    paste: 'Ready to paste',
    pasteWhere: 'Put this into the description and replace the comments with your own words:',
    pasteInstead: 'This can take the place of the section as it is. Replace the comments with your own words:',
    pasteFields: 'Add this to your section and replace the comments with your own words:',
    several: (many) => `${many} open pull requests share this commit. The check shows the worst result.`,
    pullRequest: 'Pull request',
    result: 'Result',
    riskColumn: 'Risk',
    foreign: 'from another repository',
    mark: { success: '✅', neutral: '⚪', failure: '❌' },
    conclusion: { success: 'passes', neutral: 'advice', failure: 'fails' },
    fieldsMissing: (fields) => `Still missing: ${fields}`,
    read: 'What was read',
    nothingRead: 'Nothing in the description reads as an impact statement.',
    part: 'Part',
    verdictColumn: 'Judged as',
    words: 'Words',
    lines: ({ first, last }) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    wholeStatement: 'Impact statement',
    reasonGiven: (reason) => `; reason given: ${reason}`,
    notFound: '–',
    findings: 'Remarks',
    rules: 'Rules that matched',
    commands: 'Answer by comment',
    commandsIntro: 'Instead of editing the description you can comment on the pull request:',
    cut: '*The rest was left out: GitHub shows no more than 65,535 characters here.*',
    nobody: 'No open pull request has this commit as its head any more, so there is nothing to judge.',
    nobodyTitle: 'No open pull request at this commit',
  },

  step: {
    addSection:
      'Add the section below to the description and fill it in. A sentence or two for each heading is enough.',
    addSectionByButton: (button) =>
      `Press **${button}** above to have the section added to the description (or paste it from below), then fill it in. A sentence or two for each heading is enough.`,
    fillSection: (heading) =>
      `Write a sentence or two of your own under ${heading}. What could break, and who would notice?`,
    fillFields: (fields) => `Write a sentence or two on: ${fields}.`,
    sayWhyNone: (fields) =>
      fields === null
        ? 'Say in a sentence or two why nothing can break.'
        : `Say in a sentence or two why nothing can break, on: ${fields}.`,
    giveReason:
      'Add the reason after “none” (for example: “None, only log messages change”), or comment `/impact none <reason>`.',
    splitOrFill:
      'Either split the pull request so that GitHub lists all of its files, or state the impact as for a high risk.',
    readAgain: 'Press *Re-check* in a few minutes, or state the impact as for a high risk.',
    confirmWindows:
      'Look at the released changes in production, then comment `/impact monitored` on each of them (or tick the box there). The hold ends as soon as fewer are open; in an emergency a maintainer can comment `/impact override <reason>`.',
    liftStop: ({ issue, override }) =>
      `Take part in the postmortem${issue === null ? '' : ` #${issue}`}: when its issue is closed, this check lets go by itself. If the change cannot wait, a maintainer can comment ${override}; it counts if it was given after the postmortem opened.`,
    mendConfig: 'Ask somebody who looks after the repository to mend the configuration on the base branch.',
  },

  button: {
    'insert-section': { label: 'Insert section', description: 'Add the section to the description' },
    recheck: { label: 'Re-check', description: 'Judge the pull request once more' },
  },

  section: {
    heading: 'Technical impact',
    prompt: 'What could this change break, and who would notice? If nothing: "None" and why.',
    prompts: {
      'blast-radius': 'What could break, for whom, and how far would it reach?',
      rollback: 'How do we get back, how long does it take, and what cannot be undone (data, messages sent)?',
      monitoring:
        'Which dashboard, alert or log will show that it works after the release, and for how long do you watch?',
    },
    fieldPrompt: 'A sentence or two in your own words.',
  },

  mergeGroup: {
    title: ({ headline, level, count: many }) =>
      `${headline} · risk: ${level} · ${count(many, 'pull request')} in the queue`,
    intro: (many) => `This merge group holds ${count(many, 'pull request')}, judged as one: the worst result counts.`,
    unreadableTitle: (many) => `${count(many, 'pull request')} of the merge group could not be read`,
    unreadable: 'could not be read',
    emptyTitle: 'No pull request of this merge group could be found',
    empty: 'The pull requests of this merge group could not be found, so nothing is known about their impact.',
    next: 'Take the pull request out of the queue and add it again. If this comes back, the App may lack the permission to read pull requests.',
  },

  config: {
    title: ({ problems, changes }) => {
      if (problems > 0) return `${count(problems, 'problem')} in the configuration`;
      const effect =
        changes === null ? '' : changes === 0 ? ' · no result changes' : ` · ${count(changes, 'result')} would change`;
      return `The configuration is valid${effect}`;
    },
    problems: (many) =>
      `${count(many, 'problem')} to mend before this is merged. Until then the configuration of the base branch stays in force.`,
    fine: 'The configuration is valid. It takes effect when it is merged: a pull request is always judged by the configuration of its base branch.',
    at: ({ line, column }) => `line ${line}, column ${column}`,
    annotation: 'Problem in the configuration',
    preview: 'What it would change',
    previewCounts: ({ considered, changed }) =>
      changed === 0
        ? `Of the ${count(considered, 'newest pull request')}, none would get another result.`
        : `Of the ${count(considered, 'newest pull request')}, ${numbers.format(changed)} would get another result:`,
    notPreviewed: (many) =>
      `${numbers.format(many)} ${many === 1 ? 'was' : 'were'} not previewed: nothing is stored of ${many === 1 ? 'it' : 'them'} yet.`,
    noPreview: 'There are no pull requests to try the configuration on yet.',
    before: 'Now',
    after: 'With this configuration',
    brokenTitle: (problems) => `The configuration at the base branch has ${count(problems, 'problem')}`,
    broken: ({ path, ref, problems }) =>
      `${path} on ${ref} has ${count(problems, 'problem')}. Impact and risk cannot be judged by a configuration that cannot be read.`,
    brokenBlocks: 'So that nothing slips through meanwhile, the check fails until the configuration is mended.',
    brokenAdvises: 'This repository runs Hiyari in advise mode, so the merge is not blocked.',
    brokenNext: (path) =>
      `Mend ${path} on the base branch. A pull request that does so gets a check of its own, *Hiyari config*, with each problem at its line.`,
    offTitle: 'Hiyari is switched off here',
    off: (path) => `${path} on the base branch says \`mode: off\`, so no impact statement is asked for.`,
  },

  labels: {
    impact: {
      stated: 'The technical impact is stated',
      missing: 'The impact statement is missing or not complete',
      none: 'Stated to have no technical impact',
      exempt: 'No impact statement is asked for',
      overridden: 'A maintainer let it pass without a statement',
    },
    risk: {
      low: 'No rule for medium or high risk matches',
      medium: 'A rule for medium risk matches',
      high: 'A rule for high risk matches',
      unknown: 'Not every changed file could be read',
    },
    monitoring: {
      open: 'Released; its author is watching it',
      done: 'Watched after release, and confirmed',
      lapsed: 'The time to watch ran out without a confirmation',
    },
    rule: 'Added by Hiyari while a risk rule matches',
  },

  command: {
    help: 'Commands go at the start of a line in a comment on the pull request, or on the incident:',
    columns: { command: 'Command', what: 'What it does', who: 'Who may' },
    argument: { reason: 'reason', kind: 'kind', cause: 'cause', why: 'why', seen: 'what was seen', project: 'project' },
    of: {
      none: {
        what: 'states that this change has no technical impact, and why',
        who: 'the author, and people with write access',
      },
      recheck: { what: 'judges the pull request once more', who: 'the author, and people with write access' },
      override: {
        what: 'lets it pass as it is, also while its line is stopped; recorded and counted in the report',
        who: 'maintainers',
      },
      kind: {
        what: 'says what an incident is: `regression`, `incident`, `inquiry` or `near-miss`',
        who: 'people with write access',
      },
      cause: { what: 'says what contributed to an incident; several with commas', who: 'people with write access' },
      link: { what: 'says that a pull request caused an incident', who: 'people with write access' },
      unlink: { what: 'says that a pull request did not cause an incident', who: 'people with write access' },
      'no-change': { what: 'says that no change caused an incident', who: 'people with write access' },
      monitored: {
        what: 'says that a released change was looked at in production, and what was seen',
        who: 'the author, and people with write access',
      },
      postmortem: {
        what: 'opens the postmortem of a project, or appends to the one that is open',
        who: 'people with write access',
      },
      action: {
        what: 'registers a row of the table of a postmortem as an improvement action',
        who: 'people with write access',
      },
      agree: {
        what: 'agrees to the targets of a project, in the issue that lists them',
        who: 'whom the configuration names; else maintainers',
      },
      help: { what: 'shows this list', who: 'everybody' },
    },
    unknown: ({ command, suggestion }) =>
      suggestion === null
        ? `There is no command ${command}.`
        : `There is no command ${command}. Did you mean ${suggestion}?`,
    notPermitted: ({ command, needs }) => `${command} was not run: it needs ${needs}.`,
    needs: {
      'author-or-write': 'the author of the pull request, or write access to this repository',
      write: 'write access to this repository',
      maintain: 'the maintain or admin role in this repository',
    },
    reasonRequired: ({ command, example }) =>
      `${command} needs a reason, so that readers later know why. For example: ${example}`,
    exampleReason: { none: 'only log messages change', override: 'hotfix for the outage, statement follows' },
    notPullRequest: (command) => `${command} works on pull requests only.`,
    notIncident: (command) =>
      `${command} works on incidents only, and this is none yet. Give it an incident’s label first.`,
    valueNotAllowed: ({ command, allowed }) => `${command} was not understood. Allowed are: ${allowed}.`,
    numberNeeded: ({ command, example }) => `${command} needs the number of a pull request. For example: ${example}`,
    noSuchChange: ({ command, number }) =>
      `${command} was not run: no merged pull request ${number} is known in the repository that this incident concerns.`,
    closed: (command) => `${command} was not run: the pull request is closed.`,
    notWatched: (command) =>
      `${command} was not recorded: this change is not being watched. It is watched once it is released, if its risk asks for it.`,
    watchOver: (command) =>
      `${command} was not recorded: the watching of this change ended when it was undone, or when an incident was tied to it.`,
    failed: ({ command, what }) => `${command} could not be run: ${what}. Nothing was changed; please try again.`,
    seeHelp: (command) => `${command} lists what can be said.`,
  },

  terminal: {
    statement: 'Statement',
    risk: 'Risk',
    conclusion: 'Conclusion',
    fields: 'Fields',
    rules: 'Rules',
    findings: 'Remarks',
    why: 'Why',
  },
};
