import { z } from 'zod';
import { text } from '../http/fields.ts';
import type { RejectReason } from './contract.ts';

/** The languages that members are told in. Whoever has another one is told in English. */
export const NOTICE_LANGUAGES = ['ko', 'en', 'de', 'fr'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

const TEXT_MAX = 2000;

function inEveryLanguage(min: 0 | 1) {
  const Text = text(TEXT_MAX, min);
  return z.strictObject({ ko: Text, en: Text, de: Text, fr: Text });
}

const Texts = inEveryLanguage(1).meta({ id: 'NoticeTexts' });
/** For "other" the moderator writes what is told, so that the standing text may be empty. */
const OptionalTexts = inEveryLanguage(0).meta({ id: 'OptionalNoticeTexts' });

/**
 * What the sender of a rejected message is told. `lead` is the first line of every notice, `leadRemoved` that of one
 * about a message which had been delivered before; below it stands what the moderator wrote, or else the standing text
 * of the reason.
 */
export const FirstMessageTemplates = z
  .strictObject({
    lead: Texts,
    leadRemoved: Texts,
    reasons: z.strictObject({
      off_platform_contact: Texts,
      off_platform_payment: Texts,
      spam: Texts,
      abuse: Texts,
      fraud: Texts,
      other: OptionalTexts,
    } satisfies Record<RejectReason, z.ZodType>),
  })
  .meta({ id: 'FirstMessageTemplates' });
export type FirstMessageTemplates = z.infer<typeof FirstMessageTemplates>;
