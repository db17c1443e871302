import { classOf, DIGIT, LATIN, SPACE } from './characters.ts';
import type { Folded } from './normalise.ts';

const LETTERS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '€': 'e',
};
const MAX_TOKEN = 40;

export interface Reading {
  as: Folded;
  /** The words in which a digit or sign was read as a letter. */
  words: readonly { start: number; end: number }[];
}

/**
 * The text with digits and signs inside words read as the letters they resemble ("wh4tsapp", "b!tch"), once with 1 as i
 * and, where there is a 1, once as l. Nothing where no word mixes them. Lengths do not change, so offsets hold.
 */
export function leetReadings(folded: Folded): Reading[] {
  const { text, cls } = folded;
  let places: Uint8Array | null = null;
  let ones = false;
  const words: { start: number; end: number }[] = [];
  for (let i = 0; i < text.length; ) {
    if (cls[i] === SPACE) {
      i++;
      continue;
    }
    let end = i;
    let latin = 0;
    let mixed = 0;
    while (end < text.length && cls[end] !== SPACE) {
      if (cls[end] === LATIN) latin++;
      else if (LETTERS[text.charAt(end)] !== undefined && (cls[end - 1] === LATIN || cls[end + 1] === LATIN))
        mixed++;
      end++;
    }
    if (latin >= 2 && mixed > 0 && mixed <= latin && end - i <= MAX_TOKEN) {
      places ??= new Uint8Array(text.length);
      words.push({ start: i, end });
      for (let at = i; at < end; at++) {
        const char = text.charAt(at);
        if (
          LETTERS[char] === undefined ||
          (cls[at] !== DIGIT && (at === i ? cls[at + 1] : cls[at - 1]) !== LATIN)
        )
          continue;
        if (at === end - 1 && char === '!') continue;
        places[at] = 1;
        if (char === '1') ones = true;
      }
    }
    i = end;
  }
  if (places === null) return [];
  const readings = [reading(folded, places, words, 'i')];
  if (ones) readings.push(reading(folded, places, words, 'l'));
  return readings;
}

function reading(folded: Folded, places: Uint8Array, words: Reading['words'], one: string): Reading {
  const cls = folded.cls.slice();
  let text = '';
  let from = 0;
  for (let i = 0; i < places.length; i++) {
    if (places[i] !== 1) continue;
    const char = folded.text.charAt(i);
    const letter = char === '1' ? one : (LETTERS[char] ?? char);
    text += folded.text.slice(from, i) + letter;
    from = i + 1;
    cls[i] = classOf(letter.charCodeAt(0));
  }
  return { as: { ...folded, text: text + folded.text.slice(from), cls }, words };
}
