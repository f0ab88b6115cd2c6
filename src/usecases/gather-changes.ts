import { dayOf } from '../domain/calendar.ts';
import type { Config } from '../config/config.ts';
import { type Exposure, unitOf } from '../domain/exposure/exposure.ts';
import { type ActionAreas, compileActionAreas, placeInActions } from '../domain/record/action-areas.ts';
import type { ChangeFacts } from '../domain/record/count-change.ts';
import type { MendedUnits } from '../domain/record/find-mended.ts';
import { assignProjects } from '../domain/project/assign-projects.ts';
import { compileProjects } from '../domain/project/compile-projects.ts';
import { findRelease, placeReleases, type Release } from '../domain/record/place-releases.ts';
import type { InstalledRepository, Store } from '../ports/store.ts';
import { loadMembers } from './load-members.ts';

export interface GatherDeps {
  readonly store: Pick<Store, 'deployments' | 'mainLine' | 'windows' | 'members'>;
}

/** What holds for all changes of a repository while they are gathered. */
export interface GatherFrame {
  readonly repositoryId: number;
  readonly areas: ActionAreas;
  readonly releases: readonly Release[];
  readonly projectsOf: (exposure: Exposure) => readonly string[];
}

export async function frameOf(
  { store }: GatherDeps,
  { id: repositoryId, installationId }: InstalledRepository,
  config: Pick<Config, 'actions' | 'incidents' | 'monitoring' | 'projects'>,
): Promise<GatherFrame> {
  const timeline = await store.deployments.timeline(repositoryId, config.monitoring.environments, 0);
  const ends = await store.mainLine.ends(repositoryId);
  const projects = compileProjects(config.projects, await loadMembers(store, installationId, config.projects));
  return {
    repositoryId,
    areas: compileActionAreas(config.actions, config.incidents.services),
    releases: placeReleases(timeline, ends?.oldest.position ?? 0),
    projectsOf: (exposure) => assignProjects(exposure, projects),
  };
}

/** What is stored of each change: its release, its window, where it belongs, whether it had to be mended. */
export async function gatherChanges(
  { store }: GatherDeps,
  { repositoryId, areas, releases, projectsOf }: GatherFrame,
  exposures: readonly Exposure[],
  mended: MendedUnits,
): Promise<readonly ChangeFacts[]> {
  const counted = exposures.filter(({ toDefaultBranch }) => toDefaultBranch);
  const positions = await store.mainLine.positions(
    repositoryId,
    counted.flatMap(({ sha }) => sha ?? []),
  );
  const windows = await store.windows.of(repositoryId, counted.map(unitOf));
  return counted.map((exposure) => {
    const unit = unitOf(exposure);
    const position = exposure.sha === null ? undefined : positions.get(exposure.sha);
    const release = position === undefined ? null : findRelease(releases, position, dayOf(exposure.mergedAt));
    const projects = projectsOf(exposure);
    return {
      exposure,
      release: release && { at: release.at, share: exposure.commits / (release.upTo - release.after) },
      window: windows.get(unit) ?? null,
      belonging: { projects, ...placeInActions(areas, exposure, projects) },
      reverted: mended.reverted.has(unit),
      followUpFix: mended.fixed.has(unit),
    };
  });
}
