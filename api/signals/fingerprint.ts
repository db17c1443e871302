import { createHash } from 'node:crypto';
import { DIGIT, HANGUL, JAMO, LATIN, OTHER } from './characters.ts';
import { hash } from './features.ts';
import { fold } from './normalise.ts';

export interface Fingerprint {
  /** Equal for texts that differ only in case, spaces, punctuation, numbers and links; null where too little is left. */
  key: string | null;
  /** A 64-bit simhash as four unsigned 16-bit numbers; texts that share one of the four are worth comparing. */
  bands: [number, number, number, number] | null;
}

const MIN_LETTERS = 20; // of folded text; a Hangul syllable counts as two
const GRAM = 4;
const MAX_LETTERS = 4_000;
const LINK = /(?:https?:\/\/|www\.)[^\s]{1,300}/g;

/** What finds copies of a text, exact but for its numbers and links, and near ones. Pure; linear in the text. */
export function fingerprint(text: string): Fingerprint {
  const { text: folded, cls } = fold(text.replaceAll(LINK, ' \u25a1 '));
  let letters = '';
  let weight = 0;
  for (let i = 0; i < folded.length; i++) {
    const kind = cls[i];
    if (kind === DIGIT) {
      if (!letters.endsWith('0')) letters += '0';
    } else if (kind === LATIN || kind === OTHER || kind === JAMO || kind === HANGUL) {
      letters += folded.charAt(i);
      weight += kind === HANGUL ? 2 : 1;
    }
  }
  if (weight < MIN_LETTERS) return { key: null, bands: null };
  const key = createHash('sha256').update(letters).digest('base64url').slice(0, 22);
  return {
    key,
    // most of the work, and not everybody asks for it
    get bands() {
      return simhash(letters.slice(0, MAX_LETTERS));
    },
  };
}

function simhash(letters: string): [number, number, number, number] {
  const votes = new Int32Array(64);
  for (let i = 0; i + GRAM <= letters.length; i++) {
    const gram = letters.slice(i, i + GRAM);
    const low = hash(gram);
    const high = hash(gram, 0x9747b28c);
    for (let bit = 0; bit < 32; bit++) {
      votes[bit] = (votes[bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  const band = (at: number) => {
    let value = 0;
    for (let bit = 0; bit < 16; bit++) if ((votes[at * 16 + bit] ?? 0) > 0) value |= 1 << bit;
    return value;
  };
  return [band(0), band(1), band(2), band(3)];
}

/**
 * How alike two texts are by their bands, 0 to 1: share of equal bits, rescaled so that unrelated texts, half of whose
 * bits agree by chance, come out near 0. Null bands are like nothing.
 */
export function similarity(a: Fingerprint['bands'], b: Fingerprint['bands']): number {
  if (a === null || b === null) return 0;
  let differing = 0;
  for (let i = 0; i < 4; i++) {
    for (let rest = ((a[i] ?? 0) ^ (b[i] ?? 0)) & 0xffff; rest !== 0; rest &= rest - 1) differing++;
  }
  return Math.max(0, 1 - differing / 32);
}
