const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const TAILS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const DOUBLE_VOWELS: Record<string, string> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
};
// A lone consonant after an open syllable is laughter or assent far more often than its tail.
const TAILS_WORTH_JOINING = 'ㄱㄹㅁㅂ';

export interface Assembled {
  text: string;
  /** How many jamo the syllable was made of; the caller maps them back. */
  used: number;
}

/**
 * Reads one syllable out of compatibility jamo at `at` ("ㅋㅏ" → 카), or null where none starts. A consonant joins as
 * tail only when no vowel follows it, as on a keyboard.
 */
export function assembleAt(text: string, at: number): Assembled | null {
  const lead = LEADS.indexOf(text.charAt(at));
  if (lead < 0) return null;
  const first = text.charAt(at + 1);
  const firstVowel = first === '' ? -1 : VOWELS.indexOf(first);
  if (firstVowel < 0) return null;
  let vowel = firstVowel;
  let used = 2;
  const joined = DOUBLE_VOWELS[first + text.charAt(at + 2)];
  if (joined !== undefined) {
    vowel = VOWELS.indexOf(joined);
    used = 3;
  }
  let tail = 0;
  const next = text.charAt(at + used);
  if (
    next !== '' &&
    TAILS.indexOf(next) > 0 &&
    !isVowel(text.charAt(at + used + 1)) &&
    next !== text.charAt(at + used + 1)
  ) {
    tail = TAILS.indexOf(next);
    used++;
  }
  return { text: String.fromCharCode(0xac00 + (lead * 21 + vowel) * 28 + tail), used };
}

/** The closed form of an open syllable and the consonant after it ("토" + "ㄱ" → 톡), or null. */
export function closeSyllable(syllable: number, consonant: string): string | null {
  if ((syllable - 0xac00) % 28 !== 0 || !TAILS_WORTH_JOINING.includes(consonant)) return null;
  return String.fromCharCode(syllable + TAILS.indexOf(consonant));
}

export function isVowel(char: string): boolean {
  return char !== '' && VOWELS.includes(char);
}
