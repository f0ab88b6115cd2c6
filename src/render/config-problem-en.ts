import type { ConfigFault, ValueFormat, ValueKind } from '../config/config-problem.ts';
import type { GlobProblemCode } from '../domain/risk/glob/glob-problem.ts';
import { FORMAT_EXAMPLES, quotable, quotableList } from './config-quote.ts';

export function describeProblemEn(fault: ConfigFault): string {
  switch (fault.code) {
    case 'too-large':
      return `The file has ${fault.got} characters; ${fault.limit} are allowed. Shorten it, or move a part to a file that it extends.`;
    case 'too-complex':
      return `The file holds more than ${fault.limit} keys and values, aliases written out. Use fewer.`;
    case 'too-deep':
      return `The file nests deeper than ${fault.limit} levels. No key needs more than six.`;
    case 'yaml-syntax':
      return `This is not valid YAML: ${YAML_PROBLEMS[fault.yamlCode] ?? `it cannot be read from here on (${fault.yamlCode})`}.`;
    case 'yaml-tag':
      return `"${quotable(fault.got)}" is a YAML tag here. Put quotes around a value that begins with "!".`;
    case 'yaml-alias':
      return `"${quotable(fault.got)}" is a YAML alias here, and no anchor before it has that name. Put quotes around a value that begins with "*".`;
    case 'several-documents':
      return 'A second YAML document begins here, and one is allowed. Remove the "---".';
    case 'duplicate-key':
      return `"${quotable(fault.key)}" is here twice; the first is on line ${fault.firstLine}. Keep one of them.`;
    case 'unknown-key':
      return `Unknown key "${quotable(fault.key)}".${maybeEn(fault.didYouMean)} Allowed: ${quotableList(fault.allowed)}.`;
    case 'missing-key':
      return `The key "${quotable(fault.key)}" is missing. Add it.`;
    case 'wrong-type':
      return `Expected ${KINDS[fault.expected]}, found ${KINDS[fault.got]}.`;
    case 'not-allowed':
      return `"${quotable(fault.got)}" is not allowed.${maybeEn(fault.didYouMean)} Allowed: ${quotableList(fault.allowed)}.`;
    case 'bad-format':
      return `"${quotable(fault.got)}" is not ${FORMATS[fault.format]}. Examples: ${FORMAT_EXAMPLES[fault.format]}.`;
    case 'out-of-range':
      return `${fault.got} is out of range: ${fault.min} to ${fault.max} are allowed.`;
    case 'empty':
      return 'This is empty. Give it a value, or remove the key.';
    case 'too-long':
      return `The text has ${fault.got} characters; ${fault.limit} are allowed. Shorten it.`;
    case 'too-many':
      return `${fault.got} entries; ${fault.limit} are allowed. Remove some, or combine them.`;
    case 'bad-glob':
      return `The pattern "${quotable(fault.got)}" is refused: ${GLOB_PROBLEMS[fault.problem.code]} (character ${fault.problem.at + 1}).`;
    case 'only-negations':
      return 'Every pattern here takes something out, so nothing is selected. Begin with one that selects, such as "**".';
    case 'rule-without-condition':
      return `The rule "${quotable(fault.got)}" has no condition. Give it "paths", "when" or "from-history"; paths: ["**"] matches every pull request.`;
    case 'project-without-match':
      return `The project "${quotable(fault.got)}" matches nothing. Name labels, branches, paths, milestones, titles, authors or teams.`;
    case 'contradicting-targets':
      return `"${quotable(fault.key)}" is above "${quotable(fault.limit)}", which it can never exceed. Lower the one or raise the other.`;
    case 'duplicate-id':
      return `The id "${quotable(fault.got)}" is taken; it is first used on line ${fault.firstLine}. Choose another.`;
    case 'undefined-reference':
      return `There is no ${REFERENCES[fault.to]} "${quotable(fault.got)}".${maybeEn(fault.didYouMean)} Defined: ${quotableList(fault.allowed) || 'none'}.`;
    case 'reserved-label':
      return `"${quotable(fault.got)}" is reserved: labels that begin with "impact: ", "risk: " or "monitoring: " are set by the app itself. Choose another name.`;
    case 'extends-not-found':
      return `"${quotable(fault.got)}" cannot be read: ${MISSING[fault.because]}.`;
    case 'extends-private':
      return `"${quotable(fault.got)}" is in a private repository, and a public repository may not extend it: its checks would show what is private.`;
    case 'extends-second-level':
      return `The file that this one extends extends "${quotable(fault.got)}" in turn, and one level is allowed. Extend that file directly, or merge the two.`;
    case 'extends-cycle':
      return `"${quotable(fault.got)}" leads back to this file. Remove one "extends".`;
  }
}

