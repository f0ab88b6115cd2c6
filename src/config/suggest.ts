import { closest, distance } from 'fastest-levenshtein';

/** The allowed word that was probably meant: at most a third of the letters may differ. */
export function suggest(got: string, allowed: readonly string[]): { readonly didYouMean?: string } {
  if (allowed.length === 0 || got.length > 60) return {};
  const word = closest(got.toLowerCase(), allowed);
  return distance(got.toLowerCase(), word) <= Math.ceil(word.length / 3) ? { didYouMean: word } : {};
}
