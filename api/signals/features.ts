import { DIGIT, MARK, SPACE } from './characters.ts';
import type { Language } from './language.ts';
import type { Folded } from './normalise.ts';

/** A word of a folded text; its features are `hashes[first]` up to, not including, `hashes[last]`. */
export interface Word {
  start: number;
  end: number;
  first: number;
  last: number;
}

export interface Features {
  words: Word[];
  /** Unsigned 32-bit hashes; the model keeps as many low bits as it has. */
  hashes: Uint32Array;
  count: number;
}

// What stands in the place of a name or an address in the training texts says where a text is from, not what it says.
const PLACEHOLDERS = new Set(['user', 'url', 'rt', 'amp', 'lt', 'gt', 'http', 'https', 'co', 'quot']);
const MAX_WORD = 30;
const SEED = 0x811c9dc5;
const BLANK = 32;
const units = new Uint16Array(MAX_WORD + 3);

/**
 * Words and their character n-grams: 2–4 for Korean, where a word carries its particles; 3–5 for the others; also each
 * word itself and each pair of neighbours. A letter repeated more than twice counts twice, every digit as 0.
 */
export function featuresOf(folded: Folded, start: number, end: number, language: Language): Features {
  const { text, cls } = folded;
  const shortest = language === 'ko' ? 2 : 3;
  const longest = language === 'ko' ? 4 : 5;
  const words: Word[] = [];
  let hashes = new Uint32Array((end - start) * 4 + 64);
  let count = 0;
  let previous = 0;
  units[0] = BLANK;
  for (let i = start; i < end; ) {
    if (!isWord(cls[i] ?? SPACE)) {
      i++;
      continue;
    }
    let stop = i;
    let size = 1;
    let whole = SEED ^ 0x5bd1;
    for (; stop < end && isWord(cls[stop] ?? SPACE); stop++) {
      const unit = cls[stop] === DIGIT ? 48 : text.charCodeAt(stop);
      if (size > MAX_WORD || (size > 2 && unit === units[size - 1] && unit === units[size - 2])) continue;
      units[size++] = unit;
      whole = Math.imul(whole ^ unit, 0x01000193);
    }
    units[size] = BLANK;
    if (size > 9 || !PLACEHOLDERS.has(text.slice(i, stop))) {
      if (hashes.length < count + (size + 1) * 3 + 2) hashes = grown(hashes);
      const first = count;
      for (let at = 0; at <= size; at++) {
        let value = SEED;
        for (let n = 1; n <= longest && at + n <= size + 1; n++) {
          value = Math.imul(value ^ (units[at + n - 1] ?? 0), 0x01000193);
          if (n >= shortest) hashes[count++] = mix(value ^ n);
        }
      }
      whole = mix(whole);
      hashes[count++] = whole;
      if (previous !== 0) hashes[count++] = Math.imul(previous ^ (whole >>> 7), 0x9e3779b1);
      previous = whole;
      words.push({ start: i, end: stop, first, last: count });
    }
    i = stop;
  }
  return { words, hashes, count };
}

function isWord(kind: number): boolean {
  return kind !== SPACE && kind !== MARK;
}

function grown(hashes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(hashes.length * 2 + 256);
  larger.set(hashes);
  return larger;
}

/** FNV-1a with a final mix: the low bits are used alone. Unsigned. */
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

// Few words are little evidence: a text of two words must not reach what one of twenty does.
const SMOOTHING = 24;

/** What one feature of a text weighs, so that long and short texts compare. */
export function featureUnit(count: number): number {
  return 1 / Math.sqrt(count + SMOOTHING);
}

/** Stretches of about a tweet's length, cut where sentences end: what the model was trained on. */
export function segments(folded: Folded): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const { text, cls } = folded;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const size = i - start;
    const unit = text.charCodeAt(i);
    const sentence = unit === 10 || unit === 46 || unit === 33 || unit === 63;
    if ((sentence && size >= 60) || (size >= 160 && !isWord(cls[i] ?? SPACE)) || size >= 240) {
      found.push({ start, end: i + 1 });
      start = i + 1;
    }
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
