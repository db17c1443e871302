import { createHash } from 'node:crypto';

/** Four bands of a 64-bit simhash, 16 bits each, unsigned. */
export type Bands = [number, number, number, number];

export interface Fingerprint {
  /** The same for texts that differ only in case, spaces, punctuation, numbers and links; null: too short to tell. */
  key: string | null;
  /** Close for texts that differ in a few words; null: too short to tell. */
  bands: Bands | null;
}

const LINK = /\b(?:https?:\/\/|www\.)\S+/g;
const NUMBER = /\p{Nd}+/gu;
const NOT_WORD = /[^\p{L}0]+/gu;
const LEAST = 20;
const GRAM = 4;

function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(LINK, '').replace(NUMBER, '0').replace(NOT_WORD, '');
}

/** A 32-bit finaliser (murmur3): every bit of the input moves every bit of the result. */
function mix(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

function simhash(text: string): Bands {
  const weights = new Int32Array(64);
  for (let i = 0; i + GRAM <= text.length; i++) {
    let h = 0x811c9dc5;
    for (let j = i; j < i + GRAM; j++) h = Math.imul(h ^ text.charCodeAt(j), 0x01000193);
    const low = mix(h);
    const high = mix(h ^ 0x9e3779b9);
    for (let bit = 0; bit < 32; bit++) {
      weights[bit] = (weights[bit] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
      weights[bit + 32] = (weights[bit + 32] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
    }
  }
  const bands: Bands = [0, 0, 0, 0];
  for (let bit = 0; bit < 64; bit++) {
    if ((weights[bit] ?? 0) > 0) bands[bit >>> 4] = (bands[bit >>> 4] ?? 0) | (1 << (bit & 15));
  }
  return bands;
}

/** What near-identical texts have in common. Linear in the length of the text. */
export function fingerprint(text: string): Fingerprint {
  const bare = normalised(text);
  if (bare.length < LEAST) return { key: null, bands: null };
  return { key: createHash('sha256').update(bare).digest('base64url').slice(0, 22), bands: simhash(bare) };
}

/** How much of two simhashes agrees: 1 where they are the same, about 0.5 for texts that have nothing in common. */
export function similarity(a: readonly number[], b: readonly number[]): number {
  let differing = 0;
  for (let i = 0; i < 4; i++) {
    for (let bits = (a[i] ?? 0) ^ (b[i] ?? 0); bits !== 0; bits &= bits - 1) differing++;
  }
  return 1 - differing / 64;
}
