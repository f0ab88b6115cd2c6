import { selectsPath } from '../risk/glob/compile-globs.ts';
import { parseGlob } from '../risk/glob/parse-glob.ts';
import type { ObservedIncident } from './observed-incident.ts';

/** Longer texts are cut: the rest of a hostile one is not read. */
const LONGEST_TEXT = 65_536;
const MOST_PATHS = 500;
/** A one-letter alias would be found in every text. */
const SHORTEST_NAME = 2;

/**
 * Whether a blast-radius text names what was hurt: after NFKC and case folding it contains one of the incident's
 * service names, or a path that the incident's deepest configured glob selects (a folder counts for what is below it).
 */
export function foresees(blastRadius: string, incident: Pick<ObservedIncident, 'services' | 'glob'>): boolean {
  const text = fold(blastRadius.slice(0, LONGEST_TEXT));
  const named = incident.services.map(fold).some((name) => name.length >= SHORTEST_NAME && text.includes(name));
  return named || (incident.glob !== null && mentionsPath(blastRadius.slice(0, LONGEST_TEXT), incident.glob));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

function mentionsPath(text: string, pattern: string): boolean {
  const glob = parseGlob(pattern);
  if ('code' in glob) return false;
  const paths = text.split(/[\s`'"“”「」（）()[\]<>,;、。]+/u).filter((token) => token.includes('/'));
  return paths.slice(0, MOST_PATHS).some((token) => {
    const path = token.replace(/^\.?\/+/u, '').replace(/[/.:]+$/u, '');
    return path !== '' && (selectsPath({ globs: [glob] }, path) || selectsPath({ globs: [glob] }, `${path}/_`));
  });
}
