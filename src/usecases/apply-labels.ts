import type { LabelDefinition } from '../domain/label/label.ts';
import type { LabelPlan } from '../domain/label/plan-labels.ts';
import type { InstalledRepository } from '../ports/store.ts';
import type { InstallationDeps } from './deps.ts';

/**
 * Carries out a plan whose `before` is already stored: each write is idempotent, so a retry may repeat it.
 * Labels that the repository does not define yet are created with colour and words first.
 */
export async function applyLabels(
  deps: Pick<InstallationDeps, 'github' | 'store'>,
  repository: InstalledRepository,
  number: number,
  plan: LabelPlan,
  definitions: readonly LabelDefinition[],
): Promise<void> {
  if (plan.add.length > 0) {
    await defineMissing(deps, repository, plan.add, definitions);
    await deps.github.addLabels(repository, number, plan.add);
  }
  for (const name of plan.remove) await deps.github.removeLabel(repository, number, name);
  if (plan.add.length > 0 || plan.remove.length > 0) {
    await deps.store.labels.replace(repository.id, number, plan.after);
  }
}

async function defineMissing(
  deps: Pick<InstallationDeps, 'github' | 'store'>,
  repository: InstalledRepository,
  names: readonly string[],
  definitions: readonly LabelDefinition[],
): Promise<void> {
  const defined = new Set((await deps.store.labels.defined(repository.id)).map((name) => name.toLowerCase()));
  const missing = definitions.filter(({ name }) => names.includes(name) && !defined.has(name.toLowerCase()));
  if (missing.length === 0) return;
  for (const definition of missing) await deps.github.createLabel(repository, definition);
  await deps.store.labels.define(
    repository.id,
    missing.map(({ name }) => name),
  );
}
