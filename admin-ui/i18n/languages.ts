import type { TranslationMessages } from 'react-admin';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** The languages of the console, each by its own name. */
export const LANGUAGES = { ko: '한국어', en: 'English', de: 'Deutsch', fr: 'Français' } as const;
export type Language = keyof typeof LANGUAGES;

const STORED = 'gatehouse.language';

const loaders: Record<Language, () => Promise<Messages>> = {
  en: async () => en,
  ko: async () => (await import('./ko.ts')).ko,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
};

const loaded = new Map<Language, Messages>([['en', en]]);

export function isLanguage(tag: string): tag is Language {
  return tag in LANGUAGES;
}

/** What this browser was last used in, else what it asks for, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored !== null && isLanguage(stored)) return stored;
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2);
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** Remembers the language for this browser, and tells it to whoever reads the page aloud. */
export function rememberLanguage(language: string): void {
  document.documentElement.lang = language;
  localStorage.setItem(STORED, language);
}

/** Fetches a language's texts; English comes with the console. */
export async function loadLanguage(language: Language): Promise<TranslationMessages> {
  let messages = loaded.get(language);
  if (messages === undefined) {
    messages = await loaders[language]();
    loaded.set(language, messages);
  }
  return messages as unknown as TranslationMessages;
}

export function loadedMessages(language: Language): TranslationMessages {
  return (loaded.get(language) ?? en) as unknown as TranslationMessages;
}