function maybeEn(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean "${quotable(word)}"?`;
}

const KINDS: Readonly<Record<ValueKind, string>> = {
  nothing: 'nothing',
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  mapping: 'a mapping (keys with values)',
};

const FORMATS: Readonly<Record<ValueFormat, string>> = {
  duration: 'a length of time (m, h, d or w; up to two years)',
  days: 'a number of days or weeks (up to two years)',
  threshold: 'a comparison with a whole number',
  percentage: 'a percentage from 0% to 100%',
  date: 'a day that exists, as year-month-day',
  id: 'an id (letters, digits, ".", "_" and "-", up to 64, a letter or digit first)',
  'whole-number': 'a whole number',
  repository: 'a repository (owner/name, or "." for this one)',
  team: 'a team (organisation/team)',
  person: 'a login, or a team (organisation/team)',
  extends: 'a reference to a file (owner/repo[:path][@ref])',
  label: 'a label name (1 to 50 characters, no comma)',
};

const REFERENCES = { field: 'field', project: 'project', service: 'service' } as const;

const MISSING = {
  'no-repository':
    'the repository does not exist, the app is not installed on it, or it is private and may not be extended here',
  'no-file': 'the repository has no such file at this ref',
  'too-large': 'the file is too large',
} as const;

const GLOB_PROBLEMS: Readonly<Record<GlobProblemCode, string>> = {
  empty: 'it is empty',
  'too-long': 'it is longer than 256 characters',
  'control-character': 'it holds a control character',
  extglob: 'extended globs such as "+(a|b)" are not supported; use braces such as "{a,b}", or "\\(" for a parenthesis',
  'brace-unbalanced': 'a brace is not closed or not opened; write "\\{" or "\\}" for the character itself',
  'brace-too-deep': 'braces nest deeper than 3 levels',
  'brace-too-many': 'its braces stand for more than 64 patterns',
  'class-unclosed': 'a "[" is not closed; write "\\[" for the character itself',
  'class-reversed-range': 'a range such as "[z-a]" runs backwards',
  'class-holds-slash': 'a "/" cannot be part of a class',
  'class-unknown-name': 'there is no class of that name; use e.g. "[:digit:]" or "[:alpha:]"',
  'escape-at-end': 'nothing follows the last "\\"',
  'escape-of-letter': '"\\" escapes the next character; write "/" between directories',
  'dot-segment': '"." and ".." match nothing; paths begin at the root of the repository',
  'empty-segment': 'two slashes follow each other',
  'too-many-stars': 'more than 8 "*" in one segment, or more than 8 "**"',
  'too-many-wildcards': 'more than 8 "?" and classes between two "*"',
};

const YAML_PROBLEMS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'put quotes around a value that begins with "*"',
  BAD_DQ_ESCAPE: 'a "\\" in double quotes begins an escape that does not exist; use single quotes for patterns',
  BAD_INDENT: 'the indentation does not fit what is above',
  BAD_SCALAR_START: 'a value cannot begin with this character; put quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'there are two ": " in one line; put quotes around the value',
  BLOCK_IN_FLOW: 'a block cannot stand inside brackets or braces',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a quote, bracket, brace, comma, colon or space is missing',
  MULTILINE_IMPLICIT_KEY: 'a key runs over several lines; perhaps a ":" is missing',
  NON_STRING_KEY: 'a key must be a word, not a list or a mapping',
  TAB_AS_INDENT: 'tabs cannot indent; use spaces',
  TAG_RESOLVE_FAILED: 'put quotes around a value that begins with "!"',
  UNEXPECTED_TOKEN: 'something stands here that does not belong',
};
