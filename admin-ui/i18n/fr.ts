import { desk, firstMessages } from '../desk/i18n/fr.ts';
import type { Messages } from './messages.ts';
import { ra } from './ra/fr.ts';
import { texts } from './texts/fr.ts';

export const fr: Messages = { ra, ...texts, desk, firstMessages };
