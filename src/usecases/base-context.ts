import type { Config } from '../config/config.ts';
import type { ConfigProblem } from '../config/config-problem.ts';
import type { ExtendsReference } from '../config/extends-reference.ts';
import { DEFAULT_CONFIG, parseConfig } from '../config/parse-config.ts';
import { resolveExtends } from '../config/resolve-extends.ts';
import { salvageMode } from '../config/salvage-mode.ts';
import { compileRiskRules, type RiskRuleSet } from '../domain/risk/risk-rule-set.ts';
import type { Mode } from '../domain/statement/statement-policy.ts';
import type { Template } from '../domain/statement/template.ts';
import type { RemoteFile, TextFile } from '../ports/github.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { contentHash } from './content-hash.ts';

/** Where the configuration is, in every repository. */
export const CONFIG_PATH = '.github/impact.yml';

/** GitHub's places of pull request templates, in any case. */
const TEMPLATE_PATH = /^(?:(?:\.github|docs)\/)?pull_request_template(?:\.(?:md|txt)|\/[^/]+\.(?:md|txt)|)$/i;

/** Whether a path is one that steers the judgement: a push that touches it makes what we know of a branch stale. */
export function isBaseFile(path: string): boolean {
  return path === CONFIG_PATH || TEMPLATE_PATH.test(path);
}

/** A configuration that cannot be used. `mode` is what it would have been, `enforce` when nobody can tell. */
export interface BrokenConfig {
  readonly problems: readonly ConfigProblem[];
  readonly mode: Mode;
}

/** What the base branch says of how its pull requests are judged. */
export interface BaseContext {
  /** The defaults when there is no file, or when it is broken. */
  readonly config: Config;
  /** The same for equal texts, whatever repository they are in. */
  readonly configHash: string;
  readonly ruleSet: RiskRuleSet;
  readonly templates: readonly Template[];
  readonly broken: BrokenConfig | null;
}

type CompiledContext = Omit<BaseContext, 'templates'>;

/** What was parsed and compiled before, by hash: once for each text, not for each pull request. */
export interface ContextMemo {
  readonly contexts: Map<string, CompiledContext>;
  readonly references: Map<string, ExtendsReference | null>;
}

export function createContextMemo(): ContextMemo {
  return { contexts: new Map(), references: new Map() };
}

const MEMO_SIZE = 200;

/** The text of a configuration, and of the one that it extends where it was loaded. */
export interface ConfigTexts {
  readonly own: TextFile | null;
  readonly extended: RemoteFile | null;
}

/** Which file of another repository a configuration builds on; `null` when on none, or when it cannot be read. */
export function extendedReference(memo: ContextMemo, own: TextFile): ExtendsReference | null {
  return remembered(memo.references, contentHash(own.text), () => {
    const parsed = parseConfig(own.text, { path: own.path });
    return 'problems' in parsed ? null : (parsed.extends?.reference ?? null);
  });
}

/** Texts → what they mean. Pure, but for the memo. */
export function readContext(
  memo: ContextMemo,
  repository: Pick<InstalledRepository, 'owner' | 'name' | 'private'>,
  texts: ConfigTexts,
  templates: readonly Template[],
): BaseContext {
  const { owner, name } = repository;
  const configHash = contentHash({
    own: texts.own,
    extended: texts.extended,
    owner,
    name,
    private: repository.private,
  });
  const compiled = remembered(memo.contexts, configHash, () => build(repository, texts, configHash));
  return { ...compiled, templates };
}

function remembered<Value>(memo: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (memo.size >= MEMO_SIZE) memo.delete(memo.keys().next().value ?? '');
  memo.set(key, made);
  return made;
}

function build(
  repository: Pick<InstalledRepository, 'owner' | 'name' | 'private'>,
  { own, extended }: ConfigTexts,
  configHash: string,
): CompiledContext {
  const of = (config: Config, broken: BrokenConfig | null) => ({
    config,
    configHash,
    ruleSet: compileRiskRules(config.rules),
    broken,
  });
  if (own === null) return of(DEFAULT_CONFIG, null);
  const child = parseConfig(own.text, { path: own.path });
  const result =
    'problems' in child || child.extends === undefined || extended === null
      ? child
      : resolveExtends(child, repository, extended);
  if (!('problems' in result)) return of(result.config, null);
  const mode = salvageMode(own.text, extended?.found === true ? extended.text : null);
  return of(DEFAULT_CONFIG, { problems: result.problems, mode });
}
