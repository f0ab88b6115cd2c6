import type { Config } from '../config/config.ts';
import { type Agreement, type Alignment, missingAgreement, targetsText } from '../domain/project/alignment.ts';
import { budgetPeriod, measureExpectations } from '../domain/project/measure-expectations.ts';
import type { Project } from '../domain/project/project.ts';
import type { Issue } from '../ports/github.ts';
import { isLasting } from '../ports/github-error.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { alignmentTitle, renderAlignment } from '../render/project/render-alignment.ts';
import { contentHash } from './content-hash.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import type { AlignExpectationsPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { loadRecord } from './load-record.ts';
import { openAlignment } from './open-alignment.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;
const HASH_LENGTH = 16;

/** Looks at the issue of one project's targets, or of all. */
export async function alignExpectations(
  deps: InstallationDeps,
  payloads: readonly AlignExpectationsPayload[],
): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  const looks = new Set(payloads.flatMap(({ look }) => look ?? []));
  await alignProjects(deps, repository, config, looks);
}

/**
 * Keeps one issue for each project of which something is expected: opened when the present targets were agreed to by
 * nobody, edited when somebody agrees or the targets change, opened anew for changed targets when a person closed it.
 * `looks`: projects whose issue may have been edited, closed or lost; it is read and written back.
 */
export async function alignProjects(
  deps: InstallationDeps,
  repository: InstalledRepository,
  config: Config,
  looks: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (config.mode === 'off') return;
  for (const project of config.projects) {
    if (project.expectations.length === 0) continue;
    try {
      await alignOne(deps, repository, config, project, looks.has(project.id));
    } catch (error) {
      if (!isLasting(error)) throw error;
      // Issues are switched off, or may not be written: the next round is soon enough to try again.
      const about = { repositoryId: repository.id, project: project.id, err: error };
      deps.log.warn(about, 'the issue of a project’s targets cannot be written');
    }
  }
}

async function alignOne(
  deps: InstallationDeps,
  repository: InstalledRepository,
  config: Config,
  project: Project,
  look: boolean,
): Promise<void> {
  const known = await deps.store.agreements.alignment(repository.id, project.id);
  const present = withTargets(known, repository.id, project, isoNow(deps.clock));
  const { alignment: seen, shown } = look ? await lookAtIssue(deps, present) : { alignment: present, shown: null };
  const agreements = await deps.store.agreements.of(repository.id, project.id);
  const now = agreements.filter(({ hash }) => hash === seen.hash);
  const { complete } = missingAgreement(project.agreedBy, now);
  const alignment = complete ? { ...seen, agreedTargets: seen.targets } : seen;
  const textHash = contentHash([alignment, project, config.locale, agreements].map(withoutWriting));
  const old = deps.clock.now() - Date.parse(alignment.writtenAt ?? '') >= WEEK_MS;
  const stale = old && !complete && alignment.state === 'open';
  // A lost issue that was closed to us in its turn is left alone.
  const givenUp = alignment.issue === null && alignment.reopened && alignment.state === 'closed';
  if (givenUp || (alignment.textHash === textHash && !look && !stale && alignment.issue !== null)) return;
  const text = await wordAlignment(deps, repository, config, { project, alignment, agreements });
  await openAlignment(deps, repository, { ...alignment, textHash, writtenAt: isoNow(deps.clock) }, text, shown);
}

/** What decides whether the issue is written, and not when it was. */
function withoutWriting(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('textHash' in value)) return value;
  const { textHash: _, writtenAt: __, issue: ___, ...rest } = value as unknown as Alignment;
  return rest;
}

/** Other targets are another matter: in the same issue while it is open, else in a new one. */
function withTargets(known: Alignment | null, repositoryId: number, project: Project, now: string): Alignment {
  const hash = contentHash(targetsText(project.expectations)).slice(0, HASH_LENGTH);
  if (known !== null && known.hash === hash) return known;
  const open = known?.state === 'open' ? known : null;
  return {
    repositoryId,
    project: project.id,
    hash,
    targets: project.expectations,
    agreedTargets: known?.agreedTargets ?? null,
    issue: open?.issue ?? null,
    state: 'open',
    reopened: false,
    openedAt: open?.openedAt ?? now,
    textHash: null,
    writtenAt: null,
  };
}

/** An issue that was deleted, or moved where we cannot follow, is opened anew, once for each set of targets. */
async function lookAtIssue(deps: InstallationDeps, alignment: Alignment): Promise<Look> {
  if (alignment.issue === null) return { alignment, shown: null };
  const home = await deps.store.repositories.find(alignment.issue.repositoryId);
  const shown = home === null ? null : await deps.github.issue(home, alignment.issue.number);
  if (shown !== null) return { alignment: { ...alignment, state: shown.state }, shown };
  if (alignment.reopened) return { alignment: { ...alignment, issue: null, state: 'closed' }, shown };
  const anew = { issue: null, state: 'open', reopened: true, openedAt: isoNow(deps.clock) } as const;
  return { alignment: { ...alignment, ...anew }, shown };
}

interface Look {
  readonly alignment: Alignment;
  /** The issue as it is now. */
  readonly shown: Issue | null;
}

async function wordAlignment(
  deps: InstallationDeps,
  repository: InstalledRepository,
  config: Config,
  view: {
    readonly project: Project;
    readonly alignment: Alignment;
    readonly agreements: readonly Agreement[];
  },
): Promise<{ readonly title: string; readonly body: string }> {
  const at = isoNow(deps.clock);
  const record = await loadRecord(deps, repository, config, at);
  const measured = measureExpectations(record, view.project, budgetPeriod(at));
  return {
    title: alignmentTitle(view.project, config.locale),
    body: renderAlignment({ ...view, measured, day: at.slice(0, 10) }, config.locale),
  };
}
