import { LATIN } from './characters.ts';
import type { Folded } from './normalise.ts';

export const LANGUAGES = ['ko', 'en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

// The most frequent words that the other two languages do not share (folded).
const WORDS: ReadonlyMap<string, Language> = new Map(
  (
    [
      [
        'en',
        'the and you to of is that it for my with are have this not be on your we but what can will at just if they was im its dont do how me so all like get know who i he she her his from out up about when now no',
      ],
      [
        'de',
        'der die das und ist nicht ich du sie es ein eine einen zu den mit auf von dem wir ihr auch wie aber wenn noch nur sich fur im als hat sind bitte haben kann so mein dein ihre mir mich was ja nein bei uber oder schon dass doch',
      ],
      [
        'fr',
        'le la les et est pas je tu vous un une des que qui de du pour dans sur avec ce il elle nous mais plus en au ne se mon ton votre ma sa son cette ou sont suis avez etes bonjour merci par aux ca cest c d l t',
      ],
    ] as const
  ).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
);
const MAX_WORDS = 80;

/** The language a text is most likely in: Korean where there is Hangul, else by its most frequent words; `locale` settles a tie. */
export function languageOf(folded: Folded, locale?: string): Language {
  const { text, cls } = folded;
  const counts: Record<Language, number> = { ko: 0, en: 0.2, de: 0, fr: 0 };
  const own = LANGUAGES.find((language) => locale?.slice(0, 2).toLowerCase() === language);
  if (own !== undefined) counts[own] += 0.5;
  if (folded.hangul * 4 >= text.length || (folded.hangul > 2 && folded.hangul * 10 >= text.length))
    return 'ko';
  let words = 0;
  for (let i = 0; i < text.length && words < MAX_WORDS; i++) {
    if (cls[i] !== LATIN) continue;
    let end = i + 1;
    while (end < text.length && cls[end] === LATIN) end++;
    words++;
    if (end - i <= 6) {
      const language = WORDS.get(text.slice(i, end));
      if (language !== undefined) counts[language]++;
    }
    i = end;
  }
  return LANGUAGES.reduce(
    (best, language) => (counts[language] > counts[best] ? language : best),
    own ?? 'en',
  );
}
