import { desk, firstMessages } from '../desk/i18n/de.ts';
import type { Messages } from './messages.ts';
import { ra } from './ra/de.ts';
import { texts } from './texts/de.ts';

export const de: Messages = { ra, ...texts, desk, firstMessages };
