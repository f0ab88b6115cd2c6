import type { ChangedFile, ChangedFiles, IncompleteReason } from '../pull-request/changed-files.ts';
import { selectPaths } from './glob/select-paths.ts';
import type { IncidentHistory } from './incident-history.ts';
import { worstAreaAt } from './worst-area-at.ts';
import { meetsThreshold } from './meets-threshold.ts';
import type { RiskAssessment, RiskMatch } from './risk-assessment.ts';
import { compareLevels, type RuleLevel } from './risk-level.ts';
import type { HistoryCondition, RiskRule } from './risk-rule.ts';
import { compileRiskRules, type RiskRuleSet } from './risk-rule-set.ts';

/** How many paths a match carries; `pathCount` has them all. */
export const MAX_MATCH_PATHS = 50;

/**
 * How much is looked at of one pull request: the length of all its paths together, in UTF-16 units. GitHub lists 3,000
 * files at most, which is far below this with real names; it bounds what hostile names can cost.
 */
export const MAX_PATH_LENGTH_IN_ALL = 1_000_000;

/** A file, and those of its names (old and new) that a rule is about. */
interface SelectedFile {
  readonly file: ChangedFile;
  readonly names: readonly string[];
}

/**
 * The level of the highest rule that matches, `low` when none does. A rule matches when it selects at least one file
 * and all of its conditions hold. An incomplete list is `unknown`, with the matches that were found all the same.
 * Without a history the rules that ask for one stay silent.
 */
export function assessRisk(
  rules: RiskRuleSet | readonly RiskRule[],
  changed: ChangedFiles,
  history?: IncidentHistory,
): RiskAssessment {
  const ruleSet = 'index' in rules ? rules : compileRiskRules(rules);
  const files = filesWithinReach(changed.files);
  const selected = selectFiles(ruleSet, files);
  const matches = ruleSet.rules
    .flatMap((rule, at) => matchRule(rule, selected(at), history) ?? [])
    .sort((a, b) => compareLevels(b.level, a.level));
  const unknown = whyIncomplete(changed, files.length);
  if (unknown !== undefined) return { level: 'unknown', matches, unknown };
  const level: RuleLevel = matches[0]?.level ?? 'low';
  return { level, matches };
}

function filesWithinReach(files: readonly ChangedFile[]): readonly ChangedFile[] {
  let length = 0;
  const end = files.findIndex((file) => {
    for (const name of namesOf(file)) length += name.length;
    return length > MAX_PATH_LENGTH_IN_ALL;
  });
  return end === -1 ? files : files.slice(0, end);
}

/** What was seen is compared with what GitHub announced: a short list is never taken for a small pull request. */
function whyIncomplete(changed: ChangedFiles, seen: number): IncompleteReason | undefined {
  return changed.incomplete ?? (seen < Math.max(changed.expected, changed.files.length) ? 'truncated' : undefined);
}

/** Looks every name up once for all rules, then answers for each rule by its place. */
function selectFiles(ruleSet: RiskRuleSet, files: readonly ChangedFile[]): (rule: number) => readonly SelectedFile[] {
  const owners: ChangedFile[] = [];
  const names: string[] = [];
  for (const file of files) {
    for (const name of namesOf(file)) {
      owners.push(file);
      names.push(name);
    }
  }
  const selections = selectPaths(ruleSet.index, names);
  return (rule) => {
    if (ruleSet.rules[rule]?.paths === undefined) return files.map((file) => ({ file, names: namesOf(file) }));
    const selected = new Map<ChangedFile, string[]>();
    for (const at of selections[rule] ?? []) {
      const file = owners[at] as ChangedFile;
      const known = selected.get(file);
      if (known === undefined) selected.set(file, [names[at] as string]);
      else known.push(names[at] as string);
    }
    return [...selected].map(([file, own]) => ({ file, names: own }));
  };
}

/** A rename touches two paths, and what left a dangerous place matters as much as what came. */
function namesOf(file: ChangedFile): readonly string[] {
  return file.previousPath === undefined || file.previousPath === file.path
    ? [file.path]
    : [file.path, file.previousPath];
}

function matchRule(
  rule: RiskRule,
  candidates: readonly SelectedFile[],
  history: IncidentHistory | undefined,
): RiskMatch | undefined {
  const { status, changedLines, changedFiles } = rule.when ?? {};
  let files = status === undefined ? candidates : candidates.filter(({ file }) => status.includes(file.status));
  let incidents: number | undefined;
  let place: HotFiles['place'];
  if (rule.fromHistory !== undefined) {
    const hot = hotFiles(rule.fromHistory, files, history);
    files = hot.files;
    incidents = hot.incidents;
    place = hot.place;
  }
  if (files.length === 0) return undefined;
  const lines = files.reduce((sum, { file }) => sum + file.additions + file.deletions, 0);
  if (changedLines !== undefined && !meetsThreshold(changedLines, lines)) return undefined;
  if (changedFiles !== undefined && !meetsThreshold(changedFiles, files.length)) return undefined;
  const measured = {
    ...(changedLines !== undefined && { changedLines: lines }),
    ...(changedFiles !== undefined && { changedFiles: files.length }),
    ...(incidents !== undefined && { incidents }),
    ...(place !== undefined && { history: place }),
  };
  // A rule about size alone is about no path in particular.
  const aboutPaths = rule.paths !== undefined || status !== undefined || rule.fromHistory !== undefined;
  const paths = aboutPaths ? files.flatMap(({ names }) => names) : [];
  return {
    ruleId: rule.id,
    level: rule.level,
    paths: paths.slice(0, MAX_MATCH_PATHS),
    pathCount: paths.length,
    labels: rule.labels ?? [],
    ...(rule.why !== undefined && { why: rule.why }),
    ...(Object.keys(measured).length > 0 && { measured }),
  };
}

interface HotFiles {
  readonly files: readonly SelectedFile[];
  readonly incidents?: number;
  readonly place?: { readonly area: string; readonly total: number; readonly windowDays: number };
}

/** The files in areas with as many incidents as the rule asks for, the highest count among them, and where it is. */
function hotFiles(
  condition: HistoryCondition,
  candidates: readonly SelectedFile[],
  history: IncidentHistory | undefined,
): HotFiles {
  const window = history?.windows.find(({ windowDays }) => windowDays === condition.windowDays);
  if (window === undefined) return { files: [] };
  const areaOf = worstAreaAt(window);
  const files: SelectedFile[] = [];
  let worst: { readonly path: string; readonly incidents: number } = { path: '', incidents: 0 };
  for (const { file, names } of candidates) {
    const hot = names.filter((name) => meetsThreshold(condition.incidents, areaOf(name)?.incidents ?? 0));
    if (hot.length === 0) continue;
    files.push({ file, names: hot });
    for (const name of hot) {
      const area = areaOf(name);
      if (area !== undefined && area.incidents > worst.incidents) worst = area;
    }
  }
  const { total, windowDays } = window;
  const place = total === undefined || worst.incidents === 0 ? {} : { place: { area: worst.path, total, windowDays } };
  return { files, incidents: worst.incidents, ...place };
}
