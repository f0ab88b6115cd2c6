import type { ChangedFiles } from '../pull-request/changed-files.ts';
import type { PullRequest } from '../pull-request/pull-request.ts';
import type { Exemption } from './decision.ts';
import type { ImpactStatement } from './impact-statement.ts';
import type { ExemptionPolicy } from './statement-policy.ts';

/** A maintainer's `/impact override`, as it was recorded. */
export interface Override {
  readonly by: string;
  readonly reason: string;
}

export interface ExemptionInput {
  readonly pullRequest: Pick<PullRequest, 'author'>;
  readonly files: ChangedFiles;
  readonly policy: ExemptionPolicy;
  /** Does every one of these paths match the ordered globs? Globs are the risk rules' own. */
  readonly selectPaths: (paths: readonly string[], globs: readonly string[]) => boolean;
  /** The pull request that this one reverts, and what it stated; `null` when it reverts none that is known. */
  readonly revertedStatement?: { readonly number: number; readonly statement: ImpactStatement } | null;
  readonly override?: Override | null;
}

/** In `exempt.authors`: every account whose type is bot. */
const EVERY_BOT = '*[bot]';

/** Why a pull request need not state its impact; `null` when it must. An override comes first, for it is a person's decision. */
export function findExemption(input: ExemptionInput): Exemption | null {
  const { policy, files, override, revertedStatement } = input;
  if (override) return { code: 'overridden', by: override.by, reason: override.reason };
  return (
    exemptAuthor(input) ??
    exemptPaths(policy, files, input.selectPaths) ??
    exemptRevert(policy, revertedStatement ?? null)
  );
}

/**
 * Logins are compared whole; GitHub does not tell them apart by case, and no person's can hold brackets, so
 * `dependabot[bot]` cannot be imitated. `*[bot]` names every account of type bot, which agents that write code are too.
 */
function exemptAuthor({ pullRequest: { author }, policy }: ExemptionInput): Exemption | null {
  const login = author.login.toLowerCase();
  const isBot = author.type === 'bot';
  const named = policy.authors.some((each) => each.toLowerCase() === login || (each === EVERY_BOT && isBot));
  if (!named) return null;
  return { code: isBot || login.endsWith('[bot]') ? 'exempt-bot' : 'exempt-author', login: author.login };
}

/** Only-paths needs the whole list of files, old names too: a file that is not seen is not exempt. */
function exemptPaths(
  policy: ExemptionPolicy,
  files: ChangedFiles,
  selectPaths: ExemptionInput['selectPaths'],
): Exemption | null {
  if (policy.onlyPaths.length === 0 || files.incomplete || files.files.length === 0) return null;
  if (files.files.length < files.expected) return null;
  const paths = files.files.flatMap((file) =>
    file.previousPath === undefined ? [file.path] : [file.path, file.previousPath],
  );
  return selectPaths(paths, policy.onlyPaths) ? { code: 'exempt-paths', globs: policy.onlyPaths } : null;
}

function exemptRevert(policy: ExemptionPolicy, reverted: ExemptionInput['revertedStatement']): Exemption | null {
  if (!policy.reverts || !reverted) return null;
  const stated = reverted.statement.verdict === 'filled' || reverted.statement.verdict === 'none';
  return stated ? { code: 'exempt-revert', number: reverted.number } : null;
}
