import { DIGIT, HANGUL, JAMO, LATIN, MARK, OTHER, SPACE } from './characters.ts';
import {
  HANGUL_DIGIT_WORDS,
  NUMBER_FILLERS,
  NUMBER_WORDS,
  REPEATS,
  SYLLABLE_DIGITS,
  TENS,
} from './lexicons/number-words.ts';
import type { Folded } from './normalise.ts';
import { maskedNumbers } from './number-masks.ts';

export const REAL = 0;
export const SPELLED = 1;
export const SYLLABLE = 2;
export const LOOKALIKE = 3;

/** One digit as it was read: `text` is '0'–'9', offsets are folded. */
export interface Digit {
  text: string;
  start: number;
  end: number;
  how: number;
  /** Follows another without anything between, neither of them spelled. */
  glued: boolean;
}

export interface DigitRun {
  digits: Digit[];
  text: string;
}

const MAX_GAP = 5;
const MAX_WORD = 24;
const MIN_RUN = 7;

/**
 * Runs of at least seven digits, written or spelled, with only separators and words such as "dash" between them.
 * Dates, times, prices, versions and measures break a run: they are not part of a number somebody could dial.
 */
export function digitRuns(folded: Folded): DigitRun[] {
  const masked = folded.digits >= 4 ? maskedNumbers(folded) : null;
  const runs: DigitRun[] = [];
  let run: Digit[] = [];
  let repeat = 1;
  let reach = 0; // end of the last digit or filler word
  const close = () => {
    if (run.length >= MIN_RUN) runs.push({ digits: run, text: run.map((digit) => digit.text).join('') });
    run = [];
    repeat = 1;
  };
  const push = (text: string, start: number, end: number, how: number) => {
    if (run.length > 0 && !bridges(folded, reach, start)) close();
    for (const char of text) {
      for (let i = 0; i < repeat; i++) {
        const last = run.at(-1);
        run.push({
          text: char,
          start,
          end,
          how,
          glued: isWritten(how) && last !== undefined && isWritten(last.how) && last.end === start,
        });
      }
    }
    repeat = 1;
    reach = end;
  };
  const { text, cls } = folded;
  for (let i = 0; i < text.length; ) {
    const kind = cls[i];
    if (kind === DIGIT) {
      if (masked?.[i]) close();
      else push(text.charAt(i), i, i + 1, REAL);
      i++;
    } else if (kind === LATIN) {
      let end = i + 1;
      while (end < text.length && cls[end] === LATIN) end++;
      const word = end - i <= MAX_WORD ? text.slice(i, end) : '';
      const read = readLatin(folded, word, i, end);
      if (read !== null) {
        push(read.text, i, read.end, read.how);
        i = read.end;
        continue;
      }
      const times = REPEATS.get(word);
      if (times !== undefined) repeat = times;
      if (run.length > 0) {
        if ((times !== undefined || NUMBER_FILLERS.has(word)) && bridges(folded, reach, i)) reach = end;
        else if (times === undefined) close();
      }
      i = end;
    } else if (kind === HANGUL || kind === JAMO || kind === OTHER) {
      const read = readHangul(text, i);
      if (read !== null) {
        push(read.text, i, read.end, SYLLABLE);
        i = read.end;
        continue;
      }
      if (run.length === 0) {
        i++;
        continue;
      }
      let end = i + 1;
      while (end < text.length && (cls[end] === HANGUL || cls[end] === JAMO) && end - i < MAX_WORD) end++;
      const filler = fillerAt(text, i, end);
      if (filler > 0 && bridges(folded, reach, i)) {
        reach = i + filler;
        i = reach;
      } else {
        close();
        i++;
      }
    } else i++;
  }
  close();
  return runs;
}

/** A digit, or the letter in its place ("O1O"): what makes a group when nothing stands between. */
function isWritten(how: number): boolean {
  return how === REAL || how === LOOKALIKE;
}

/** Whether what stands between two digits is only separators, few of them. */
function bridges(folded: Folded, from: number, to: number): boolean {
  if (to - from > MAX_GAP) return false;
  for (let i = from; i < to; i++) if (folded.cls[i] !== SPACE && folded.cls[i] !== MARK) return false;
  return true;
}

/** The first two letters of every number word: nine words in ten of a text need no further look. */
const STARTS = new Set([...NUMBER_WORDS.keys(), ...TENS.keys()].map((word) => word.slice(0, 2)));

