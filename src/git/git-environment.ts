import { devNull } from 'node:os';

/**
 * What git may see of our environment. A clone may come from anybody, and git runs what its configuration and attributes name:
 * nothing here lets it run a program, ask a person, or reach the network. `GIT_NO_LAZY_FETCH` is known from git 2.44 on; the
 * empty list of protocols does the same for older ones.
 */
export function gitEnvironment(inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: inherited.PATH,
    ...(inherited.SystemRoot === undefined ? {} : { SystemRoot: inherited.SystemRoot }),
    LC_ALL: 'C',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_PAGER: '',
    GIT_EXTERNAL_DIFF: '',
    GIT_ASKPASS: 'true',
    GIT_SSH_COMMAND: 'false',
  };
}

/** Overrides of the clone's own configuration: each names something that could run a program or change what is printed. */
const OVERRIDES = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'core.pager=',
  'core.askPass=',
  'core.sshCommand=false',
  'core.alternateRefsCommand=',
  'core.commitGraph=true',
  'core.quotePath=false',
  `core.attributesFile=${devNull}`,
  'credential.helper=',
  'diff.external=',
  `diff.orderFile=${devNull}`,
  'diff.renames=false',
  'diff.suppressBlankEmpty=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.ignoreSubmodules=none',
  'diff.submodule=short',
  'protocol.allow=never',
  'log.showSignature=false',
  'log.follow=false',
  'log.decorate=false',
  'log.showRoot=true',
  'log.mailmap=false',
  'blame.ignoreRevsFile=',
  'blame.markUnblamableLines=false',
  'blame.markIgnoredLines=false',
  'color.ui=false',
  'i18n.logOutputEncoding=UTF-8',
  'gc.auto=0',
  'maintenance.auto=false',
  'safe.directory=*',
];

export function gitArguments(directory: string, args: readonly string[]): string[] {
  return ['-C', directory, '--no-pager', ...OVERRIDES.flatMap((setting) => ['-c', setting]), ...args];
}
