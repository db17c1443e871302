import { classOf, DIGIT, HANGUL, JAMO, LATIN, OTHER } from './characters.ts';
import type { Language } from './language.ts';
import type { Folded } from './normalise.ts';

/** A word of a folded text, with the feature hashes that it gives. Offsets are folded. */
export interface Word {
  start: number;
  end: number;
  /** Unsigned 32-bit hashes; the model keeps as many low bits as it has. */
  hashes: number[];
}

// What stands in the place of a name or an address in the training texts says where a text is from, not what it says.
const PLACEHOLDERS = new Set(['user', 'url', 'rt', 'amp', 'lt', 'gt', 'http', 'https', 'co', 'quot']);
const MAX_WORD = 30;
const SEED = 0x811c9dc5;

/**
 * Words and their character n-grams: 2–4 for Korean, where a word carries its particles; 3–5, the word itself and each
 * pair of neighbours for the others. Letters repeated more than twice count twice.
 */
export function wordsOf(folded: Folded, start: number, end: number, language: Language): Word[] {
  const { text, cls } = folded;
  const words: Word[] = [];
  const korean = language === 'ko';
  let previous = 0;
  for (let i = start; i < end; ) {
    if (!isWord(cls[i] ?? 0)) {
      i++;
      continue;
    }
    let stop = i;
    let word = ' ';
    while (stop < end && isWord(cls[stop] ?? 0)) {
      const char = cls[stop] === DIGIT ? '0' : text.charAt(stop);
      const size = word.length;
      if (size <= MAX_WORD && !(char === word.charAt(size - 1) && char === word.charAt(size - 2)))
        word += char;
      stop++;
    }
    const bare = word.slice(1);
    word += ' ';
    if (!PLACEHOLDERS.has(bare)) {
      const hashes = grams(word, korean ? 2 : 3, korean ? 4 : 5);
      const whole = hash(bare, SEED ^ 0x5bd1);
      hashes.push(whole);
      if (previous !== 0) hashes.push(Math.imul(previous ^ (whole >>> 7), 0x9e3779b1) >>> 0);
      previous = whole;
      words.push({ start: i, end: stop, hashes });
    }
    i = stop;
  }
  return words;
}

function isWord(kind: number): boolean {
  return kind === LATIN || kind === HANGUL || kind === JAMO || kind === OTHER || kind === DIGIT;
}

function grams(word: string, shortest: number, longest: number): number[] {
  const hashes: number[] = [];
  for (let i = 0; i < word.length; i++) {
    let value = SEED;
    for (let n = 1; n <= longest && i + n <= word.length; n++) {
      value = Math.imul(value ^ word.charCodeAt(i + n - 1), 0x01000193);
      if (n >= shortest) hashes.push(mix(value ^ n));
    }
  }
  return hashes;
}

/** FNV-1a with a final mix: the low bits are used alone. */
export function hash(text: string, seed = SEED): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return mix(value);
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  mixed = Math.imul(mixed, 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Stretches of about a tweet's length, cut where sentences end: what the model was trained on. */
export function segments(folded: Folded): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const { text } = folded;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const size = i - start;
    const char = text.charCodeAt(i);
    const sentence = char === 10 || char === 46 || char === 33 || char === 63;
    if (
      (sentence && size >= 60) ||
      (size >= 160 && classOf(char) !== LATIN && classOf(char) !== HANGUL) ||
      size >= 240
    ) {
      found.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
