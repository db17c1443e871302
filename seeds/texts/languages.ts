import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ko } from './ko.ts';

/** Every language that the demo marketplace speaks. */
export const LANGUAGES = [ko, de, fr, en] as const;
