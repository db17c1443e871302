import { z } from 'zod';
import { Locale, text } from '../http/fields.ts';

/** The decision whose notice is asked for; its outcome may be left out where only one takes the reason. */
export const PreviewNotice = z
  .strictObject({
    outcome: z.string().min(1).max(50).optional(),
    reasonCode: z.string().min(1).max(50).optional(),
    message: text(10_000).optional(),
  })
  .meta({ id: 'PreviewNotice' });
export type PreviewNotice = z.infer<typeof PreviewNotice>;

/** A notice exactly as it would be stored and sent. */
export const NoticePreview = z
  .object({ to: z.object({ id: z.string(), nickname: z.string() }), locale: Locale, text: z.string() })
  .meta({ id: 'NoticePreview' });
export type NoticePreview = z.infer<typeof NoticePreview>;
