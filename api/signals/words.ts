/**
 * Words by concept. In an entry a space is a place where words may (Hangul) or must (Latin) part; a Latin entry
 * stands between word boundaries unless `*` opens a side; a Hangul entry may stand anywhere unless `^` (nothing glued
 * before) or `$` (nothing glued after) is written.
 */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** A word list as prose: entries parted by commas, over as many lines as it takes. */
export function words(parts: TemplateStringsArray): readonly string[] {
  return parts
    .join('')
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** One lexicon of several: the entries of a concept come together, each once. */
export function merge(...lists: readonly Concepts[]): Concepts {
  const all: Record<string, Set<string>> = {};
  for (const concepts of lists) {
    for (const [concept, entries] of Object.entries(concepts)) {
      const set = (all[concept] ??= new Set());
      for (const entry of entries) set.add(entry);
    }
  }
  return Object.fromEntries(Object.entries(all).map(([concept, set]) => [concept, [...set]]));
}
