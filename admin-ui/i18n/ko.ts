import { desk, firstMessages } from '../desk/i18n/ko.ts';
import type { Messages } from './messages.ts';
import { ra } from './ra/ko.ts';
import { texts } from './texts/ko.ts';

export const ko: Messages = { ra, ...texts, desk, firstMessages };
