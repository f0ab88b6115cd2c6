import type { Confirmation, Watch } from './watch.ts';

/**
 * Keeps what somebody saw. The first word counts, whenever it arrives: what was said in time and told late was said in
 * time. A word on an earlier release makes room for one on the present one.
 */
export function noteConfirmation(watch: Watch, said: Confirmation): Watch {
  const known = watch.confirmation;
  if (known === null) return { ...watch, confirmation: said };
  const runs = watch.release?.runs ?? [];
  const isAgain = runs.length > 1;
  const present = Date.parse(runs.at(-1)?.at ?? '');
  const knownIsStale = isAgain && Date.parse(known.at) < present;
  const saidIsStale = isAgain && Date.parse(said.at) < present;
  if (knownIsStale !== saidIsStale) return knownIsStale ? { ...watch, confirmation: said } : watch;
  const [first, second] = Date.parse(said.at) < Date.parse(known.at) ? [said, known] : [known, said];
  return { ...watch, confirmation: first.note === '' ? { ...first, note: second.note } : first };
}
