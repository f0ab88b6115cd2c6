import type { PostmortemTexts } from './postmortem-texts.ts';

function count(value: number, one: string, many = `${one}s`): string {
  return `${value} ${value === 1 ? one : many}`;
}

export const POSTMORTEM_TEXTS_EN: PostmortemTexts = {
  title: (project, day) => `Project postmortem: ${project} (${day})`,
  intro:
    'This is a postmortem of the project, not of one outage: what keeps breaking, why, and what we change so that it breaks less. It looks at causes and changes, not at people.',
  kept: 'Hiyari keeps this text up to date; what is edited in it is written back. Please discuss in comments. Close the issue when the actions are agreed.',
  stopped: {
    advise: (override) =>
      `While this issue is open, the check of the project’s pull requests of high or unknown risk is neutral. It lets go when the issue is closed, or for one pull request when a maintainer comments ${override} on it.`,
    enforce: (override) =>
      `**The line is stopped.** While this issue is open, the check of the project’s pull requests of high or unknown risk fails. It lets go when the issue is closed, or for one pull request when a maintainer comments ${override} on it.`,
  },
  notConfigured: (id) => `The project ${id} is no longer configured, so there are no counts to show.`,
  heading: {
    why: 'Why now',
    timeline: 'Timeline',
    suspects: 'Changes behind it',
    foreseen: 'What the statements had foreseen',
    windows: 'Watching after release',
    questions: 'Open questions',
    actions: 'Improvement actions',
  },

  trigger: {
    broken: (day, measure, target, value) =>
      `${day}: an expectation is broken. ${measure}: ${value}, expected ${target}.`,
    signal: (day, of, rule) => `${day}: the control chart of ${of} signals a rise: ${rule}.`,
    charted: { incidents: 'regressions and incidents', 'near-misses': 'near misses' },
    beyondLimits: 'a point beyond its limits',
    runOfEight: (since) => `eight in a row on the worse side of the median, since ${since}`,
    asked: (day, place) => `${day}: asked for on ${place}.`,
    nearMissNote:
      'Near misses also become more when people look more closely. A rise is a reason to talk, not proof that things got worse.',
  },

  column: { when: 'When (UTC)', what: 'What', change: 'Change', caused: 'Counts for', where: 'Where' },
  merged: (change) => `Merged: ${change}`,
  deployed: (change) => `Deployed: ${change}`,
  happened: (kind, incident, cause) => `**${kind}**: ${incident}${cause === null ? '' : `, from ${cause}`}`,
  kind: { regression: 'Regression', incident: 'Incident', inquiry: 'User inquiry', 'near-miss': 'Near miss' },
  earlier: (more) => `${count(more, 'earlier event')} not shown.`,
  noTimeline: 'Nothing is recorded for these weeks.',

  directPush: (sha) => `the commit ${sha}`,
  suspectsIntro: (link, unlink) =>
    `A change whose number is a link was confirmed by somebody as a cause. The others are what Hiyari thinks likely: please comment ${link} or ${unlink} on the incident, for a near miss on the revert.`,
  noSuspects: 'No change is known to have caused any of it.',
  confirmed: 'confirmed',
  likely: 'likely',
  certainty: (word) => ` (${word})`,

  foreseenCount: (foreseen, judged) =>
    `Of ${judged} that can be judged, ${foreseen} hit a place that the statement of the change behind it had named.`,
  nothingJudged: 'For none of them can it be told whether a statement had foreseen it.',
  missed: (change, incident) => `Not named in the statement of ${change}: ${incident}`,
  foreseen: (change, incident) => `Named in the statement of ${change}: ${incident}`,
  notSaid: (n) => `For ${n} more, the change stated no blast radius.`,
  cannotTell: (n) => `For ${n} more, it is not noted which service or path was hurt.`,

  windowCount: (lapsed, ended) =>
    `Of ${count(ended, 'release')} to be watched, ${lapsed === 0 ? 'none went by without anybody saying what was seen' : `${lapsed} went by without anybody saying what was seen`}.`,
  noWindows: 'No window of these weeks was confirmed, and none lapsed.',
  lapsedCause: (change) => `Not watched to the end, and behind something that broke: ${change}`,

  question: {
    unlinked: (incidents) => `Which change, if any, caused ${incidents}? Nothing is linked there yet.`,
    unconfirmed: (changes) => `Did ${changes} really cause what is counted for them? Nobody has confirmed it yet.`,
    missed: (n) => `What would have let the statements name what was hurt (${n} ${n === 1 ? 'was' : 'were'} missed)?`,
    lapsed: (n) => `What kept ${count(n, 'release')} from being watched to the end?`,
    target: (measure, target) =>
      `Is the expectation “${measure} ${target}” still what we want to keep, and what would it take?`,
    common: 'What do these changes have in common: place, size, kind of work, time pressure?',
    earlier: 'What would have shown the trouble before users did: a test, a smaller step, an alert, a review?',
  },

  actionsHow:
    'Fill in the table in the first comment below. Hiyari then lists each row with a box; ticking it registers the action, so that its effect can be measured from its start on.',

  table: {
    heading: 'Improvement actions: one row each',
    how: 'Edit this comment and fill in the table. It is yours: Hiyari reads it and never writes in it again.',
    columns: {
      id: 'ID',
      title: 'Action',
      owner: 'Owner',
      targets: 'Should reduce',
      start: 'Start',
      scope: 'Where',
      control: 'Compare with',
    },
    rules: [
      '**ID**: a short name, `a-z`, `0-9` and `-`. **Owner**: who takes it on.',
      '**Should reduce**: `regression`, `incident`, `inquiry`, `near-miss`; empty: regressions and incidents. **Start**: `2026-12-01`.',
      '**Where** and **Compare with** (an area left alone): paths such as `app/**`, `project:refactor`, `service:billing`; empty: everywhere, and nothing.',
    ],
    example: ['flags', 'Ship behind feature flags', 'checkout team', 'regression', '2026-12-01', 'app/**', 'legacy/**'],
  },

  boxes: {
    heading: 'What the table says',
    how: (command) =>
      `Tick a box to register an action as it stands (write access is needed), or comment ${command}. What is registered stays as it is, so that nobody can move the goal later.`,
    action: ({ id, title, owner, targets, start, scope, control }) =>
      `${id}: **${title}**, taken on by ${owner}; should reduce ${targets}; from ${start}; ${scope === null ? 'everywhere' : `in ${scope}`}${control === null ? '' : `; compared with ${control}`}`,
    registeredHeading: 'Registered',
    registered: (id, title, owner, day) =>
      `${id}: **${title}**${owner === null ? '' : `, taken on by ${owner}`}; registered on ${day}`,
    rewritten: 'The table says something else now. What was registered holds; give a new action an ID of its own.',
    problemsHeading: 'Not clear yet',
    row: (line, title) => (title === null ? `Row ${line}` : `Row ${line} (${title})`),
    nothing: 'The table holds no action yet.',
    service: (id) => `the service ${id}`,
    project: (id) => `the project ${id}`,
  },

  problem: {
    'too-many-cells': () => 'it has more cells than the table has columns. Write a `|` inside a cell as `\\|`.',
    missing: ({ column }) => `“${column}” is empty.`,
    'too-long': ({ column, allowed }) => `“${column}” is longer than ${allowed} characters.`,
    'bad-id': ({ got }) =>
      `the ID ${got} holds something else than \`a-z\`, \`0-9\` and \`-\`, or is longer than 40 characters. Try \`feature-flags\`.`,
    'id-twice': ({ got }) => `the ID ${got} is taken by an earlier row. Each action needs its own.`,
    'id-taken': ({ got }) =>
      `the ID ${got} belongs to an action that is in the configuration or was registered before. Choose another.`,
    'unknown-kind': ({ column, got, allowed }) => `“${column}”: ${got} is no kind of incident. Allowed: ${allowed}.`,
    'bad-date': ({ got }) => `the start ${got} is no day of the calendar. Write it as \`2026-12-01\`.`,
    'unknown-project': ({ column, got, allowed }) =>
      `“${column}”: there is no project ${got}. ${allowed === '' ? 'None is configured.' : `Known: ${allowed}.`}`,
    'unknown-service': ({ column, got, allowed }) =>
      `“${column}”: there is no service ${got}. ${allowed === '' ? 'None is configured.' : `Known: ${allowed}.`}`,
    'bad-path': ({ column, got }) =>
      `“${column}”: ${got} is no path pattern. Try \`app/**\`, \`project:…\` or \`service:…\`.`,
  },

  again: (triggers) =>
    `The project has signalled again while this postmortem is open:\n\n${triggers}\n\nThe numbers above are up to date.`,

  reply: {
    noProjects: 'No project is configured here. Add one under `projects` in `.github/impact.yml` first.',
    unknownProject: (name, suggestion, allowed) =>
      `${name === '' ? 'Please name the project.' : `There is no project ${name}.`}${suggestion === null ? '' : ` Did you mean ${suggestion}?`} Known projects: ${allowed}.`,
    notPostmortem: (command) => `${command} works on the issue of a project postmortem.`,
    closedPostmortem: (command) => `${command}: this postmortem is closed. Reopen the issue to register more actions.`,
    unknownAction: (id, allowed) =>
      `The table has no action ${id}. ${allowed === null ? 'It holds none yet: fill it in first.' : `It has: ${allowed}.`}`,
    badAction: (id, problems) => `The action ${id} cannot be registered yet:\n\n${problems}`,
    registeredBefore: (id, day) =>
      `An action ${id} was registered on ${day} and stays as it was. Give a new action an ID of its own.`,
  },
};
