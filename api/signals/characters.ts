/** What a folded character is, as far as detectors care. */
export const LATIN = 1;
export const DIGIT = 2;
export const HANGUL = 3;
export const JAMO = 4;
export const SPACE = 5;
export const MARK = 6; // punctuation and symbols
export const OTHER = 7; // letters of other scripts

/** Stands for a symbol that has no plain reading (emoji, lone surrogates, ligatures of whole phrases). */
export const SYMBOL = '\u25a1';

const MAX_EXPANSION = 3; // "㎧" is three units; what unfolds further (ﷺ is 18) would let a text grow without bound

// Letters that look like Latin ones and are used to slip past a word list ("tеlegram" with a Cyrillic е).
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ѡ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ı: 'i',
  ɩ: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

// Marks that people use in place of a plain one, after NFKD.
const PLAIN_MARKS: Record<string, string> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '─': '-',
  ー: '-',
  '〜': '~',
  '～': '~',
  '。': '.',
  '․': '.',
  '‧': '.',
  '·': '.',
  '•': '.',
  '∙': '.',
  '⋅': '.',
  ㆍ: '.',
  ᆞ: '.',
  '・': '.',
  '、': ',',
  '，': ',',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '∶': ':',
  ː: ':',
  '꞉': ':',
  '⁄': '/',
  '∕': '/',
  '╱': '/',
  '【': '[',
  '】': ']',
  '「': '[',
  '」': ']',
  '〔': '[',
  '〕': ']',
  '⟨': '<',
  '⟩': '>',
  '〈': '<',
  '〉': '>',
  '《': '<',
  '》': '>',
  'ⓐ': '@',
  '￦': '₩',
};

// Conjoining jamo in code point order, as the compatibility jamo that people type.
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const TAILS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

const MARKS = /[\p{M}\p{Cf}\p{Cc}]/u;
const LETTER = /\p{L}/u;
const NUMBER = /\p{Nd}/u;
const BLANK = /[\s\u2800\u3164\u115f\u1160\uffa0]/u;

// The basic plane whole: a text of random characters must not make the cache thrash.
const basic: (string | undefined)[] = new Array<string | undefined>(0x10000).fill(undefined);
const astral = new Map<number, string>();
const MAX_ASTRAL = 20_000;

/** The plain reading of one code point: lower case, without accents; empty for what cannot be seen. */
export function foldCodePoint(code: number): string {
  if (code <= 0xffff) return (basic[code] ??= computeFold(code));
  const known = astral.get(code);
  if (known !== undefined) return known;
  const folded = computeFold(code);
  if (astral.size < MAX_ASTRAL) astral.set(code, folded);
  return folded;
}

function computeFold(code: number): string {
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xe000 && code <= 0xf8ff)) return SYMBOL;
  if (isIdeograph(code)) return String.fromCharCode(code);
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return '\n';
  if (code >= 0x3131 && code <= 0x3163) return String.fromCharCode(code);
  if (code === 0x3164 || code === 0x115f || code === 0x1160 || code === 0xffa0) return '';
  const special = enclosed(code);
  if (special !== null) return special;
  const char = String.fromCodePoint(code);
  if (BLANK.test(char)) return ' ';
  if (PLAIN_MARKS[char] !== undefined) return PLAIN_MARKS[char];
  let out = '';
  for (const part of char.normalize('NFKD')) out += foldPart(part);
  if (out.length > MAX_EXPANSION) return SYMBOL;
  return out;
}

/** Two fifths of the basic plane, none of which folds into anything else. */
function isIdeograph(code: number): boolean {
  return code === 0x3007 || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xa000 && code <= 0xa48c);
}

function foldPart(part: string): string {
  const code = part.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return part;
  if (code >= 0x1100 && code <= 0x1112) return LEADS[code - 0x1100] ?? '';
  if (code >= 0x1161 && code <= 0x1175) return VOWELS[code - 0x1161] ?? '';
  if (code >= 0x11a8 && code <= 0x11c2) return TAILS[code - 0x11a8] ?? '';
  // Letters first: a text of unseen characters is mostly letters, and each test costs.
  const letter = LETTER.test(part);
  if (!letter && MARKS.test(part)) return '';
  if (!letter && BLANK.test(part)) return ' ';
  const lower = part.toLowerCase();
  const plain = PLAIN_MARKS[lower] ?? LOOKALIKES[lower];
  if (plain !== undefined) return plain;
  if (!letter && NUMBER.test(part)) return String(decimalValue(code));
  return code > 0xffff ? SYMBOL : lower.charAt(0);
}

/** Decimal digits of every script come in blocks of ten that start at a multiple the property does not tell. */
function decimalValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && NUMBER.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

/** Enclosed digits and letters that NFKD leaves alone. */
function enclosed(code: number): string | null {
  if (code >= 0x2776 && code <= 0x277f) return String(code - 0x2775);
  if (code >= 0x2780 && code <= 0x2789) return String(code - 0x277f);
  if (code >= 0x278a && code <= 0x2793) return String(code - 0x2789);
  if (code === 0x24ff || code === 0x1f10b || code === 0x1f10c) return '0';
  if (code >= 0x24f5 && code <= 0x24fe) return String(code - 0x24f4);
  if (code === 0x1f51f) return '10';
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return letter(code - 0x1f1e6);
  if (code >= 0x1f150 && code <= 0x1f169) return letter(code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return letter(code - 0x1f170);
  if (code === 0x1f4e7 || code === 0x1f4e9 || code === 0x1f582) return SYMBOL;
  return null;
}

function letter(index: number): string {
  return String.fromCharCode(97 + index);
}

const classes = new Uint8Array(0x10000);

/** The class of one folded UTF-16 unit. */
export function classOf(unit: number): number {
  return classes[unit] || (classes[unit] = computeClass(unit));
}

function computeClass(unit: number): number {
  if (unit >= 97 && unit <= 122) return LATIN;
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit >= 0xac00 && unit <= 0xd7a3) return HANGUL;
  if (unit >= 0x3131 && unit <= 0x3163) return JAMO;
  if (isIdeograph(unit)) return OTHER;
  const char = String.fromCharCode(unit);
  if (BLANK.test(char)) return SPACE;
  if (LETTER.test(char)) return OTHER;
  return MARK;
}
