import { LATIN } from './characters.ts';
import type { Signal } from './contract.ts';
import { CONCEPTS } from './lexicons/concepts.ts';
import { type Folded, fold, originalSpan } from './normalise.ts';

const MASKS = '*#%_•□';
const MAX_WORD = 12;

/** Each insult with some letters inside masked: "f*ck", "f**k", "m*rde" → the word. */
const MASKED: ReadonlyMap<string, string> = new Map(
  (CONCEPTS['insult'] ?? [])
    .map((word) => fold(word.replaceAll('*', '')).text)
    .concat(['merde', 'shit', 'arsch', 'nique'])
    .filter((word) => /^[a-z]{4,12}$/.test(word))
    .flatMap((word) => masks(word).map((mask): [string, string] => [mask, word])),
);

function masks(word: string): string[] {
  const all: string[] = [];
  for (let from = 1; from < word.length - 1; from++) {
    for (let to = from + 1; to < word.length && to - from <= word.length - 2; to++) {
      all.push(word.slice(0, from) + '*'.repeat(to - from) + word.slice(to));
    }
  }
  return all;
}

/** Insults with letters struck out. */
export function maskedInsults(folded: Folded): Signal[] {
  const signals: Signal[] = [];
  const { text, cls } = folded;
  if (!/[*#%_•□]/.test(text)) return signals;
  for (let i = 0; i < text.length; i++) {
    if (cls[i] !== LATIN || (i > 0 && (cls[i - 1] === LATIN || isMask(text, i - 1)))) continue;
    let end = i + 1;
    let masked = 0;
    let key = text.charAt(i);
    while (end < text.length && end - i <= MAX_WORD && (cls[end] === LATIN || isMask(text, end))) {
      if (cls[end] === LATIN) key += text.charAt(end);
      else {
        key += '*';
        masked++;
      }
      end++;
    }
    while (key.endsWith('*')) {
      key = key.slice(0, -1);
      end--;
    }
    const word = masked > 0 ? (MASKED.get(key) ?? MASKED.get(key.replace(/s$/, ''))) : undefined;
    if (word !== undefined)
      signals.push({ kind: 'insult', severity: 'high', ...originalSpan(folded, i, end), evidence: word });
    i = Math.max(i, end - 1);
  }
  return signals;
}

function isMask(text: string, at: number): boolean {
  return MASKS.includes(text.charAt(at)) && text.charAt(at) !== '';
}
