import type { IncidentKey } from '../incident/incident.ts';

/** One in so many. */
const ONE_IN = 10;

/**
 * Whether people are asked for the cause of an incident before they see our ranking: confirmations follow what was shown,
 * so a tenth is asked blind. Drawn from the incident's name alone (FNV-1a, 32 bits), so that every look draws the same.
 */
export function asksBlind({ installationId, source, externalId }: IncidentKey): boolean {
  let hash = 0x811c9dc5;
  for (const character of `${installationId}/${source}/${externalId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  // The low bits of FNV-1a are the weak ones.
  hash ^= hash >>> 15;
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) % ONE_IN === 0;
}
