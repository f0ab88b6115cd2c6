import type { CliTexts } from './cli-texts.ts';

export const en: CliTexts = {
  about: 'States the technical impact of changes, judged by their risk.',
  usage: {
    title: 'Usage',
    command: '<command> [options]',
    commands: 'Commands',
    arguments: 'Arguments',
    options: '[options]',
    optionsTitle: 'Options',
    examples: 'Examples',
    exit: 'Exit codes',
    exitCodes: [
      ['0', 'passed, neutral, or done'],
      ['1', 'failed (with --strict also: neutral)'],
      ['2', 'wrong use, input that cannot be read, or GitHub or the database out of reach'],
    ],
  },
  command: {
    check: 'Judge a pull request description as the App would',
    validate: 'Check a configuration file; every problem with line and column',
    explain: 'Show which risk rules match a path, and why',
    simulate: 'Judge the newest pull requests of a repository without writing anything',
    inbox: 'Look into the inbox of webhooks',
    inboxList: 'List deliveries, newest first, and jobs that ran out of tries',
    inboxReplay: 'Put dead jobs back to work',
  },
  option: {
    body: 'The description, in Markdown: a file, or - for standard input',
    template: "The base branch's pull request template",
    heading: 'A heading of the statement, in place of the configured ones; may be repeated',
    files:
      'Changed files: one path a line, the output of git diff --name-status or --numstat, or JSON; - for standard input',
    config: 'A configuration file, in place of .github/impact.yml here',
    configOrDefault: 'A configuration file to try, in place of the one at the base branch',
    base: 'The file that the configuration extends',
    json: 'Print JSON alone on standard output',
    strict: 'Exit with 1 also when the result is neutral',
    locale: 'Language of the output: en or ja',
    path: 'One or more paths of the repository',
    file: 'The configuration file (.github/impact.yml)',
    repo: 'The repository, as owner/name',
    last: 'How many pull requests, newest first (1–500)',
    database: 'The database file (./data/hiyari.db)',
    state: 'Only deliveries in this state',
    limit: 'How many rows at the most (1–1000)',
    ids: 'Ids of dead jobs, from "hiyari inbox list"',
    all: 'Every dead job',
    help: 'Show this help',
    version: 'Show the version',
  },
  error: {
    unknownOption: (option, allowed, meant) =>
      `There is no option ${option}${meant === undefined ? '.' : `: did you mean ${meant}?`} Allowed here: ${allowed}.`,
    takesNoValue: (option) => `${option} takes no value.`,
    optionFirst: (option) => `${option} belongs after the command.`,
    tooMany: (word) => `"${word}" is one word too many.`,
    missingValue: (option) => `${option} needs a value.`,
    missing: (option) => `${option} is needed.`,
    unknownCommand: (command, allowed, meant) =>
      `There is no command "${command}"${meant === undefined ? '.' : `: did you mean "${meant}"?`} Commands: ${allowed}.`,
    notAllowed: (option, got, allowed, meant) =>
      `${option} is "${got}"${meant === undefined ? '' : ` (did you mean ${meant}?)`}; allowed are ${allowed}.`,
    notNumber: (option, got, min, max) => `${option} is "${got}"; it takes a whole number from ${min} to ${max}.`,
    stdinTwice: 'Standard input can be read once: give - to one option only.',
    cannotRead: (path, why) => `${path} cannot be read: ${why}.`,
    why: {
      missing: 'there is no such file',
      directory: 'it is a directory; name a file in it',
      forbidden: 'you have no permission to read it',
    },
    tooLarge: (path, limit) => `${path} is too large: at most ${limit / 1024 ** 2} MiB are read.`,
    notText: (path) =>
      `${path} is not text in UTF-8. Convert it first (iconv -t UTF-8); lists of files are read line by line, without -z.`,
    standardInput: 'Standard input',
    badFiles: (line, text) =>
      `Line ${line} of the files is not understood: "${text}". Give one path a line, or the output of "git diff --name-status" or "--numstat".`,
    badFilesJson: (why) =>
      `The JSON of the files is not understood: ${why}. Give a list of paths or of {path, status, additions, deletions, previousPath}.`,
    configBroken: (path, problems) =>
      `${path} has ${problems === 1 ? 'a problem' : `${problems} problems`}, so nothing was judged. "hiyari validate" lists them alone.`,
    noToken: 'Set GITHUB_TOKEN to a token that may read the repository.',
    badRepo: (got) => `--repo is "${got}"; it takes owner/name.`,
    noRepository: (repo) => `${repo} does not exist, or the token may not read it.`,
    idsOrAll: 'Say which dead jobs: their ids, or --all.',
    noDatabase: (path) => `There is no database at ${path}. Name it with --database.`,
    badSetting: (problem) => `The environment is set up wrongly: ${problem}.`,
    seeHelp: (command) => `See "${command} --help".`,
    unexpected: (message) =>
      `That should not happen, it is a defect of Hiyari: ${message}. Run it again with HIYARI_DEBUG=1 and report what it prints.`,
  },
  github: {
    'rate-limited': 'GitHub wants a pause: its rate limit is used up.',
    unavailable: 'GitHub cannot be reached or is in trouble. Check GITHUB_API_URL and the network, or try again later.',
    timeout: 'GitHub did not answer in time. Try again later.',
    forbidden:
      'The token may not do this: it needs read access to the contents and the pull requests of the repository.',
    unauthorized: 'GitHub does not accept the token: GITHUB_TOKEN is wrong, expired or revoked.',
    invalid: 'GitHub did not understand the request.',
    gone: 'That is no longer there.',
  },
  notBefore: (time) => `Not before ${time}.`,
  storage: (message) => `The database: ${message}`,
  using: (path) => `Using ${path}.`,
  noFiles: 'Judged without changed files, so by the lowest risk; --files names them.',
  valid: (path) => `${path} is valid.`,
  extendsNotRead: (reference) => `It extends ${reference}, which was not read here: give it with --base FILE.`,
  extendsIgnored: (reference) =>
    `It extends ${reference}, which is not read here: only what the file itself says counts.`,
  problems: (count) => (count === 1 ? '1 problem' : `${count} problems`),
  explain: {
    level: (path, level) => `${path}: ${level}`,
    outcome: {
      selected: 'matches',
      'taken-out': 'taken out',
      'no-pattern': 'no pattern matches',
      'every-path': 'about every path',
    },
    pattern: (glob) => `by ${glob}`,
    alsoNeeds: 'matches only together with its conditions',
    noRules: 'There are no rules.',
  },
  simulate: {
    progress: (done, total) => `${done} of ${total} judged`,
    columns: { number: '#', statement: 'Statement', risk: 'Risk', conclusion: 'Conclusion', title: 'Title' },
    total: (count, failure, neutral, success) =>
      `${count === 1 ? '1 pull request' : `${count} pull requests`}: ${failure} would fail, ${neutral} would be neutral, ${success} would pass. Nothing was written.`,
  },
  inbox: {
    columns: { id: 'Id', state: 'State', event: 'Event', received: 'Received', error: 'Error' },
    empty: 'Nothing here.',
    replayed: (count) => (count === 1 ? '1 job goes back to work.' : `${count} jobs go back to work.`),
    notDead: (ids) => `No dead job has one of these ids: ${ids}. "hiyari inbox list --state dead" shows them.`,
    counts: (waiting, done, dead, ignored) => `${waiting} waiting, ${done} done, ${dead} dead, ${ignored} ignored`,
  },
};
