import { closest, distance } from 'fastest-levenshtein';

/** The candidate a misspelt name most likely means, or undefined when none is close. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const all = [...new Set(candidates)].filter(candidate => candidate !== name);
  if (all.length === 0) return undefined;
  const same =
    all.find(candidate => candidate.toLowerCase() === name.toLowerCase()) ??
    all.find(candidate => lettersOf(candidate) === lettersOf(name));
  const best = same ?? closest(name, all);
  return same || distance(name, best) <= Math.max(1, Math.floor(name.length / 3)) ? best : undefined;
}

/** Letters in another order are the most common slip, and two steps for a measure of distance. */
const lettersOf = (word: string): string => [...word.toLowerCase()].sort().join('');
