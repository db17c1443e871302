import raEnglish from 'ra-language-english';
import { desk, firstMessages } from '../desk/i18n/en.ts';
import { texts } from './texts/en.ts';

/** English, the shape that every other language has to have. */
export const en = { ra: raEnglish.ra, ...texts, desk, firstMessages } as const;