function readLatin(
  folded: Folded,
  word: string,
  start: number,
  end: number,
): { text: string; end: number; how: number } | null {
  if (word === '') return null;
  const { text, cls } = folded;
  if (word.length <= 4 && /^[oil]+$/.test(word)) {
    const before = start > 0 && cls[start - 1] === DIGIT;
    const after = cls[end] === DIGIT;
    const apart = cls[end] === SPACE || cls[end] === MARK;
    if (before || after || (word.includes('o') && word.length > 1 && apart && cls[end + 1] === DIGIT)) {
      return { text: word.replaceAll('o', '0').replaceAll(/[il]/g, '1'), end, how: LOOKALIKE };
    }
    if (word === 'o') return { text: '0', end, how: LOOKALIKE };
  }
  if (!STARTS.has(word.slice(0, 2)) || (start > 0 && cls[start - 1] === DIGIT)) return null;
  if (word === 'quatre') {
    const next = /^[ -]vingts?(?![a-z])(?:[ -](?:et[ -])?([a-z]+))?/.exec(text.slice(end, end + 24));
    if (next !== null) {
      let unit = NUMBER_WORDS.get(next[1] ?? '');
      if (unit === '10') {
        const third = /^[ -](sept|huit|neuf)(?![a-z])/.exec(
          text.slice(end + next[0].length, end + next[0].length + 6),
        );
        if (third !== null) {
          unit = String(10 + Number(NUMBER_WORDS.get(third[1] ?? '')));
          next[0] += third[0];
        }
      }
      const eighty =
        next[1] === undefined || unit === undefined
          ? /^[ -]vingts?/.exec(next[0])?.[0].length
          : next[0].length;
      return { text: String(80 + Number(unit ?? 0)), end: end + (eighty ?? 0), how: SPELLED };
    }
  }
  const tens = TENS.get(word);
  if (tens !== undefined) {
    const next = /^[ -]{1,2}(?:et[ -])?([a-z]+)/.exec(text.slice(end, end + 16));
    const unit = Number(NUMBER_WORDS.get(next?.[1] ?? '') ?? Number.NaN);
    const limit = tens === 60 && word === 'soixante' ? 19 : 9;
    if (next !== null && unit === 10 && limit === 19) {
      const third = /^[ -]([a-z]+)/.exec(text.slice(end + next[0].length, end + next[0].length + 8));
      const rest = Number(NUMBER_WORDS.get(third?.[1] ?? '') ?? Number.NaN);
      if (third !== null && rest >= 7 && rest <= 9) {
        return { text: String(70 + rest), end: end + next[0].length + third[0].length, how: SPELLED };
      }
    }
    if (next !== null && unit >= 1 && unit <= limit)
      return { text: String(tens + unit), end: end + next[0].length, how: SPELLED };
    return { text: String(tens), end, how: SPELLED };
  }
  const german = /^([a-z]{2,6})und([a-z]{5,8})$/.exec(word);
  if (german !== null) {
    const unit = Number(NUMBER_WORDS.get(german[1] ?? '') ?? Number.NaN);
    const ten = TENS.get(german[2] ?? '');
    if (ten !== undefined && unit >= 1 && unit <= 9) return { text: String(ten + unit), end, how: SPELLED };
  }
  const plain = NUMBER_WORDS.get(word);
  if (plain !== undefined) return { text: plain, end, how: SPELLED };
  return gluedWords(word, end);
}

/** "zerosixtwelve": number words without anything between, at least two. */
function gluedWords(word: string, end: number): { text: string; end: number; how: number } | null {
  if (word.length < 6) return null;
  let text = '';
  for (let i = 0; i < word.length; ) {
    let size = Math.min(9, word.length - i);
    while (size > 1 && !NUMBER_WORDS.has(word.slice(i, i + size))) size--;
    if (size <= 1) return null;
    text += NUMBER_WORDS.get(word.slice(i, i + size)) ?? '';
    i += size;
  }
  return text.length > 1 ? { text, end, how: SPELLED } : null;
}

/** By first syllable: most Hangul text starts no digit word, and one look must tell. */
const HANGUL_WORDS = new Map<string, (readonly [string, string])[]>();
for (const [syllable, digit] of SYLLABLE_DIGITS) HANGUL_WORDS.set(syllable, [[syllable, digit]]);
for (const [word, digit] of HANGUL_DIGIT_WORDS) {
  HANGUL_WORDS.set(word.charAt(0), [[word, digit], ...(HANGUL_WORDS.get(word.charAt(0)) ?? [])]);
}

function readHangul(text: string, at: number): { text: string; end: number } | null {
  const words = HANGUL_WORDS.get(text.charAt(at));
  if (words === undefined) return null;
  for (const [word, digit] of words) {
    if (word.length === 1 || text.startsWith(word, at)) return { text: digit, end: at + word.length };
  }
  return null;
}

function fillerAt(text: string, start: number, end: number): number {
  for (let size = Math.min(4, end - start); size > 0; size--) {
    if (NUMBER_FILLERS.has(text.slice(start, start + size))) return size;
  }
  return 0;
}
