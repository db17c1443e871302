import type { Random } from './random.ts';

/** A way to write something so that a plain search misses it. */
export type Disguise = (plain: string, random: Random) => string;

const each = (plain: string, map: (char: string) => string) => [...plain].map(map).join('');
const digits =
  (map: readonly string[]): Disguise =>
  (plain) =>
    each(plain, (char) => (/\d/.test(char) ? (map[Number(char)] ?? char) : char));

const HANGUL = ['공', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const HANGUL_ZERO = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const GERMAN = ['null', 'eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const FRENCH = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];

const words =
  (list: readonly string[]): Disguise =>
  (plain) =>
    [...plain.replaceAll(/\D/g, '')].map((char) => list[Number(char)]).join(' ');
const between =
  (mark: string): Disguise =>
  (plain) =>
    [...plain].join(mark);

export const plain: Disguise = (text) => text;

/** For digits. */
export const NUMBERS: Record<string, Disguise> = {
  plain,
  spaces: (text) => text.replaceAll('-', ' '),
  dots: (text) => text.replaceAll('-', '.'),
  fullwidth: digits([...'０１２３４５６７８９']),
  circled: digits([...'⓪①②③④⑤⑥⑦⑧⑨']),
  keycaps: (text) => each(text, (char) => (/\d/.test(char) ? `${char}\ufe0f\u20e3` : char)),
  hangul: digits(HANGUL),
  hangulZero: digits(HANGUL_ZERO),
  mixed: (text, random) =>
    each(text, (char) => (/\d/.test(char) && random.next() < 0.5 ? (HANGUL[Number(char)] ?? char) : char)),
  zeroWidth: between('\u200b'),
  struck: (text) => each(text, (char) => `${char}\u0336`),
  apart: (text) => [...text.replaceAll(/\D/g, '')].join(' '),
  letters: (text) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
};
/** Ways that no rule was tried on while it was written; for the held-out part. */
export const UNSEEN_NUMBERS: Record<string, Disguise> = {
  mathematical: digits(['𝟎', '𝟏', '𝟐', '𝟑', '𝟒', '𝟓', '𝟔', '𝟕', '𝟖', '𝟗']),
  negativeCircled: digits([...'⓿❶❷❸❹❺❻❼❽❾']),
  underscores: (text) => [...text.replaceAll(/\D/g, '')].join('_'),
  stars: (text) => text.replaceAll('-', ' ★ '),
  tildes: (text) => text.replaceAll('-', ' ~ '),
  brackets: (text) => text.replaceAll(/\d+/g, (group) => `(${group})`),
  joiner: between('\u2060'),
  slashes: (text) => text.replaceAll('-', ' / '),
  lines: (text) => text.replaceAll('-', '\n'),
};
export const KOREAN_ONLY = new Set(['hangul', 'hangulZero', 'mixed']);
export const SPELLED: Record<string, Disguise> = {
  ko: words(HANGUL),
  en: words(ENGLISH),
  de: words(GERMAN),
  fr: words(FRENCH),
};

/** For names of messengers. */
export const NAMES: Record<string, Disguise> = {
  plain,
  spaced: between(' '),
  dotted: between('.'),
  zeroWidth: between('\u200b'),
  fullwidth: (text) =>
    each(text, (char) => (/[a-z]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char)),
  upper: (text) => text.toUpperCase(),
};
export const UNSEEN_NAMES: Record<string, Disguise> = {
  hyphens: between('-'),
  cyrillic: (text) => text.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('o', 'о'),
  leet: (text) => text.replace('e', '3').replace('a', '4'),
  struck: (text) => each(text, (char) => `${char}\u0335`),
  underscores: between('_'),
  bold: (text) =>
    each(text, (char) =>
      /[a-z]/.test(char) ? String.fromCodePoint(0x1d41a + char.charCodeAt(0) - 97) : char,
    ),
};
