/**
 * Adjusts p values for the number of questions asked, so that among those called significant at 5 % at most 5 % are
 * false on average: min over j ≥ i of p₍ⱼ₎ m/j. A missing p (`null`) stays missing and is not counted.
 * Assumes independent or positively dependent tests. Source: Benjamini and Hochberg, JRSS B 57:289, 1995.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const known = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  known.sort((a, b) => b.value - a.value);
  const adjusted: (number | null)[] = p.map(() => null);
  let smallest = 1;
  known.forEach(({ value, index }, i) => {
    smallest = Math.min(smallest, (value * known.length) / (known.length - i));
    adjusted[index] = smallest;
  });
  return adjusted;
}
